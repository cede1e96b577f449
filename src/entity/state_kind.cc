// Part of dragoman; see LICENSE.
//
// A word and the states that it is said of, as codes in one text.  Seven words: a loop over them
// is as fast as a table.

#include "entity/state_kind.h"

#include <array>

#include "dragoman/token.h"

namespace dragoman {
namespace {

struct Kind {
  std::uint64_t noun;
  std::string_view ids;   // codes of three letters with spaces between
};

constexpr std::string_view kMonarchies =
    "SAU THA JOR MAR GBR ESP SWE NOR DNK BEL NLD BHR BTN KHM TON LSO SWZ MYS KWT QAT ARE OMN BRN MCO LIE AND LUX JPN VAT";

const std::array<Kind, 9>& kinds() {
  static const std::array<Kind, 9> kAll = {{
      {fold_hash("kingdom"), "SAU THA JOR MAR GBR ESP SWE NOR DNK BEL NLD BHR BTN KHM TON LSO SWZ NPL"},
      {fold_hash("emirate"), "KWT QAT ARE AFG"},
      {fold_hash("sultanate"), "OMN BRN"},
      {fold_hash("principality"), "MCO LIE AND"},
      {fold_hash("monarchy"), kMonarchies},
      {fold_hash("island"),
       "CUB IRL LKA MDG TWN MLT CYP ISL JAM HTI DOM BRB BHR SGP MUS COM GRD DMA LCA VCT ATG KNA TTO NRU TLS BMU BRN "
       "JPN IDN PHL NZL FJI MDV SLB VUT WSM TON KIR TUV PLW FSM MHL CPV STP SYC BHS PNG GBR PRI GUM"},
      {fold_hash("archipelago"), "IDN PHL JPN MDV BHS FJI SLB VUT TON KIR TUV MHL CPV COM SYC FSM PLW BHR"},
      {fold_hash("federation"), "RUS CHE DEU AUT BEL AUS MYS NGA ETH BRA MEX ARG VEN IND PAK BIH ARE USA CAN SUN YUG SCG"},
      {fold_hash("republic"), ""},   // what is no monarchy
  }};
  return kAll;
}

bool holds(std::string_view ids, std::string_view id) { return id.size() == 3 && ids.find(id) != ids.npos; }

const Kind* kind_of(std::uint64_t noun) {
  for (const Kind& kind : kinds()) {
    if (kind.noun == noun) return &kind;
  }
  return nullptr;
}

}  // namespace

bool tells_kind(std::uint64_t noun) { return kind_of(noun) != nullptr; }

bool state_may_be(std::string_view id, std::uint64_t noun) {
  const Kind* kind = kind_of(noun);
  if (kind == nullptr) return true;
  return kind->ids.empty() ? !holds(kMonarchies, id) : holds(kind->ids, id);
}

}  // namespace dragoman
