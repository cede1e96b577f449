// Part of dragoman; see LICENSE.
//
// Four passes over the mentions:
//   1. names: what the gazetteer knows goes to its record, full names of persons to a
//      person, other unknown names to an entity of their own;
//   2. short names that only this document explains are found (scan.h);
//   3. in reading order, single names, descriptions and pronouns are linked to what was
//      said before; a family name may also wait for a full name that comes later, as
//      headlines need;
//   4. entities get ids and names.
// Cost: linear in mentions but for look-backs of bounded length (history.h).

#include "entity/link.h"

#include <algorithm>
#include <optional>

#include "entity/anaphora.h"
#include "entity/entity_table.h"
#include "entity/famous.h"
#include "entity/history.h"
#include "entity/persons.h"
#include "entity/scan.h"
#include "entity/spelling.h"
#include "entity/spoken.h"
#include "mention/gazetteer_data.h"
#include "token/word_set.h"

namespace dragoman {
namespace {

// A full name that no table explains.
struct Unknown {
  Index mention, entity;
};

// Memory, kept from one document to the next.
struct Room {
  EntityTable::Room table;
  PersonIndex persons;
  FlatMap<Unknown> unknown;
  std::vector<Index> seen, last_seen;
};

class Linker {
 public:
  Linker(const LinkModel& model, Document& document, Room& room)
      : model_(model),
        document_(document),
        table_(model.gazetteer, document, room.table),
        persons_(room.persons),
        offices_(model.gazetteer, model.titles, model.offices, document),
        anaphora_(model.gazetteer, offices_, document, table_),
        history_(document, room.seen),
        spoken_(document),
        unknown_(room.unknown),
        last_seen_(room.last_seen) {
    persons_.clear();
    unknown_.clear();
    if (document.info.date) day_ = to_days(*document.info.date);
  }

  void run() {
    const std::vector<Mention>& mentions = document_.mentions;
    for (Index i = 0, end = Index(mentions.size()); i < end; ++i) link_name(i);
    add_short_names(model_, persons_, document_);
    last_seen_.assign(document_.entities.size(), kNone);
    for (Index i = 0, end = Index(mentions.size()); i < end; ++i) {
      if (mentions[i].entity == kNone) link_in_order(i);
      if (mentions[i].entity != kNone) remember(i);
    }
    if (no_direction_) drop_unlinked_directions();
    table_.finish();
  }

 private:
  // "the North" of a text that speaks of no such state is a point of the compass.
  void drop_unlinked_directions() {
    std::erase_if(document_.mentions, [](const Mention& m) {
      return m.type == MentionType::kState && m.form == MentionForm::kNamed && m.entity == kNone;
    });
  }

  void link_name(Index i) {
    const Mention& m = document_.mentions[i];
    if (m.form != MentionForm::kNamed) return;
    switch (m.type) {
      case MentionType::kPerson: return link_full_person(i);
      case MentionType::kNationality:
        if (m.state != kNone && !one_person(m)) table_.attach(i, table_.of_record(m.state), Why::kDemonymOfState);
        return;
      case MentionType::kWeapon:
        if (m.record != kNone) table_.attach(i, table_.of_record(m.record), Why::kSameName);
        return;
      case MentionType::kState:
        if (m.record != kNone) table_.attach(i, table_.of_record(m.record), Why::kSameName);
        return;   // "the North" waits for what was said before
      case MentionType::kOffice:
      case MentionType::kDate:
      case MentionType::kMoney:
      case MentionType::kQuantity:
      case MentionType::kGroup:
        return;
      default:
        if (const Index own = short_for_another(i); own != kNone) return table_.attach(i, own, Why::kAcronym);
        if (m.record != kNone && !of_another_state(i)) return table_.attach(i, table_.of_record(m.record), Why::kSameName);
        link_unknown(i);
    }
  }

  // "the Union of Popular Forces (UPF) ... the [UPF]": what the text says that the letters stand for, whatever the tables know by them.
  Index short_for_another(Index i) {
    const Mention& m = document_.mentions[i];
    if (m.last - m.first != 1) return kNone;
    const std::uint64_t letters = document_.tokens.tokens[m.first].hash;
    const auto told = std::find_if(short_for_.begin(), short_for_.end(), [letters](const auto& pair) { return pair.first == letters; });
    if (told != short_for_.end()) return told->second;
    const Index full = bracketed_name(i);
    if (full == kNone || !begin_its_words(i)) return kNone;
    const Index known = document_.entities[full].record;
    if (known != kNone && (m.record == kNone || m.record == known)) return kNone;
    short_for_.emplace_back(letters, full);
    return full;
  }

  // Do the letters in a bracket begin words of the name in front of it, in order?
  bool begin_its_words(Index i) const {
    const Mention& name = document_.mentions[i - 1];
    const std::string_view letters = document_.slice(document_.mentions[i]);
    std::size_t at = 0;
    for (Index t = name.first; t < name.last && at < letters.size(); ++t) {
      if (document_.slice(document_.tokens.tokens[t].span()).front() == letters[at]) ++at;
    }
    return at == letters.size() && at >= 3;
  }

  // "Pakistan's [Foreign Office]": not the one that the tables know, but its like there.
  bool of_another_state(Index i) {
    Mention& m = document_.mentions[i];
    if (m.type != MentionType::kGovernmentBody || i == 0) return false;
    const Mention& owner = document_.mentions[i - 1];
    const Index state = owner.type == MentionType::kState ? owner.record : owner.type == MentionType::kNationality ? owner.state : kNone;
    const Index own = model_.gazetteer.facts(m.record).state;
    if (state == kNone || own == kNone || state == own) return false;
    const bool possessor = m.first > 0 && owner.last + 1 == m.first && document_.tokens.tokens[owner.last].has(kPossessive);
    if (!possessor && (owner.type != MentionType::kNationality || owner.last != m.first)) return false;
    m.record = kNone;
    m.state = state;
    return true;
  }

  void link_unknown(Index i) {
    const Mention& m = document_.mentions[i];
    if (const Index full = bracketed_name(i); full != kNone) {
      table_.also_called(name_key(document_, m), m.type, full);
      return table_.attach(i, full, Why::kAcronym);
    }
    if (const Index record = without_possessive(m); record != kNone) {
      document_.mentions[i].record = record;
      return table_.attach(i, table_.of_record(record), Why::kSameName);
    }
    if (const Index record = without_people(m); record != kNone) {
      document_.mentions[i].record = record;
      return table_.attach(i, table_.of_record(record), Why::kSameName);
    }
    const Index entity = table_.of_key(name_key(document_, m), m.type);
    if (m.state != kNone) document_.entities[entity].state = model_.gazetteer.impl().id(m.state);
    table_.attach(i, entity, Why::kSameName);
  }

  // "China's foreign ministry": known as China Foreign Ministry.
  Index without_possessive(const Mention& m) const {
    const std::vector<Token>& all = document_.tokens.tokens;
    const auto mark = [](const Token& token) { return token.has(kPossessive); };
    if (std::none_of(all.begin() + m.first, all.begin() + m.last, mark)) return kNone;
    std::vector<Token> words;
    for (Index i = m.first; i < m.last; ++i) {
      if (!all[i].has(kPossessive)) words.push_back(all[i]);
    }
    if (words.size() < 2) return kNone;
    const GazetteerMatch match = model_.gazetteer.longest_at(words, 0, Index(words.size()));
    if (match.first == match.last || match.last != words.size()) return kNone;
    for (const NameEntry& entry : model_.gazetteer.entries(match)) {
      if (is_a(entry.type, MentionType::kOrganisation) && entry.guard == Guard::kNone) return entry.record;
    }
    return kNone;
  }

  // "FARC guerrillas", where every word has a capital: the name in front.
  Index without_people(const Mention& m) const {
    static constexpr auto kPeople = word_set({"guerrillas", "guerillas", "rebels", "fighters", "militants", "militia", "militias", "gunmen",
                                             "insurgents", "forces", "troops", "leaders"});
    const std::vector<Token>& tokens = document_.tokens.tokens;
    if (m.last - m.first < 2 || m.type != MentionType::kArmedGroup || !kPeople.contains(tokens[m.last - 1].hash)) return kNone;
    const GazetteerMatch match = model_.gazetteer.longest_at(tokens, m.first, m.last);
    if (match.first == match.last || match.last != m.last - 1) return kNone;
    for (const NameEntry& entry : model_.gazetteer.entries(match)) {
      if (entry.type == MentionType::kArmedGroup) return entry.record;
    }
    return kNone;
  }

  // "Baltic Safety Agency ([BSA])": the entity of the name in front of the bracket.
  Index bracketed_name(Index i) const {
    const Mention& m = document_.mentions[i];
    const std::vector<Token>& tokens = document_.tokens.tokens;
    if (i == 0 || m.last - m.first != 1 || m.first < 2 || !tokens[m.first].has(kAllCapitals)) return kNone;
    const Mention& before = document_.mentions[i - 1];
    const bool bracket = document_.slice(tokens[m.first - 1].span()) == "(";
    return bracket && before.last == m.first - 1 && is_a(before.type, MentionType::kOrganisation)
               ? before.entity
               : kNone;
  }

  bool family_first(const Mention& m) const {
    if (m.record != kNone) return model_.gazetteer.impl().is(Gazetteer::Impl::kFamilyFirst, m.record);
    const std::vector<Token>& tokens = document_.tokens.tokens;
    const WordFacts first = model_.vocabulary.of(tokens[m.first].hash);
    if (!first.has(WordFacts::kFamilyFirst)) return false;
    const WordFacts last = model_.vocabulary.of(tokens[m.last - 1].hash);
    // A Western given name in front decides against it: "Peter Kim", "Ban Johnson".
    return first.given_weight() < 5 &&
           !(last.has(WordFacts::kFamilyFirst) && last.surname_weight() > first.surname_weight());
  }

  // Several known persons of one name: the title in front, the date and the states that the
  // document speaks of choose.  George Bush of 1990 and of 2003.
  Index namesake(const Mention& m) const {
    const std::vector<Token>& tokens = document_.tokens.tokens;
    const GazetteerMatch match = model_.gazetteer.longest_at(tokens, m.first, m.last);
    const NameEntries entries = model_.gazetteer.entries(match);
    const auto other = [&m](const NameEntry& e) { return e.type == MentionType::kPerson && e.record != m.record; };
    if (match.last != m.last || std::none_of(entries.begin(), entries.end(), other)) return m.record;
    const TitleInfo* title = offices_.title_before(m.first).info;
    Index best = m.record;
    int best_score = fitness(m.record, m, title);
    for (const NameEntry& entry : entries) {
      if (!other(entry)) continue;
      const int score = fitness(entry.record, m, title);
      if (score > best_score) {
        best = entry.record;
        best_score = score;
      }
    }
    return best;
  }

  int fitness(Index person, const Mention& m, const TitleInfo* title) const {
    constexpr std::int32_t kYear = 366;
    int best = 0;
    for (const Office* term : model_.offices.of_person(person)) {
      const bool same = title != nullptr && term->role_class == title->role_class;
      const int rank = std::max(FamousPeople::rank_of(term->role_class), 0);
      int score = 3 * same + rank;
      if (day_) {
        if (*day_ < term->from) score = 0;                      // not yet
        else if (*day_ <= term->to && !(term->end_unknown && *day_ > kOpenTermsTrusted)) score += 6;
        else if (*day_ - kYear <= term->to) score += 3;
      }
      best = std::max(best, score);
    }
    const Index state = model_.gazetteer.impl().state(person);
    if (state != kNone) best += 4 * (m.state == state) + 2 * spoken_.of(state);
    return best;
  }

  void link_full_person(Index i) {
    Mention& m = document_.mentions[i];
    if (m.record != kNone) m.record = namesake(m);
    const PersonName name = person_name(document_, m, family_first(m));
    if (name.count < 2) return;   // decided in order
    Index entity = m.record != kNone ? table_.of_record(m.record) : persons_.same_as(name);
    if (entity == kNone) {
      // "Tunisian President [Ben Ali]": a family name of two words.
      std::uint64_t words = 0;
      for (int i = 0; i < name.count; ++i) words = FamousPeople::join(words, name.parts[i]);
      if (const Index record = office_holder(words, m); record != kNone) entity = table_.of_record(record);
    }
    if (entity == kNone) {
      const std::uint64_t key = spelling_key(document_.slice(m));
      entity = other_spelling(m, key);
      if (entity == kNone) {
        entity = table_.of_key(name_key(document_, m), MentionType::kPerson);
        if (key != 0 && unknown_.find(key) == nullptr) unknown_[key] = {i, entity};
      }
    }
    Entity& person = document_.entities[entity];
    if (person.gender == '-') person.gender = m.gender;
    if (person.gender == '-') person.gender = gender_of_name(name);
    if (person.record == kNone && person.state.empty()) {
      if (const Index state = state_told(i); state != kNone)
        person.state = model_.gazetteer.impl().id(state);
    }
    persons_.add(name, entity);
    // "Trong" is what news calls Nguyen Phu Trong.
    if (m.record != kNone) {
      const std::string_view short_name = model_.gazetteer.record(m.record).short_name;
      if (!short_name.empty()) persons_.also_called(fold_hash(short_name), entity);
    }
    table_.attach(i, entity, Why::kSameName);
  }

  // "Latvian Foreign Minister [Zigmars Kalve]", "his Beninese counterpart, [Shegun Bakari]": the
  // record of the state that the words in front give to a person whom no table knows; kNone if they
  // give none.
  Index state_told(Index i) const {
    static constexpr auto kOffices =
        word_set({"minister", "president", "premier", "chancellor", "secretary", "ambassador",
                  "envoy", "king", "emir", "sultan", "speaker", "vice-president", "monarch"});
    static constexpr auto kCounterparts = word_set({"counterpart", "colleague"});
    static constexpr std::uint64_t kComma = word_hash(",");
    const Mention& m = document_.mentions[i];
    const std::vector<Token>& tokens = document_.tokens.tokens;
    if (m.first == 0) return kNone;
    const Index end = tokens[m.first - 1].hash == kComma && m.first > 1 ? m.first - 1 : m.first;
    if (m.state != kNone) return kOffices.contains(tokens[end - 1].hash) ? m.state : kNone;
    // "Hugo Carrasco, Peru's president,"
    if (m.last < tokens.size() && tokens[m.last].hash == kComma &&
        i + 2 < document_.mentions.size()) {
      const Mention &state = document_.mentions[i + 1], &office = document_.mentions[i + 2];
      const bool of = state.type == MentionType::kState && state.state != kNone &&
                      state.first == m.last + 1 && office.type == MentionType::kOffice;
      const Index noun = office.first;
      if (of &&
          (noun == state.last || (noun == state.last + 1 && tokens[state.last].has(kPossessive))) &&
          kOffices.contains(tokens[office.last - 1].hash)) {
        return state.state;
      }
    }
    for (Index k = i; k-- > 0 && k + 3 > i && document_.mentions[k].sentence == m.sentence;) {
      const Mention& nation = document_.mentions[k];
      if (nation.type != MentionType::kNationality || nation.state == kNone ||
          nation.last + 1 != end)
        continue;
      return kCounterparts.contains(tokens[nation.last].hash) ? nation.state : kNone;
    }
    return kNone;
  }

  // "Naim Qasim" where the tables have Qassem and the document speaks of Lebanon; or another
  // spelling of somebody unknown met before.
  Index other_spelling(const Mention& m, std::uint64_t key) {
    if (key == 0) return kNone;
    const std::string_view name = document_.slice(m);
    Index found = kNone;
    bool several = false;
    model_.spellings.each_like(model_.gazetteer, name, key, [&](Index record, NameLikeness like) {
      if (like.reason == NameReason::kInitials || !in_time(record)) return;
      const Index state = model_.gazetteer.impl().state(record);
      if (state == kNone || !spoken_.of(state)) return;
      several = several || (found != kNone && found != record);
      found = record;
    });
    if (found != kNone && !several) return table_.of_record(found);
    const Unknown* other = unknown_.find(key);
    if (other == nullptr) return kNone;
    const NameLikeness like = compare_names(name, document_.slice(document_.mentions[other->mention]));
    return like.score >= kSamePerson && like.reason != NameReason::kMoreNames ? other->entity : kNone;
  }

  // Was the person in office before the document was written?
  bool in_time(Index person) const {
    if (!day_) return true;
    const std::vector<const Office*> terms = model_.offices.of_person(person);
    return std::any_of(terms.begin(), terms.end(), [this](const Office* term) { return term->from <= *day_; });
  }

  // What the given name says, if it is one that says it.
  char gender_of_name(const PersonName& name) const {
    const WordFacts given = model_.vocabulary.of(name.given_hash());
    if (given.given_weight() < 2) return '-';
    return given.has(WordFacts::kMale) ? 'm' : given.has(WordFacts::kFemale) ? 'f' : '-';
  }

  void link_in_order(Index i) {
    const Mention& m = document_.mentions[i];
    if (m.form != MentionForm::kNamed) return anaphora_.resolve(i, history_);
    if (m.type == MentionType::kPerson) link_single_name(i);
    if (m.type == MentionType::kState) link_direction(i);
    if (m.type == MentionType::kNationality && m.state != kNone) link_by_nation(i);
  }

  // "[the Venezuelan] had telephoned": one of that nation, where neither a noun nor a plural says otherwise.
  bool one_person(const Mention& m) const {
    static constexpr std::uint64_t kThe = word_hash("the");
    static constexpr auto kGoesOn = word_set(
        {",",     ".",       "had",   "has",    "was",  "is",   "said",    "says",  "told",
         "who",   "will",    "would", "did",    "also", "then", "later",   "never", "could",
         "may",   "must",    "on",    "of",     "to",   "for",  "in",      "at",    "with",
         "after", "before",  "by",    "over",   "as",   "and",  "but",     "from",  "when",
         "while", "because", "about", "during", "if",   "that", "against", "into"});
    const std::vector<Token>& tokens = document_.tokens.tokens;
    if (m.plural || m.first == 0 || tokens[m.first - 1].hash != kThe || m.last >= tokens.size()) return false;
    // "[The Briton] carried"
    // "; [the Peruvian] promised", "and [the Briton] refused"
    static constexpr auto kOpens =
        word_set({";", "and", "but", "while", "as", "when", "after", "that", "because", "before"});
    const Index the = m.first - 1, first = document_.sentences()[m.sentence].first;
    const bool opens = the == first || (the > first && kOpens.contains(tokens[the - 1].hash));
    const bool did = opens && document_.slice(tokens[m.last].span()).ends_with("ed");
    if (!did && !kGoesOn.contains(tokens[m.last].hash)) return false;
    const std::string_view word = document_.slice(tokens[m.last - 1].span());
    for (const std::string_view many : {"sh", "ch", "se", "ss", "s"}) {   // "the French" are many
      if (word.ends_with(many)) return false;
    }
    return true;
  }

  // Whoever of that nation was named last; nobody else: the state.
  void link_by_nation(Index i) {
    constexpr Index kNear = 4;   // sentences
    const Mention& m = document_.mentions[i];
    const std::string_view state = model_.gazetteer.impl().id(m.state);
    const Index person = history_.only_one(m.sentence, kNear, [&](const Mention& other, const Entity& e) {
      return e.type == MentionType::kPerson && other.form == MentionForm::kNamed && e.state == state;
    });
    if (person != kNone) return table_.attach(i, person, Why::kNominalRecency);
    // "Ulf Henricsson, [the Swede] who heads the mission"
    static constexpr std::uint64_t kComma = word_hash(",");
    if (i > 0 && m.first > 2 && document_.tokens.tokens[m.first - 2].hash == kComma) {
      const Mention& name = document_.mentions[i - 1];
      if (name.last == m.first - 2 && name.type == MentionType::kPerson &&
          name.form == MentionForm::kNamed)
        return table_.attach(i, name.entity, Why::kNominalRecency);
    }
    // "Papers were found on John Mbeke. [The Kenyan]": of a state that nothing told so far
    const bool opens = m.first - 1 == document_.sentences()[m.sentence].first;
    const Index alone = !opens ? kNone : history_.only_one(m.sentence, 1, [&](const Mention& other, const Entity& e) {
      return other.sentence != m.sentence && e.type == MentionType::kPerson && other.form == MentionForm::kNamed;
    });
    if (alone != kNone && document_.entities[alone].state.empty()) return table_.attach(i, alone, Why::kNominalRecency);
    // "Assange fled. Correa said so. Police want to question [the Australian]": the only one of no
    // other state
    const Index stateless =
        history_.only_one(m.sentence, kNear, [&](const Mention& other, const Entity& e) {
          return other.sentence != m.sentence && e.type == MentionType::kPerson &&
                 other.form == MentionForm::kNamed && e.state.empty();
        });
    if (stateless != kNone) return table_.attach(i, stateless, Why::kNominalRecency);
    table_.attach(i, table_.of_record(m.state), Why::kDemonymOfState);
  }

  // "the North": the state spoken of last whose name starts with that word.
  void link_direction(Index i) {
    const std::uint64_t word = document_.tokens.tokens[document_.mentions[i].last - 1].hash;
    Index best = kNone, best_seen = kNone;
    for (; read_ < document_.entities.size(); ++read_) {
      if (document_.entities[read_].type == MentionType::kState && document_.entities[read_].record != kNone) states_.push_back(read_);
    }
    for (const Index e : states_) {
      const Entity& entity = document_.entities[e];
      const std::string_view name = entity.name;
      const std::size_t space = name.find(' ');
      if (space == std::string_view::npos || fold_hash(name.substr(0, space)) != word) continue;
      const Index seen = e < last_seen_.size() ? last_seen_[e] : kNone;
      if (best == kNone || (seen != kNone && (best_seen == kNone || seen > best_seen))) {
        best = e;
        best_seen = seen;
      }
    }
    if (best == kNone) best = other_half(word);
    if (best == kNone) no_direction_ = true;
    else table_.attach(i, best, Why::kShortOfState);
  }

  // "South Korea ... the North": the other half of a state that the document speaks of.
  Index other_half(std::uint64_t word) {
    struct Half {
      std::string_view spoken_of, direction, id;
    };
    static constexpr Half kHalves[] = {
        {"KOR", "North", "PRK"}, {"PRK", "South", "KOR"}, {"SSD", "North", "SDN"}, {"SDN", "South", "SSD"}};
    for (const Half& half : kHalves) {
      if (fold_hash(half.direction) != word) continue;
      if (table_.known(model_.gazetteer.record_of(half.spoken_of)) == kNone) continue;
      const Index record = model_.gazetteer.record_of(half.id);
      if (record != kNone) return table_.of_record(record);
    }
    return kNone;
  }

  // "Putin", "Mr. Park".
  void link_single_name(Index i) {
    const Mention& m = document_.mentions[i];
    if (m.last - m.first > 1) return link_full_person(i);
    const PersonName name = person_name(document_, m, false);
    const std::uint64_t hash = name.family_hash();
    Choice family, given;
    // A family name may be a given name of the other gender, too ("Eduardo Reina ... Reina"): only "Mr." and the like tell.
    Mention bare = m;
    if (!told_by_honorific(m)) bare.gender = '-';
    consider(persons_.last_of_family(hash), bare, family);
    if (family.entity == kNone) persons_.each_of_family(hash, [&](Index person) { consider(person, bare, family); });
    if (family.entity != kNone) return table_.attach(i, family.entity, Why::kSurname);
    consider(persons_.last_of_given(hash), m, given);
    if (given.entity == kNone) persons_.each_of_given(hash, [&](Index person) { consider(person, m, given); });
    if (given.entity != kNone) return table_.attach(i, given.entity, Why::kGivenName);
    Index record = m.record;
    if (record == kNone) record = office_holder(hash, m);
    if (record == kNone) record = model_.famous.unique(hash, day_);
    const Index entity = record != kNone ? table_.of_record(record)
                                         : table_.of_key(name_key(document_, m), MentionType::kPerson);
    Entity& person = document_.entities[entity];
    if (person.gender == '-') person.gender = m.gender;
    table_.attach(i, entity, record != kNone ? Why::kOfficeAtDate : Why::kSameName);
  }

  bool told_by_honorific(const Mention& m) const {
    static constexpr auto kHonorifics = word_set({"mr", "mrs", "ms", "miss", "sir", "lady", "lord", "dame", "madame", "madam", "monsieur", "king",
                                                 "queen", "prince", "princess", "senor", "senora", "herr", "frau"});
    return m.first > 0 && kHonorifics.contains(document_.tokens.tokens[m.first - 1].hash);
  }

  // "South Korean President [Kim]", "Secretary of State [Clinton]".
  Index office_holder(std::uint64_t family, const Mention& m) const {
    const TitleInfo* title = offices_.title_before(m.first).info;
    if (m.state == kNone && title == nullptr) return kNone;
    return model_.famous.holder(family, m.state,
                                title != nullptr ? std::optional(title->role_class) : std::nullopt, day_);
  }

  // The person of a name who was spoken of last; before any was, the first to come.
  struct Choice {
    Index entity = kNone;
    Index seen = kNone;
  };
  void consider(Index person, const Mention& m, Choice& best) const {
    if (person == kNone) return;
    const char gender = document_.entities[person].gender;
    if (m.gender != '-' && gender != '-' && gender != m.gender) return;
    const Index seen = person < last_seen_.size() ? last_seen_[person] : kNone;
    if (best.entity == kNone || (seen != kNone && (best.seen == kNone || seen > best.seen))) {
      best = {person, seen};
    }
  }

  void remember(Index i) {
    const Index entity = document_.mentions[i].entity;
    if (entity >= last_seen_.size()) last_seen_.resize(entity + 1, kNone);
    last_seen_[entity] = i;
    persons_.spoken_of(entity);
    history_.add(i);
  }

  const LinkModel& model_;
  Document& document_;
  EntityTable table_;
  std::vector<std::pair<std::uint64_t, Index>> short_for_;  // letters that the text says stand for an entity of its own
  PersonIndex& persons_;
  OfficeHolders offices_;
  Anaphora anaphora_;
  History history_;
  SpokenStates spoken_;
  FlatMap<Unknown>& unknown_;   // by spelling_key()
  std::optional<std::int32_t> day_;
  std::vector<Index>& last_seen_;  // entity -> its last mention so far
  std::vector<Index> states_;      // of entities [0, read_)
  Index read_ = 0;
  bool no_direction_ = false;      // "the North" of no state was met
};

}  // namespace

void link_entities(const LinkModel& model, Document& document) {
  thread_local Room room;
  Linker(model, document, room).run();
}

}  // namespace dragoman
