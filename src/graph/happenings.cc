// Part of dragoman; see LICENSE.
//
// Reports of one type and pair of parties are taken from the most exact period to the
// vaguest.  Each joins, of the groups whose core period it meets and whom it does not
// contradict, the one nearest to its anchor, or founds its own.  A group's core only ever
// shrinks: daily reports of a long war stay days apart instead of chaining into one.
//
// Cost: sorting, and for each report a look at the groups nearest in time, at most 64 on
// either side.

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>

#include "dragoman/happening.h"
#include "graph/claim.h"
#include "graph/impl.h"

namespace dragoman {
namespace {

constexpr int kMostLooks = 64;

struct Group {
  std::int32_t from = 0, to = 0;      // the core; with dated
  bool dated = false;
  bool gone = false;                  // joined another
  std::set<std::pair<std::string, std::string>> details;
  std::set<std::string> roles;        // of details
  std::set<std::string> places;
  struct Member {
    const Claim* claim;
    std::uint16_t reasons;
  };
  std::vector<Member> members;        // the first founded it
  const Claim& first() const { return *members.front().claim; }
};

std::uint16_t bit(Together reason) { return std::uint16_t(reason); }

bool share_place(const Group& group, const Claim& claim) {
  return std::any_of(claim.places.begin(), claim.places.end(),
                     [&](const std::string& place) { return group.places.contains(place); });
}

// Both name places and none of them is the same; or both fill a role, with nothing in common.
bool contradict(const Group& group, const Claim& claim) {
  if (!group.places.empty() && !claim.places.empty() && !share_place(group, claim)) return true;
  for (auto at = claim.details.begin(); at != claim.details.end();) {
    const std::string& role = at->first;
    bool shared = false;
    auto end = at;
    for (; end != claim.details.end() && end->first == role; ++end) {
      shared = shared || group.details.contains(*end);
    }
    if (!shared && group.roles.contains(role)) return true;
    at = end;
  }
  return false;
}

// The groups of one type and pair of parties.
class Bucket {
 public:
  Bucket(HappeningKind kind) : kind_(kind), slack_(happening_window(kind).slack) {}

  // claims: most exact first.
  void add(const Claim& claim, std::uint16_t reasons) {
    std::uint16_t how = 0;
    Group* group = kind_ == HappeningKind::kState ? lasting(claim, how) : nearest(claim, how);
    if (group == nullptr) {
      group = &groups_.emplace_back();
      group->dated = claim.dated && kind_ != HappeningKind::kState;
      group->from = claim.from;
      group->to = claim.to;
      by_day_.emplace(claim.dated ? claim.from : kNoDay, groups_.size() - 1);
      how = bit(Together::kFirst);
    }
    if (!claim.told && claim.dated && kind_ != HappeningKind::kState) how |= bit(Together::kDocumentDate);
    join(*group, claim, std::uint16_t(how | reasons));
  }

  // The groups that all of another group's reports fit, if it is only one.
  Group* only_match(const Group& other) {
    Group* match = nullptr;
    for (Group& group : groups_) {
      const bool fits = std::all_of(other.members.begin(), other.members.end(), [&](const auto& m) {
        return m.claim->dated && group.dated && gap(group, *m.claim) <= slack_ &&
               !contradict(group, *m.claim);
      });
      if (!fits) continue;
      if (match != nullptr) return nullptr;
      match = &group;
    }
    return match;
  }

  void join(Group& group, const Claim& claim, std::uint16_t reasons) {
    const bool meets = claim.dated && group.dated && gap(group, claim) == 0;
    if (meets) {
      group.from = std::max(group.from, claim.from);
      group.to = std::min(group.to, claim.to);
    }
    for (const auto& detail : claim.details) {
      group.roles.insert(detail.first);
      group.details.insert(detail);
    }
    group.places.insert(claim.places.begin(), claim.places.end());
    group.members.push_back({&claim, reasons});
  }

  std::vector<Group>& groups() { return groups_; }

 private:
  static constexpr std::int32_t kNoDay = std::numeric_limits<std::int32_t>::max();

  static std::int32_t gap(const Group& group, const Claim& claim) {
    return std::max({0, claim.from - group.to, group.from - claim.to});
  }

  static std::uint16_t shared(const Group& group, const Claim& claim) {
    std::uint16_t out = share_place(group, claim) ? bit(Together::kSamePlace) : std::uint16_t(0);
    for (const auto& detail : claim.details) {
      if (group.details.contains(detail)) out |= bit(Together::kSameItem);
    }
    return out;
  }

  Group* lasting(const Claim& claim, std::uint16_t& how) {
    int looks = 0;
    for (Group& group : groups_) {
      if (++looks > kMostLooks) break;
      if (contradict(group, claim)) continue;
      how = bit(Together::kLasting) | shared(group, claim);
      return &group;
    }
    return nullptr;
  }

  // From the anchor outwards, both ways; periods that meet stand before those that miss.
  Group* nearest(const Claim& claim, std::uint16_t& how) {
    Group* best = nullptr;
    std::tuple<bool, std::int64_t, std::size_t> best_score;
    const auto look = [&](std::size_t i) {
      Group& group = groups_[i];
      const bool undated = !claim.dated || !group.dated;
      const std::int32_t miss = undated ? 0 : gap(group, claim);
      if (miss > slack_ || contradict(group, claim)) return;
      const std::tuple score(miss > 0, std::abs(std::int64_t{group.from} - claim.anchor), i);
      if (best != nullptr && best_score <= score) return;
      best = &group;
      best_score = score;
    };
    const auto middle = by_day_.lower_bound(claim.dated ? claim.anchor : kNoDay);
    int looks = 0;
    for (auto at = middle; at != by_day_.end() && looks < kMostLooks; ++at, ++looks) look(at->second);
    looks = 0;
    for (auto at = middle; at != by_day_.begin() && looks < kMostLooks; ++looks) look((--at)->second);
    if (best == nullptr) return nullptr;
    how = shared(*best, claim);
    if (!claim.dated || !best->dated) {
      how |= bit(Together::kUndated);
    } else if (gap(*best, claim) > 0) {
      how |= bit(Together::kDaysNear);
    } else {
      const bool same = best->from == claim.from && best->to == claim.to;
      how |= bit(same ? Together::kSameDays : Together::kDaysMeet);
    }
    if (claim.ahead) how |= bit(Together::kAhead);
    return best;
  }

  HappeningKind kind_;
  std::int32_t slack_;
  std::vector<Group> groups_;
  std::multimap<std::int32_t, std::size_t> by_day_;
};

}  // namespace

class HappeningBuilder {
 public:
  explicit HappeningBuilder(const RelationGraph& graph) : graph_(graph) {}

  Happenings build() {
    read();
    for (auto& [key, claims] : claims_) fill(key, claims);
    join_unnamed();
    return result();
  }

 private:
  // type, party, party
  using Key = std::tuple<std::string_view, std::string, std::string>;

  void read() {
    std::uint32_t place = 0;
    for (EdgeIndex e = 0; e < graph_.edge_count(); ++e) {
      out_.begins_.push_back(place);
      const GraphEdge edge = graph_.edge(e);
      std::string a = party(graph_, edge.source), b = party(graph_, edge.target);
      if (edge.symmetric && b < a) std::swap(a, b);
      std::vector<Claim>& claims = claims_[{edge.type, std::move(a), std::move(b)}];
      const std::vector<Report> reports = graph_.reports(e);
      const HappeningKind kind = happening_kind(edge.type);
      for (std::uint32_t i = 0; i < reports.size(); ++i, ++place) {
        claims.push_back(claim_of(graph_, e, i, reports[i], kind));
      }
    }
    out_.begins_.push_back(place);
    out_.of_.resize(place);
  }

  void fill(const Key& key, std::vector<Claim>& claims) {
    // Edges and reports are in the graph's order, which no order of adding shows in.
    const auto exactness = [](const Claim& c) {
      const std::int64_t width = c.dated ? std::int64_t{c.to} - c.from
                                         : std::numeric_limits<std::int64_t>::max();
      return std::tuple(width, -std::int64_t(c.details.size() + c.places.size()), c.from, c.edge,
                        c.report);
    };
    std::sort(claims.begin(), claims.end(), [&](const Claim& x, const Claim& y) {
      return exactness(x) < exactness(y);
    });
    Bucket& bucket = buckets_.try_emplace(key, happening_kind(std::get<0>(key))).first->second;
    for (const Claim& claim : claims) bucket.add(claim, of_state(key, claim));
  }

  std::uint16_t of_state(const Key& key, const Claim& claim) const {
    const GraphEdge edge = graph_.edge(claim.edge);
    for (const NodeIndex end : {edge.source, edge.target}) {
      const GraphNode node = graph_.node(end);
      if (!node.blank && node.id != std::get<1>(key) && node.id != std::get<2>(key)) {
        return bit(Together::kPartyOfState);
      }
    }
    return 0;
  }

  // "Gao was shelled" is what "X shelled Gao" tells of, if only one such thing fits.  Whom to
  // join is settled before anything is joined.
  void join_unnamed() {
    struct Move {
      Group* from;
      Group* to;
      Bucket* bucket;
    };
    std::vector<Move> moves;
    for (auto& [key, bucket] : buckets_) {
      const auto& [type, a, b] = key;
      if (a.empty() == b.empty() || happening_kind(type) == HappeningKind::kState) continue;
      for (Group& group : bucket.groups()) {
        if (!group.dated) continue;
        Move move{&group, nullptr, nullptr};
        int matches = 0;
        const auto consider = [&, &a = a, &b = b](const Key& other_key, Bucket& other) {
          const auto& [other_type, x, y] = other_key;
          const bool named = !x.empty() && !y.empty();
          if (!named || (a.empty() ? y != b : x != a)) return;
          Group* match = other.only_match(group);
          if (match == nullptr) return;
          ++matches;
          move.to = match;
          move.bucket = &other;
        };
        for (const Key& other : partners(key)) consider(other, buckets_.at(other));
        if (matches == 1) moves.push_back(move);
      }
    }
    for (Move& move : moves) {
      for (const Group::Member& member : move.from->members) {
        const auto kept = member.reasons & ~bit(Together::kFirst);
        move.bucket->join(*move.to, *member.claim,
                          std::uint16_t(kept | bit(Together::kPartyUnnamed) | bit(Together::kDaysMeet)));
      }
      move.from->gone = true;
    }
  }

  // Keys of the same type that name both parties, one of them this key's.
  std::vector<Key> partners(const Key& key) {
    const auto& [type, a, b] = key;
    if (partners_.empty()) {
      for (const auto& [other, bucket] : buckets_) {
        const auto& [t, x, y] = other;
        if (x.empty() || y.empty()) continue;
        partners_[{t, x, "a"}].push_back(other);
        partners_[{t, y, "b"}].push_back(other);
      }
      partners_[{}];   // no longer empty
    }
    const auto found = partners_.find(a.empty() ? Key{type, b, "b"} : Key{type, a, "a"});
    return found == partners_.end() ? std::vector<Key>() : found->second;
  }

  Happenings result() {
    struct Ready {
      const Group* group;
      std::string_view type;
    };
    std::vector<Ready> ready;
    for (auto& [key, bucket] : buckets_) {
      for (const Group& group : bucket.groups()) {
        if (!group.gone) ready.push_back({&group, std::get<0>(key)});
      }
    }
    const auto place = [](const Group& g) {
      const std::int32_t day = g.dated ? g.from : std::numeric_limits<std::int32_t>::max();
      return std::tuple(day, g.first().edge, g.first().report);
    };
    std::sort(ready.begin(), ready.end(), [&](const Ready& x, const Ready& y) {
      return place(*x.group) < place(*y.group);
    });
    for (const Ready& each : ready) append(*each.group, each.type);
    return std::move(out_);
  }

  void append(const Group& group, std::string_view type) {
    const HappeningIndex index = HappeningIndex(out_.groups_.size());
    Happenings::Group& g = out_.groups_.emplace_back();
    g.type = type;
    const GraphEdge edge = graph_.edge(group.first().edge);
    g.source = edge.source;
    g.target = edge.target;
    g.dated = group.dated;
    g.from = group.from;
    g.to = group.to;
    g.first = std::uint32_t(out_.reports_.size());

    std::vector<Group::Member> members = group.members;
    std::sort(members.begin(), members.end(), [](const auto& x, const auto& y) {
      return std::tie(x.claim->told_on, x.claim->edge, x.claim->report) <
             std::tie(y.claim->told_on, y.claim->edge, y.claim->report);
    });
    bool asserted = false, denied = false, took_place = false;
    for (const auto& [claim, reasons] : members) {
      out_.of_[out_.begins_[claim->edge] + claim->report] = index;
      out_.reports_.push_back({claim->edge, claim->report, reasons});
      if (claim->denied) {
        denied = true;
        continue;
      }
      const bool now = claim->status == RelationStatus::kHappened ||
                       claim->status == RelationStatus::kOngoing;
      if (now || !took_place) g.status = claim->status;
      took_place = took_place || now;
      asserted = true;
    }
    if (!asserted) g.status = members.back().claim->status;
    g.denied = !asserted;
    g.disputed = asserted && denied;
    g.last = std::uint32_t(out_.reports_.size());
  }

  const RelationGraph& graph_;
  std::map<Key, std::vector<Claim>> claims_;
  std::map<Key, Bucket> buckets_;
  std::map<Key, std::vector<Key>> partners_;
  Happenings out_;
};

Happening Happenings::operator[](HappeningIndex i) const {
  const Group& g = groups_[i];
  Happening out{.type = g.type, .source = g.source, .target = g.target, .from = {}, .to = {},
                .status = g.status, .denied = g.denied, .disputed = g.disputed,
                .reports = std::span(reports_).subspan(g.first, g.last - g.first)};
  if (g.dated) {
    out.from = g.from;
    out.to = g.to;
  }
  return out;
}

std::size_t Happenings::count(EdgeIndex edge) const {
  std::vector<HappeningIndex> all(of_.begin() + begins_[edge], of_.begin() + begins_[edge + 1]);
  std::sort(all.begin(), all.end());
  return std::size_t(std::unique(all.begin(), all.end()) - all.begin());
}

std::string reasons(const HappeningReport& report) {
  static constexpr std::pair<Together, std::string_view> kWords[] = {
      {Together::kFirst, "the most exact report"},
      {Together::kSameDays, "the same days"},
      {Together::kDaysMeet, "the days meet"},
      {Together::kDaysNear, "the days nearly meet"},
      {Together::kDocumentDate, "no time told: taken from the document's date"},
      {Together::kAhead, "told ahead"},
      {Together::kLasting, "a state of affairs"},
      {Together::kSamePlace, "the same place"},
      {Together::kSameItem, "the same item"},
      {Together::kPartyOfState, "a party stands for its state"},
      {Together::kPartyUnnamed, "one party not named"},
      {Together::kUndated, "no time, nothing contradicts"},
  };
  std::string out;
  for (const auto& [reason, words] : kWords) {
    if (!report.has(reason)) continue;
    if (!out.empty()) out += "; ";
    out += words;
  }
  return out;
}

const Happenings& RelationGraph::happenings() const {
  return impl_->happenings([this] { return HappeningBuilder(*this).build(); });
}

}  // namespace dragoman
