// Part of dragoman; see LICENSE.
//
// Happenings: reports of the same happening, from whatever documents, counted once.
//
//   const Happenings& all = graph.happenings();
//   for (HappeningIndex i = 0; i < all.size(); ++i) {
//     const Happening h = all[i];
//     print(h.type, graph.node(h.source).name, graph.node(h.target).name, h.reports.size());
//   }
//
// Three outlets that tell of one visit are three reports and one happening; a visit that was
// planned and then took place is one happening with a history; two visits a month apart are
// two, and so is what is denied and what is asserted of the same day: one, and disputed.
//
// The method (docs/query.md has it at length).  Reports come together if
//   - the relation type is the same;
//   - the parties are the same, where a city, place, government body or group stands for its
//     state ("the Kremlin" and "Russian troops" for Russia);
//   - their periods meet: as told, or else taken from the document's date and the status (what
//     happened lies a few days before it, what is planned within half a year after it);
//   - neither place, item nor any other role contradicts.
// States of affairs (an office, an alliance) have no day: their reports come together at any
// time.  The most exact reports found groups, the vaguer ones join the nearest that fits, so a
// group does not creep along from day to day.
//
// The groups are a pure function of the graph's documents: order leaves no trace.

#ifndef DRAGOMAN_HAPPENING_H_
#define DRAGOMAN_HAPPENING_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/api.h"
#include "dragoman/graph.h"

namespace dragoman {

using HappeningIndex = std::uint32_t;   // by day, what has none last

// How reports of a relation type come together.
enum class HappeningKind : std::uint8_t {
  kEvent,      // has a day: a visit
  kProcess,    // takes weeks: an arms transfer
  kState,      // holds until it ends: an alliance
};
// A type that is not known counts as an event.
DRAGOMAN_EXPORT HappeningKind happening_kind(std::string_view relation_type);
DRAGOMAN_EXPORT std::string_view to_string(HappeningKind kind);   // "process"

// Why a report belongs to its happening, beside type and parties; several may hold.
enum class Together : std::uint16_t {
  kFirst = 1,               // the most exact report, which the others were held against
  kSameDays = 2,            // the same period
  kDaysMeet = 4,            // periods overlap
  kDaysNear = 8,            // or miss each other by no more than the type allows
  kDocumentDate = 16,       // no time told: taken from the document's date
  kAhead = 32,              // told before it was to happen
  kLasting = 64,            // a state of affairs: no day needed
  kSamePlace = 128,
  kSameItem = 256,          // item, office, weapon: any role but the parties
  kPartyOfState = 512,      // a party stands for its state
  kPartyUnnamed = 1024,     // one side not named; nothing else fits
  kUndated = 2048,          // no time at all; nothing contradicts
};

struct HappeningReport {
  EdgeIndex edge = 0;
  std::uint32_t report = 0;             // graph.reports(edge)[report]
  std::uint16_t reasons = 0;            // Together, as bits
  bool has(Together reason) const { return (reasons & std::uint16_t(reason)) != 0; }
};

// "the same days; the same item": what the bits say, joined.
DRAGOMAN_EXPORT std::string reasons(const HappeningReport& report);

struct Happening {
  std::string_view type;
  NodeIndex source = 0, target = 0;     // of the most exact report
  // The period that all dated reports allow; days since 1970-01-01.  None: no report is dated,
  // or it is a state of affairs.
  std::optional<std::int32_t> from, to;
  // By the latest document that asserts it: happened or ongoing, if one says so.
  RelationStatus status = RelationStatus::kHappened;
  bool denied = false;                  // every report denies it
  bool disputed = false;                // some do, some assert it
  std::span<const HappeningReport> reports;   // by document date, what has none last
};

class DRAGOMAN_EXPORT Happenings {
 public:
  std::size_t size() const { return groups_.size(); }
  Happening operator[](HappeningIndex i) const;                        // constant
  // The happening that graph.reports(edge)[report] tells of.  Constant.
  HappeningIndex of(EdgeIndex edge, std::uint32_t report) const {
    return of_[begins_[edge] + report];
  }
  // How many different ones the reports of an edge tell of.  Linear in its reports.
  std::size_t count(EdgeIndex edge) const;

  struct Group {
    std::string_view type;
    NodeIndex source = 0, target = 0;
    std::int32_t from = 0, to = 0;
    std::uint32_t first = 0, last = 0;  // into reports_
    RelationStatus status = RelationStatus::kHappened;
    bool dated = false, denied = false, disputed = false;
  };

 private:
  friend class HappeningBuilder;
  std::vector<Group> groups_;
  std::vector<HappeningReport> reports_;
  std::vector<std::uint32_t> begins_;   // by edge, into of_
  std::vector<HappeningIndex> of_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_HAPPENING_H_
