// Part of dragoman; see LICENSE.
//
// Borders on land as of 1990 to 2025, each pair once, and narrow seas that news calls neighbourly.  Facts of geography,
// written down for dragoman.  Some hundred rows, asked of few phrases: a walk is as fast as a table.

#include "entity/borders.h"

#include <algorithm>
#include <array>

namespace dragoman {
namespace {

struct Row {
  std::string_view state, others;   // codes of three letters, with spaces between
};

constexpr std::array kLand = {
    Row{"DZA", "MAR TUN LBY NER MLI MRT ESH"}, Row{"AGO", "COD COG ZMB NAM"}, Row{"BEN", "TGO NGA NER BFA"}, Row{"BWA", "ZAF NAM ZWE ZMB"},
    Row{"BFA", "MLI NER TGO GHA CIV"}, Row{"BDI", "RWA COD TZA"}, Row{"CMR", "NGA TCD CAF COG GAB GNQ"}, Row{"CAF", "TCD SDN SSD COD COG"},
    Row{"TCD", "LBY SDN NGA NER"}, Row{"COD", "COG SSD SDN UGA RWA TZA ZMB"}, Row{"COG", "GAB"}, Row{"CIV", "GHA LBR GIN MLI"},
    Row{"DJI", "ERI ETH SOM"}, Row{"EGY", "LBY SDN ISR PSE"}, Row{"GNQ", "GAB"}, Row{"ERI", "ETH SDN"}, Row{"ETH", "SDN SSD KEN SOM"},
    Row{"GMB", "SEN"}, Row{"GHA", "TGO"}, Row{"GIN", "GNB SEN MLI SLE LBR"}, Row{"GNB", "SEN"}, Row{"KEN", "SOM TZA UGA SSD SDN"},
    Row{"LSO", "ZAF"}, Row{"LBR", "SLE"}, Row{"LBY", "SDN NER TUN"}, Row{"MWI", "TZA MOZ ZMB"}, Row{"MLI", "SEN MRT NER"},
    Row{"MRT", "SEN ESH"}, Row{"MAR", "ESH ESP"}, Row{"MOZ", "TZA ZMB ZWE ZAF SWZ"}, Row{"NAM", "ZAF ZMB"}, Row{"NER", "NGA"},
    Row{"RWA", "TZA UGA"}, Row{"SDN", "SSD UGA"}, Row{"SSD", "UGA"}, Row{"SWZ", "ZAF"}, Row{"TZA", "UGA ZMB"}, Row{"ZAF", "ZWE"},
    Row{"ZMB", "ZWE"},
    Row{"AFG", "IRN PAK TKM UZB TJK CHN"}, Row{"ARM", "AZE GEO IRN TUR"}, Row{"AZE", "GEO IRN RUS TUR"}, Row{"BGD", "IND MMR"},
    Row{"BTN", "IND CHN"}, Row{"BRN", "MYS"}, Row{"KHM", "THA LAO VNM"}, Row{"CHN", "IND PAK NPL MMR LAO VNM PRK RUS MNG KAZ KGZ TJK HKG MAC"},
    Row{"GEO", "RUS TUR"}, Row{"IND", "PAK NPL MMR"}, Row{"IDN", "MYS PNG TLS"}, Row{"IRN", "IRQ PAK TKM TUR"},
    Row{"IRQ", "TUR SYR JOR SAU KWT"}, Row{"ISR", "LBN SYR JOR PSE"}, Row{"JOR", "SYR SAU PSE"}, Row{"KAZ", "RUS KGZ UZB TKM"},
    Row{"PRK", "KOR RUS"}, Row{"KWT", "SAU"}, Row{"KGZ", "UZB TJK"}, Row{"LAO", "THA VNM MMR"}, Row{"LBN", "SYR"}, Row{"MYS", "THA"},
    Row{"MNG", "RUS"}, Row{"MMR", "THA"}, Row{"OMN", "YEM SAU ARE"}, Row{"QAT", "SAU"}, Row{"SAU", "YEM ARE"}, Row{"SYR", "TUR"},
    Row{"TJK", "UZB"}, Row{"TKM", "UZB"}, Row{"TUR", "GRC BGR"},
    Row{"ALB", "GRC MKD XKX MNE YUG SCG"}, Row{"AND", "ESP FRA"}, Row{"AUT", "DEU CZE SVK CSK HUN SVN ITA CHE LIE YUG"},
    Row{"BLR", "RUS UKR POL LTU LVA"}, Row{"BEL", "FRA DEU NLD LUX"}, Row{"BIH", "HRV SRB MNE YUG SCG"}, Row{"BGR", "ROU SRB MKD GRC YUG SCG"},
    Row{"HRV", "SVN HUN SRB MNE YUG SCG"}, Row{"CZE", "DEU POL SVK"}, Row{"DNK", "DEU"}, Row{"EST", "LVA RUS"}, Row{"FIN", "SWE NOR RUS"},
    Row{"FRA", "ESP ITA CHE DEU LUX MCO"}, Row{"DEU", "POL NLD LUX CHE CSK"}, Row{"GRC", "MKD YUG"}, Row{"HUN", "SVK UKR ROU SRB SVN YUG SCG CSK"},
    Row{"IRL", "GBR"}, Row{"ITA", "CHE SVN VAT SMR YUG"}, Row{"XKX", "SRB MKD MNE"}, Row{"LVA", "LTU RUS"}, Row{"LIE", "CHE"},
    Row{"LTU", "POL RUS"}, Row{"MKD", "SRB YUG SCG"}, Row{"MDA", "ROU UKR"}, Row{"MNE", "SRB"}, Row{"NOR", "SWE RUS"},
    Row{"POL", "SVK UKR RUS CSK"}, Row{"PRT", "ESP"}, Row{"ROU", "UKR SRB YUG SCG"}, Row{"SVK", "UKR"}, Row{"ESP", "GIB"}, Row{"UKR", "RUS CSK"},
    Row{"ARG", "BOL BRA CHL PRY URY"}, Row{"BLZ", "GTM MEX"}, Row{"BOL", "BRA CHL PRY PER"}, Row{"BRA", "COL GUY PRY PER SUR URY VEN"},
    Row{"CAN", "USA"}, Row{"CHL", "PER"}, Row{"COL", "ECU PAN PER VEN"}, Row{"CRI", "NIC PAN"}, Row{"DOM", "HTI"}, Row{"ECU", "PER"},
    Row{"SLV", "GTM HND"}, Row{"GUY", "SUR VEN"}, Row{"GTM", "HND MEX"}, Row{"HND", "NIC"}, Row{"MEX", "USA"}};

// Of states that have borders on land as well.
constexpr std::array kSea = {Row{"GBR", "FRA"}, Row{"ITA", "TUN LBY ALB GRC"}, Row{"ESP", "DZA"}, Row{"RUS", "USA SWE TUR"}, Row{"TUR", "UKR EGY ROU"},
                             Row{"SAU", "IRN EGY SDN ERI"}, Row{"IRN", "ARE OMN KWT QAT"}, Row{"IDN", "THA IND VNM"}, Row{"KOR", "CHN"},
                             Row{"FIN", "EST"}, Row{"SWE", "DNK POL LVA"}, Row{"YEM", "ERI DJI SOM"}, Row{"GEO", "UKR"}, Row{"MYS", "VNM IDN"}};

bool has(std::string_view codes, std::string_view code) { return code.size() == 3 && codes.find(code) != codes.npos; }

bool in_row(const Row& row, std::string_view a, std::string_view b) {
  return (row.state == a && has(row.others, b)) || (row.state == b && has(row.others, a));
}

bool has_land(std::string_view state) {
  return std::any_of(kLand.begin(), kLand.end(), [state](const Row& row) { return row.state == state || has(row.others, state); });
}

}  // namespace

bool may_border(std::string_view a, std::string_view b) {
  const auto pair = [a, b](const Row& row) { return in_row(row, a, b); };
  return std::any_of(kLand.begin(), kLand.end(), pair) || std::any_of(kSea.begin(), kSea.end(), pair) || !has_land(a) || !has_land(b);
}

}  // namespace dragoman
