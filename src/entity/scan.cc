// Part of dragoman; see LICENSE.

#include "entity/scan.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "base/flat_map.h"
#include "base/indices_where.h"
#include "entity/famous.h"
#include "entity/spoken.h"
#include "token/word_set.h"

namespace dragoman {
namespace {

constexpr auto kSmallWords = word_set({"the", "of", "and", "for"});

class Scanner {
 public:
  Scanner(const LinkModel& model, const PersonIndex& persons, Document& document)
      : model_(model), persons_(persons), document_(document), tokens_(document.tokens.tokens),
        spoken_(document) {
    if (document.info.date) day_ = to_days(*document.info.date);
  }

  void run() {
    acronyms_.clear();
    index_names();
    covered_.assign(tokens_.size(), 0);
    for (Mention& m : document_.mentions) {
      if (m.form != MentionForm::kNamed) continue;
      if (place_that_is_a_person(m)) {
        m.type = MentionType::kPerson;
        m.record = m.state = m.entity = kNone;
        m.link_why = Why::kNotSaid;
      }
      if (const Index event = event_called(m); event != kNone) {
        m.type = MentionType::kEvent;
        m.record = m.state = kNone;
        m.entity = event;
        m.link_why = Why::kPartialName;
      }
      covered_[m.first] = 1;                       // most names are one word
      if (m.last > m.first + 1) std::fill(covered_.begin() + m.first + 1, covered_.begin() + m.last, std::uint8_t{1});
    }
    const Token* const tokens = tokens_.data();
    const std::uint8_t* const covered = covered_.data();
    const auto free_capital = [&](Index i) { return ((tokens[i].flags / kInitialCapital) & ~unsigned(covered[i]) & 1u) != 0; };
    Index s = 0;
    for (const Index i : indices_where(0, Index(tokens_.size()), free_capitals_, free_capital)) {
      while (document_.sentences()[s].last <= i) ++s;
      const Sentence& sentence = document_.sentences()[s];
      if (sentence.prose) look_at(i, s, sentence);
    }
    merge();
  }

 private:
  // What short forms do the names of this document have?
  void index_names() {
    for (Index i = 0; i < document_.mentions.size(); ++i) {
      const Mention& m = document_.mentions[i];
      const bool body = is_a(m.type, MentionType::kOrganisation) & (m.last - m.first >= 3);
      const bool event = (m.type == MentionType::kEvent) & (m.last - m.first >= 2);
      if (!(body | event) || m.form != MentionForm::kNamed || m.entity == kNone) continue;
      if (body) index_acronym(m);
      if (event) events_[tokens_[m.last - 1].hash] = m.entity;
    }
  }

  // "International Atomic Energy Agency" lets "IAEA" stand for it.
  void index_acronym(const Mention& m) {
    std::string initials;
    for (Index i = m.first; i < m.last; ++i) {
      const Token& t = tokens_[i];
      if (t.word() && !kSmallWords.contains(t.hash)) initials += ascii_lower(document_.text.slice(t.span()).front());
    }
    if (initials.size() >= 3) acronyms_[fold_hash(initials)] = m.entity;
  }

  // After "Kim Jong Un", "Kim" is he and not a town of that name; a capital stays a capital.
  bool place_that_is_a_person(const Mention& m) const {
    if ((m.last - m.first != 1) | ((m.type != MentionType::kCity) & (m.type != MentionType::kPlace))) return false;
    return persons_.knows_family(tokens_[m.first].hash) &&
           (m.record == kNone || !model_.gazetteer.facts(m.record).capital);
  }

  // After "Hurricane Irma", "Irma" is the storm and no woman, unless one is named in full.
  Index event_called(const Mention& m) const {
    if (events_.size() == 0 || m.last - m.first != 1 || (m.type != MentionType::kPerson && m.type != MentionType::kPlace)) return kNone;
    const Index* event = events_.find(tokens_[m.first].hash);
    return event == nullptr || persons_.knows(tokens_[m.first].hash) ? kNone : *event;
  }

  void look_at(Index i, Index s, const Sentence& sentence) {
    const Token& t = tokens_[i];
    // Where every word has capitals, an acronym is no common word.
    if (Index* entity = t.has(kAllCapitals) ? acronyms_.find(t.hash) : nullptr;
        entity != nullptr && !(sentence.caps && (i == sentence.first || model_.vocabulary.of(t.hash).common()))) {
      add(i, i + 1, s, document_.entities[*entity].type, *entity, Why::kAcronym);
      return;
    }
    person(i, s, sentence);
  }

  void person(Index i, Index s, const Sentence& sentence) {
    const Token& t = tokens_[i];
    const bool here = persons_.knows_family(t.hash);
    const WordFacts word = model_.vocabulary.of(t.hash);
    if (!here && !word.has(WordFacts::kFamousFamily)) return;
    const bool common = word.common() || t.letters < 2;
    // "Long", "Park", "Will" say nothing where every word has a capital.
    if (common && (sentence.caps || sentence.title || i == sentence.first)) return;
    if (!sentence.caps && !sentence.title && part_of_longer_name(i, sentence)) return;
    if (!here) {
      if (common) return;
      const Index person = model_.famous.unique(t.hash, day_);
      // "Kim" may be a given name too, but not where Korea is spoken of; nor is "Xi" two letters where China is.
      const bool doubtful = word.given_weight() > 2 || t.letters < 3;
      if (person == kNone || (doubtful && !spoken_.of(model_.gazetteer.record(person).state))) return;
    }
    add(with_given_name(i, sentence), i + 1, s, MentionType::kPerson, kNone, Why::kNotSaid);
  }

  // "Hunter Biden" where only "Joe Biden" was found: a given name in front that no rule
  // dared to take makes it a name of its own.
  Index with_given_name(Index i, const Sentence& sentence) const {
    if (sentence.caps || i == sentence.first || covered_[i - 1]) return i;
    const Token& before = tokens_[i - 1];
    const bool given = before.has(kInitialCapital) && model_.vocabulary.of(before.hash).given_weight() > 0;
    return given ? i - 1 : i;
  }

  bool next_is_name(Index i) const {
    return i + 1 < tokens_.size() && tokens_[i + 1].word() && tokens_[i + 1].has(kInitialCapital) &&
           !tokens_[i + 1].has(kPossessive);
  }

  // An unread capitalised neighbour makes it another, longer name: "Putin Street".
  bool part_of_longer_name(Index i, const Sentence& sentence) const {
    if (i + 1 < sentence.last && !covered_[i + 1] && next_is_name(i)) return true;
    if (i == sentence.first) return false;
    const Token& before = tokens_[i - 1];
    const WordFacts name = model_.vocabulary.of(before.hash);
    return i - 1 > sentence.first && !covered_[i - 1] && before.word() &&
           before.has(kInitialCapital) && !before.has(kAllCapitals) && !before.has(kAbbreviation) &&
           name.part_of_name() && name.given_weight() == 0;
  }

  void add(Index first, Index last, Index s, MentionType type, Index entity, Why why) {
    Mention m;
    m.span = {tokens_[first].start, tokens_[last - 1].end};
    m.first = first;
    m.last = last;
    m.type = type;
    m.sentence = s;
    m.entity = entity;
    m.link_why = why;
    if (entity != kNone) m.record = document_.entities[entity].record;
    added_.push_back(m);
  }

  void merge() {
    if (added_.empty()) return;
    std::vector<Mention>& all = document_.mentions;
    const auto middle = std::ptrdiff_t(all.size());
    all.insert(all.end(), added_.begin(), added_.end());
    std::inplace_merge(all.begin(), all.begin() + middle, all.end(),
                       [](const Mention& a, const Mention& b) {
                         return std::pair(a.span.start, ~a.span.end) <
                                std::pair(b.span.start, ~b.span.end);
                       });
  }

  // One a thread, kept from one document to the next.
  static std::vector<std::uint8_t>& covered() {
    thread_local std::vector<std::uint8_t> covered;
    return covered;
  }

  static std::vector<Index>& free_capitals() {
    thread_local std::vector<Index> places;
    return places;
  }

  static FlatMap<Index>& acronyms() {
    thread_local FlatMap<Index> entities;
    return entities;
  }

  const LinkModel& model_;
  const PersonIndex& persons_;
  Document& document_;
  const std::vector<Token>& tokens_;
  SpokenStates spoken_;
  std::optional<std::int32_t> day_;
  std::vector<std::uint8_t>& covered_ = covered();   // 1 where a name stands; bytes, as bits cost more to set
  std::vector<Index>& free_capitals_ = free_capitals();
  FlatMap<Index>& acronyms_ = acronyms();
  FlatMap<Index> events_;            // by their last word
  std::vector<Mention> added_;
};

}  // namespace

void add_short_names(const LinkModel& model, const PersonIndex& persons, Document& document) {
  Scanner(model, persons, document).run();
}

}  // namespace dragoman
