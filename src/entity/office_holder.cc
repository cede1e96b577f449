// Part of dragoman; see LICENSE.
//
// The description is read from its tokens: the title that ends it, the names before it and
// after "of".  The class of the title and the state give the terms; of several kinds of head
// of state (president, king, supreme leader) the one whose role has the title's words counts.
// Only descriptions come here, some ten in an article, so that a few look-ups each are free.

#include "entity/office_holder.h"

#include <algorithm>

#include "token/word_set.h"

namespace dragoman {
namespace {

// Not the holder of this day, or one of many.
constexpr auto kOtherHolder = word_set(
      {"former", "ex", "late", "next", "future", "previous", "then", "incoming", "deputy", "vice",
       "assistant", "junior", "exiled", "opposition", "candidate", "would", "a", "an", "any", "another",
       "every", "no", "some", "each", "ousted", "deposed", "toppled", "overthrown", "fallen", "earlier", "first", "second", "regional", "provincial", "local"});
constexpr auto kPossessives = word_set({"its", "their"});
constexpr auto kPossessivesOfPerson = word_set({"his", "her"});
// Words that say nothing about which office it is.
constexpr auto kSmallWords = word_set({"of", "the", "for", "and", "chief", "secretary", "minister"});

bool names_body(const Mention& m) {
  return m.form == MentionForm::kNamed && m.record != kNone && is_a(m.type, MentionType::kOrganisation);
}

bool names_state(const Mention& m) {
  return m.form == MentionForm::kNamed && m.state != kNone &&
         (m.type == MentionType::kState || m.type == MentionType::kNationality);
}

// The words of a role or title as hashes.
void words_of(std::string_view text, std::vector<std::uint64_t>& out) {
  out.clear();
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" -"), text.size());
    if (end > 0) out.push_back(fold_hash(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

// The same but sorted, without what roles add: "Federal Minister of Finance" is a finance minister.
void words_that_count(std::string_view text, std::vector<std::uint64_t>& out) {
  static constexpr auto kFillers = word_set({"of", "for", "the", "and", "federal", "cabinet", "union"});
  words_of(text, out);
  std::erase_if(out, [](std::uint64_t word) { return kFillers.contains(word); });
  std::sort(out.begin(), out.end());
}

}  // namespace

OfficeHolders::OfficeHolders(const Gazetteer& gazetteer, const Titles& titles, const Offices& offices,
                             const Document& document)
    : gazetteer_(gazetteer), titles_(titles), offices_(offices), document_(document) {
  if (document.info.date) day_ = to_days(*document.info.date);
}

OfficeHolders::Description OfficeHolders::read(Index mention, const History& history) const {
  Description d;
  const Mention& m = document_.mentions[mention];
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Sentence& sentence = document_.sentences()[m.sentence];
  for (Index i = m.first; i < m.last; ++i) {
    const Titles::Match match = titles_.longest_at(tokens, i, sentence.last);
    if (match.info == nullptr || match.last < m.last) continue;
    d.title = match.info;
    d.title_first = i;
    d.title_last = match.last;
    break;
  }
  if (d.title == nullptr || d.title->plural || d.title->role_class >= RoleClass::kHonorific) {
    d.title = nullptr;
    return d;
  }
  for (Index i = m.first; i + 1 < m.last; ++i) {
    d.other_time = d.other_time || kOtherHolder.contains(tokens[i].hash);
  }
  // Names inside come after it in the list of mentions.
  for (Index i = mention + 1; i < document_.mentions.size(); ++i) {
    const Mention& inner = document_.mentions[i];
    if (inner.first >= m.last) break;
    const bool state = names_state(inner) && d.state == kNone, body = names_body(inner) && d.body == kNone;
    if (state) d.state = inner.state;
    if (body) d.body = inner.record;
    // "CIA director" may stand in the table of titles as a whole.
    if ((state || body) && inner.last < d.title_last) d.title_first = std::max(d.title_first, inner.last);
  }
  if (d.state == kNone && d.body == kNone) {
    static constexpr std::uint64_t kOf = word_hash("of"), kThe = word_hash("the"), kFor = word_hash("for");
    Index at = d.title_last;
    // "accused [the envoy] of lying"
    static constexpr auto kAccuse = word_set({"accuse", "accuses", "accused", "accusing", "suspect", "suspects", "suspected", "convicted", "warned",
                                             "informed", "reminded", "stripped", "robbed", "cleared", "acquitted"});
    const bool accused = m.first > sentence.first && kAccuse.contains(tokens[m.first - 1].hash);
    const bool of = !accused && at < sentence.last && (tokens[at].hash == kOf || tokens[at].hash == kFor);
    if (of) ++at;
    if (of && at < sentence.last && tokens[at].hash == kThe) ++at;
    for (Index i = mention + 1; of && i < document_.mentions.size(); ++i) {
      const Mention& next = document_.mentions[i];
      if (next.first > at) break;
      if (next.first != at && !(next.first + 1 == at && next.last > at)) continue;
      // "the leader of [Zimbabwe's opposition]"
      if (next.type == MentionType::kGroup) d.other_time = true;
      if (names_state(next)) d.state = next.state;
      if (names_body(next)) d.body = next.record;
      if (d.state != kNone || d.body != kNone) break;
    }
    // "the president of the club": the office of something that is not known here.
    if (of && d.state == kNone && d.body == kNone) d.other_time = true;
  }
  if (d.state == kNone && d.body == kNone && !d.other_time && kPossessives.contains(tokens[m.first].hash)) {
    const auto state_like = [](const Mention& other, const Entity& entity) {
      return other.form == MentionForm::kNamed && entity.type == MentionType::kState;
    };
    // "Algeria, which borders Niger, ...; [its minister]": at the head of a clause, of the subject before.
    // "Mauritius rejected a British offer, [its minister] said": of whoever the sentence is about.
    static constexpr auto kSaid = word_set({"said", "says", "announced", "told", "added"});
    static constexpr std::uint64_t kComma = word_hash(",");
    const bool says = m.first > 0 && m.last < tokens.size() && tokens[m.first - 1].hash == kComma && kSaid.contains(tokens[m.last].hash);
    Index entity = history.find(m.sentence, 0, says || behind_semicolon(document_, m.first), state_like);
    if (entity == kNone) entity = history.find(m.sentence, 2, true, state_like);
    if (entity != kNone) d.state = document_.entities[entity].record;
  }
  // "[his foreign minister]": of his state.
  if (d.state == kNone && d.body == kNone && !d.other_time && kPossessivesOfPerson.contains(tokens[m.first].hash)) {
    const Index entity = history.find(m.sentence, 2, true, [](const Mention&, const Entity& e) {
      return e.type == MentionType::kPerson && !e.state.empty();
    });
    if (entity != kNone) d.state = gazetteer_.record_of(document_.entities[entity].state);
  }
  return d;
}

OfficeHolders::Title OfficeHolders::title_before(Index token) const {
  const std::vector<Token>& tokens = document_.tokens.tokens;
  constexpr Index kLongest = 4;
  for (Index i = token - std::min(token, kLongest); i < token; ++i) {
    const Titles::Match match = titles_.longest_at(tokens, i, token);
    if (match.info != nullptr && match.last == token && match.info->role_class < RoleClass::kHonorific) {
      return {match.info, i, match.last};
    }
  }
  return {};
}

OfficeHolders::Title OfficeHolders::title_beside(const Mention& name) const {
  static constexpr std::uint64_t kComma = word_hash(",");
  constexpr Index kFarthest = 6;  // tokens
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const Title front = title_before(name.first);
  if (front.info != nullptr) return front;
  const bool closed = name.last < tokens.size() && !tokens[name.last].word();
  if (closed && name.first > 1 && tokens[name.first - 1].hash == kComma) {
    const Title title = title_before(name.first - 1);
    if (title.info != nullptr) return title;
  }
  if (!closed || tokens[name.last].hash != kComma) return {};
  for (Index i = Index(&name - document_.mentions.data()) + 1; i < document_.mentions.size(); ++i) {
    const Mention& office = document_.mentions[i];
    if (office.first > name.last + kFarthest || office.sentence != name.sentence) break;
    if (office.type == MentionType::kPerson && office.form == MentionForm::kNamed) break;
    if (office.type != MentionType::kOffice) continue;
    for (Index t = name.last + 1; t < office.first; ++t) {
      if (!tokens[t].word() && !tokens[t].has(kPossessive)) return {};
    }
    return title_before(office.last);
  }
  return {};
}

bool OfficeHolders::leads(const Mention& person, Index record) const {
  const auto leading = [](RoleClass c) {
    return c == RoleClass::kHeadOfState || c == RoleClass::kHeadOfGovernment || c == RoleClass::kPartyLeader ||
           c == RoleClass::kLeader;
  };
  const TitleInfo* title = title_before(person.first).info;
  if (title != nullptr) return leading(title->role_class);
  if (record == kNone) return false;
  const std::vector<const Office*> terms = offices_.of_person(record);
  return std::any_of(terms.begin(), terms.end(), [&](const Office* term) {
    return leading(term->role_class) && (!day_ || term->from <= *day_);
  });
}

bool OfficeHolders::held(Index record, RoleClass role_class) const {
  constexpr std::int32_t kSettled = 14;  // days: whoever has just seized power is not called so yet
  const std::vector<const Office*> terms = offices_.of_person(record);
  return std::any_of(terms.begin(), terms.end(), [&](const Office* term) {
    return term->role_class == role_class && (!day_ || term->from + kSettled <= *day_);
  });
}

bool OfficeHolders::was_called(Index record, std::uint64_t word) const {
  const std::vector<const Office*> terms = offices_.of_person(record);
  std::vector<std::uint64_t> role;
  return std::any_of(terms.begin(), terms.end(), [&](const Office* term) {
    words_of(offices_.role(*term), role);
    return std::find(role.begin(), role.end(), word) != role.end();
  });
}

// Folded once for all terms that are held against them.
std::vector<std::uint64_t> OfficeHolders::names_of(Index body) const {
  std::vector<std::uint64_t> names;
  if (body == kNone) return names;
  for (const NameEntry& entry : gazetteer_.names_of(body)) names.push_back(fold_hash(gazetteer_.name(entry)));
  return names;
}

// Terms of different persons: those whose role has the title's words count before the others,
// then those whose role is nothing but that.
Index OfficeHolders::only_one(const std::vector<const Office*>& terms, std::string_view title) const {
  std::vector<std::uint64_t> wanted, role;
  words_of(title, wanted);
  Index found = kNone;
  int best = -1;
  for (const Office* term : terms) {
    words_of(offices_.role(*term), role);
    int shared = 0;
    for (const std::uint64_t word : wanted) {
      shared += std::find(role.begin(), role.end(), word) != role.end();
    }
    int score = 0;
    if (shared == int(wanted.size())) score = role.size() == wanted.size() ? 3 : 2;
    else if (shared > 0 && !kSmallWords.contains(wanted.back())) score = 1;
    if (!term->end_unknown) score += 4;
    if (score < best) continue;
    if (score == best && found != term->person) {
      found = kNone;
      continue;
    }
    if (score > best) found = term->person;
    best = score;
  }
  return found;
}

Index OfficeHolders::holder(const Description& d) const {
  if (!day_ || d.title == nullptr || d.other_time || (d.state == kNone && d.body == kNone)) return kNone;
  const std::vector<Token>& tokens = document_.tokens.tokens;
  const std::string_view title =
      document_.slice(Span{tokens[d.title_first].start, tokens[d.title_last - 1].end});
  RoleClass wanted = d.title->role_class;
  Index state = d.state;
  if (d.body != kNone && state == kNone) state = gazetteer_.facts(d.body).state;
  const std::vector<std::uint64_t> body_names = names_of(d.body);
  const auto at_body = [&body_names](const Office& term) {
    return term.organisation != 0 &&
           std::find(body_names.begin(), body_names.end(), term.organisation_hash) != body_names.end();
  };
  const auto in_office = [&](RoleClass role_class) {
    std::vector<const Office*> terms;
    for (const Office& term : offices_.of_office(state, role_class)) {
      if (*day_ < term.from || term.to < *day_) continue;
      if (term.end_unknown && *day_ > kOpenTermsTrusted) continue;
      if (d.body != kNone && !at_body(term)) continue;
      terms.push_back(&term);
    }
    return terms;
  };
  if (d.body != kNone) {
    // What a body calls its head varies: director, chief, secretary-general.
    std::vector<const Office*> terms = in_office(wanted);
    for (const RoleClass other : {RoleClass::kInternationalOfficial, RoleClass::kHeadOfAgency,
                                  RoleClass::kLeader, RoleClass::kMilitaryCommander}) {
      if (other == wanted || wanted == RoleClass::kSpokesperson || wanted == RoleClass::kDeputy) continue;
      const std::vector<const Office*> more = in_office(other);
      terms.insert(terms.end(), more.begin(), more.end());
    }
    return only_one(terms, title);
  }
  switch (wanted) {
    case RoleClass::kHeadOfState:
    case RoleClass::kHeadOfGovernment:
    case RoleClass::kDefenceMinister:
    case RoleClass::kForeignMinister:
    case RoleClass::kCentralBankGovernor:
      return only_one(in_office(wanted), title);
    case RoleClass::kLeader: {
      // The leader is who has no other above or beside: never a guess between king and premier.
      for (const RoleClass role : {RoleClass::kLeader, RoleClass::kHeadOfState}) {
        const Index leader = only_one(in_office(role), role == RoleClass::kLeader ? title : "president");
        if (leader == kNone) continue;
        const std::vector<const Office*> premiers = in_office(RoleClass::kHeadOfGovernment);
        const bool alone = std::all_of(premiers.begin(), premiers.end(), [&](const Office* term) {
          return term->person == leader;
        });
        const std::vector<const Office*> party = in_office(RoleClass::kPartyLeader);
        const bool leads = std::any_of(party.begin(), party.end(), [&](const Office* term) {
          return term->person == leader;
        });
        if (role == RoleClass::kLeader || alone || leads) return leader;
      }
      return kNone;
    }
    case RoleClass::kMinister:
    case RoleClass::kDeputy:
    case RoleClass::kHeadOfAgency: {
      // Many hold such an office at once: the role must have the very words, in whatever order.
      std::vector<const Office*> same;
      std::vector<std::uint64_t> words, role;
      words_that_count(title, words);
      for (const Office* term : in_office(wanted)) {
        words_that_count(offices_.role(*term), role);
        if (role == words) same.push_back(term);
      }
      return only_one(same, title);
    }
    default: return kNone;
  }
}

}  // namespace dragoman
