// Part of dragoman; see LICENSE.
//
// Names of types and reasons.

#include "dragoman/mention.h"

#include <array>

namespace dragoman {
namespace {

constexpr std::array<std::string_view, std::size_t(MentionType::kCount)> kTypeNames = {
    "PERSON", "STATE", "CITY", "PLACE", "ORGANISATION", "GOVERNMENT_BODY", "INTERNATIONAL_ORG",
    "ARMED_GROUP", "COMPANY", "MEDIA", "THINK_TANK", "NATIONALITY", "OFFICE", "WEAPON", "EVENT",
    "DATE", "MONEY", "QUANTITY", "GROUP"};

}  // namespace

std::string_view to_string(MentionType type) { return kTypeNames[std::size_t(type)]; }

std::optional<MentionType> mention_type(std::string_view name) {
  for (std::size_t i = 0; i < kTypeNames.size(); ++i) {
    if (kTypeNames[i] == name) return MentionType(i);
  }
  return std::nullopt;
}

std::vector<std::string> mention_type_names() { return {kTypeNames.begin(), kTypeNames.end()}; }

std::string_view to_string(Why why) {
  switch (why) {
    case Why::kNotSaid: return "";
    case Why::kShorter: return "a longer reading covers it";
    case Why::kTagger: return "the learned tagger finds another name there";
    case Why::kLowerType: return "another type of the same span stands earlier in the order";
    case Why::kLaterRule: return "an earlier rule read the same span";
    case Why::kCase: return "the entry needs its capital letters";
    case Why::kNoContext: return "ambiguous word without support around it";
    case Why::kPartOfName: return "part of a longer name";
    case Why::kOutOfTime: return "the name was not in use at the document's date";
    case Why::kSameName: return "the same name or a known alias";
    case Why::kSurname: return "family name of a person named before";
    case Why::kGivenName: return "given name of a person named before";
    case Why::kAcronym: return "acronym of a name in the document";
    case Why::kPartialName: return "part of a name in the document";
    case Why::kOfficeAtDate: return "holder of the office at the document's date";
    case Why::kSeatOfGovernment: return "seat of government for the government";
    case Why::kDemonymOfState: return "adjective or people of the state";
    case Why::kShortOfState: return "short form of a state named before";
    case Why::kPronounRecency: return "nearest earlier one that agrees in type, number and gender";
    case Why::kNominalRecency: return "nearest earlier one that the description fits";
    case Why::kDocumentContext: return "other mentions in the document decide";
    case Why::kMoreFamous: return "the best known of that name";
    case Why::kOnlyCandidate: return "the only known one of that name";
  }
  return "";
}

}  // namespace dragoman
