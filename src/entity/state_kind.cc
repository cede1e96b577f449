// Part of dragoman; see LICENSE.
//
// A word and the states that it is said of, as codes in one text.  Few words, asked of few phrases: a
// loop over them is as fast as a table.  Regions follow the United Nations' M49 and common usage.

#include "entity/state_kind.h"

#include <array>

#include "token/word_set.h"

namespace dragoman {
namespace {

struct Kind {
  std::uint64_t noun;
  std::string_view ids;   // codes of three letters with spaces between
};

constexpr std::string_view kIslands =
    "CUB IRL LKA MDG TWN MLT CYP ISL JAM HTI DOM BRB BHR SGP MUS COM GRD DMA LCA VCT ATG KNA TTO NRU TLS BMU BRN "
    "JPN IDN PHL NZL FJI MDV SLB VUT WSM TON KIR TUV PLW FSM MHL CPV STP SYC BHS PNG GBR PRI GUM";
constexpr std::string_view kMonarchies =
    "SAU THA JOR MAR GBR ESP SWE NOR DNK BEL NLD BHR BTN KHM TON LSO SWZ MYS KWT QAT ARE OMN BRN MCO LIE AND LUX JPN VAT";

const std::array<Kind, 9>& kinds() {
  static constexpr std::array<Kind, 9> kAll = {{
      {word_hash("kingdom"), "SAU THA JOR MAR GBR ESP SWE NOR DNK BEL NLD BHR BTN KHM TON LSO SWZ NPL"},
      {word_hash("emirate"), "KWT QAT ARE AFG"},
      {word_hash("sultanate"), "OMN BRN"},
      {word_hash("principality"), "MCO LIE AND"},
      {word_hash("monarchy"), kMonarchies},
      {word_hash("island"), kIslands},
      {word_hash("archipelago"), "IDN PHL JPN MDV BHS FJI SLB VUT TON KIR TUV MHL CPV COM SYC FSM PLW BHR"},
      {word_hash("federation"), "RUS CHE DEU AUT BEL AUS MYS NGA ETH BRA MEX ARG VEN IND PAK BIH ARE USA CAN SUN YUG SCG"},
      {word_hash("republic"), ""},   // what is no monarchy
  }};
  return kAll;
}

// Where a state lies, or what it is: "landlocked", "Gulf".
const std::array<Kind, 40>& traits() {
  static constexpr std::array<Kind, 40> kAll = {{
      {word_hash("landlocked"),
       "AFG AND ARM AUT AZE BDI BFA BLR BOL BTN BWA CAF CHE CZE ETH HUN KAZ KGZ LAO LIE LSO LUX MDA MKD MLI MNG MWI NER NPL "
       "PRY RWA SMR SRB SSD SVK SWZ TCD TJK TKM UGA UZB VAT XKX ZMB ZWE"},
      {word_hash("gulf"), "SAU ARE QAT KWT BHR OMN IRN IRQ"},
      {word_hash("balkan"), "ALB BIH BGR HRV GRC XKX MNE MKD SRB SVN ROU YUG SCG"},
      {word_hash("baltic"), "EST LVA LTU"},
      {word_hash("nordic"), "DNK SWE NOR FIN ISL"},
      {word_hash("scandinavian"), "DNK SWE NOR FIN ISL"},
      {word_hash("andean"), "BOL COL ECU PER CHL VEN ARG"},
      {word_hash("caribbean"), "CUB HTI DOM JAM TTO BRB BHS GRD DMA LCA VCT ATG KNA BLZ GUY SUR PRI"},
      {word_hash("himalayan"), "NPL BTN IND"},
      {word_hash("alpine"), "CHE AUT LIE SVN"},
      {word_hash("iberian"), "ESP PRT"},
      {word_hash("caucasus"), "GEO ARM AZE"},
      {word_hash("caucasian"), "GEO ARM AZE"},
      {word_hash("maghreb"), "MAR DZA TUN LBY MRT"},
      {word_hash("sahel"), "MLI NER BFA TCD MRT SEN SDN NGA"},
      {word_hash("sahelian"), "MLI NER BFA TCD MRT SEN SDN NGA"},
      {word_hash("pacific"), "FJI SLB VUT WSM TON KIR TUV NRU PLW FSM MHL PNG NZL COK NIU"},
      {word_hash("island"), kIslands},
      {word_hash("colonial"), "FRA GBR BEL PRT ESP NLD ITA DEU"},
      {word_hash("imperial"), "FRA GBR BEL PRT ESP NLD RUS JPN"},
      {word_hash("communist"), "CHN CUB VNM LAO PRK SUN DDR YUG"},
      {word_hash("soviet"), "RUS UKR BLR MDA EST LVA LTU GEO ARM AZE KAZ UZB TKM KGZ TJK SUN"},
      {word_hash("arab"), "SAU ARE QAT KWT BHR OMN YEM IRQ SYR JOR LBN PSE EGY SDN LBY TUN DZA MAR MRT SOM DJI COM"},
      {word_hash("nuclear"), "USA RUS GBR FRA CHN IND PAK PRK ISR"},
      {word_hash("persian"), "IRN"},
      {word_hash("jewish"), "ISR"},
      {word_hash("islamic"), "IRN PAK AFG MRT"},
      {word_hash("hindu"), "IND NPL"},
      {word_hash("hermit"), "PRK BTN"},
      {word_hash("stalinist"), "PRK ALB"},
      {word_hash("reclusive"), "PRK TKM ERI MMR BTN"},
      {word_hash("twin"), "ATG TTO KNA"},
      {word_hash("city"), "SGP MCO VAT SMR"},
      {word_hash("mediterranean"), "ESP FRA ITA MLT GRC CYP TUR SYR LBN ISR EGY LBY TUN DZA MAR ALB HRV SVN MNE MCO"},
      {word_hash("african"),
       "DZA AGO BEN BWA BFA BDI CPV CMR CAF TCD COM COG COD CIV DJI EGY GNQ ERI SWZ ETH GAB GMB GHA GIN GNB KEN LSO LBR LBY "
       "MDG MWI MLI MRT MUS MAR MOZ NAM NER NGA RWA STP SEN SYC SLE SOM ZAF SSD SDN TZA TGO TUN UGA ZMB ZWE ESH"},
      {word_hash("asian"),
       "AFG ARM AZE BHR BGD BTN BRN KHM CHN GEO IND IDN IRN IRQ ISR JPN JOR KAZ KWT KGZ LAO LBN MYS MDV MNG MMR NPL PRK OMN "
       "PAK PHL QAT SAU SGP KOR LKA SYR TWN TJK THA TLS TUR TKM ARE UZB VNM YEM HKG MAC"},
      {word_hash("european"),
       "ALB AND AUT BLR BEL BIH BGR HRV CYP CZE DNK EST FIN FRA DEU GRC HUN ISL IRL ITA XKX LVA LIE LTU LUX MLT MDA MCO MNE NLD "
       "MKD NOR POL PRT ROU RUS SMR SRB SVK SVN ESP SWE CHE UKR GBR VAT YUG SCG CSK DDR"},
      {word_hash("american"),
       "ATG ARG BHS BRB BLZ BOL BRA CAN CHL COL CRI CUB DMA DOM ECU SLV GRD GTM GUY HTI HND JAM MEX NIC PAN PRY PER KNA LCA VCT "
       "SUR TTO USA URY VEN"},
      {word_hash("latin"), "ARG BOL BRA CHL COL CRI CUB DOM ECU SLV GTM HTI HND MEX NIC PAN PRY PER URY VEN"},
      {word_hash("muslim"),
       "SAU ARE QAT KWT BHR OMN YEM IRQ SYR JOR LBN PSE EGY SDN LBY TUN DZA MAR MRT SOM DJI COM IRN TUR PAK AFG BGD IDN MYS BRN MDV "
       "AZE KAZ UZB TKM KGZ TJK SEN MLI NER GMB GIN SLE TCD ALB XKX NGA BFA"},
  }};
  return kAll;
}
// A point of the compass makes a part of a continent.
struct Part {
  std::uint64_t compass, continent;
  std::string_view ids;
};
const std::array<Part, 16>& parts() {
  static constexpr std::uint64_t kAfrican = word_hash("african"), kAsian = word_hash("asian"), kAmerican = word_hash("american"),
                             kEuropean = word_hash("european");
  constexpr std::string_view kSouthern = "BWA LSO NAM ZAF SWZ AGO MOZ ZMB ZWE MWI";
  constexpr std::string_view kSouthAmerica = "ARG BOL BRA CHL COL ECU GUY PRY PER SUR URY VEN";
  constexpr std::string_view kEastEurope = "POL CZE SVK HUN ROU BGR UKR BLR MDA RUS LTU LVA EST SRB HRV SVN MKD ALB BIH MNE XKX CSK";
  static constexpr std::array<Part, 16> kAll = {{
      {word_hash("west"), kAfrican, "BEN BFA CPV CIV GMB GHA GIN GNB LBR MLI MRT NER NGA SEN SLE TGO"},
      {word_hash("east"), kAfrican, "BDI COM DJI ERI ETH KEN MDG MWI MUS MOZ RWA SYC SOM SSD SDN TZA UGA ZMB ZWE"},
      {word_hash("north"), kAfrican, "DZA EGY LBY MAR SDN TUN MRT ESH"},
      {word_hash("south"), kAfrican, kSouthern},
      {word_hash("southern"), kAfrican, kSouthern},
      {word_hash("central"), kAfrican, "AGO CMR CAF TCD COG COD GNQ GAB STP RWA BDI"},
      {word_hash("south"), kAsian, "AFG BGD BTN IND MDV NPL PAK LKA"},
      {word_hash("southeast"), kAsian, "BRN KHM IDN LAO MYS MMR PHL SGP THA TLS VNM"},
      {word_hash("central"), kAsian, "KAZ KGZ TJK TKM UZB AFG MNG"},
      {word_hash("east"), kAsian, "CHN JPN KOR PRK MNG TWN HKG MAC"},
      {word_hash("south"), kAmerican, kSouthAmerica},
      {word_hash("central"), kAmerican, "BLZ CRI SLV GTM HND NIC PAN"},
      {word_hash("east"), kEuropean, kEastEurope},
      {word_hash("eastern"), kEuropean, kEastEurope},
      {word_hash("central"), kEuropean, "POL CZE SVK HUN AUT DEU CHE SVN HRV LIE CSK ROU SRB"},
      {word_hash("west"), kEuropean, "FRA DEU GBR NLD BEL LUX CHE AUT IRL ESP PRT ITA"},
  }};
  return kAll;
}

const Kind* kind_of(std::uint64_t noun) {
  for (const Kind& kind : kinds()) {
    if (kind.noun == noun) return &kind;
  }
  return nullptr;
}

}  // namespace

bool is_of(std::string_view ids, std::string_view id) { return id.size() == 3 && ids.find(id) != ids.npos; }

bool tells_kind(std::uint64_t noun) { return kind_of(noun) != nullptr; }

bool state_may_be(std::string_view id, std::uint64_t noun) {
  const Kind* kind = kind_of(noun);
  if (kind == nullptr) return true;
  return kind->ids.empty() ? !is_of(kMonarchies, id) : is_of(kind->ids, id);
}

std::string_view states_described(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last) {
  std::string_view ids;
  for (std::uint32_t i = first; i < last; ++i) {
    for (const Kind& trait : traits()) {
      if (trait.noun != tokens[i].hash) continue;
      if (ids.empty() || trait.ids.size() < ids.size()) ids = trait.ids;
    }
    if (i == first) continue;
    for (const Part& part : parts()) {
      if (part.continent == tokens[i].hash && part.compass == tokens[i - 1].hash) ids = part.ids;
    }
  }
  return ids;
}

}  // namespace dragoman
