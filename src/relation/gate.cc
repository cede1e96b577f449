// Part of dragoman; see LICENSE.
//
// Which sentences are worth reading, and for what: the gate sees mentions and words, whatever stands
// where, before anything is tagged.  It refuses no sentence in which anything could be found, so that
// what is found does not depend on it.

#include <algorithm>
#include <bit>

#include "base/indices_where.h"
#include "relation/extractor.h"

namespace dragoman {
namespace {

bool entity_mention(MentionType type) {
  switch (type) {
    case MentionType::kDate: case MentionType::kMoney: case MentionType::kQuantity:
    case MentionType::kWeapon: case MentionType::kOffice: case MentionType::kEvent:
      return false;
    default: return true;
  }
}

}  // namespace

Extractor::Named Extractor::named(const Sentence& sentence, Index mention) {
  Named n;
  Index behind_person = kNone;           // token
  for (const Mention& it : std::span<const Mention>(document_->mentions).subspan(mention)) {
    if (it.first >= sentence.last) break;
    n.entities += entity_mention(it.type);
    n.parties += entity_mention(it.type) && (it.entity != kNone || it.state != kNone);
    n.person |= it.type == MentionType::kPerson;
    // "Anna Borg [of] Uppsala University", ", of the"
    n.of_body |= behind_person != kNone && it.first <= behind_person + 3 && is_a(it.type, MentionType::kOrganisation);
    if (it.type == MentionType::kPerson && it.form == MentionForm::kNamed) behind_person = it.last;
    n.office |= it.type == MentionType::kOffice;
    n.types |= std::uint64_t{1} << std::size_t(it.type);
    n.nation |= it.type == MentionType::kState || it.type == MentionType::kNationality;
    n.different += parties_of(it);
    if (it.entity == kNone) continue;
    n.linked_person |= it.type == MentionType::kPerson;
    n.entities += !document_->entities[it.entity].members.empty();   // "both sides" are two
    // "the Kenyan president" whom the text names is one of Kenya's.
    const bool described = it.type == MentionType::kPerson && it.form == MentionForm::kNominal && it.state != kNone &&
                           document_->entities[it.entity].type == MentionType::kPerson;
    n.entities += described;
    n.known_person |= (it.type == MentionType::kPerson && it.form != MentionForm::kNominal) || described;
    n.place |= it.type == MentionType::kState || it.type == MentionType::kCity || it.type == MentionType::kPlace;
  }
  pass_->dated = (n.types >> std::size_t(MentionType::kDate) & 1) != 0;
  return n;
}

void Extractor::give_mentions(const Named& n) {
  Given& given = pass_->given;
  given = {};
  for (std::uint64_t types = n.types; types != 0; types &= types - 1) given.add(frames_.gives(MentionType(std::countr_zero(types))));
  given.parties = std::uint8_t(std::min(n.different, 2));
}

// For how many different parties a mention may stand, at most: itself, its state, each of its members.
int Extractor::parties_of(const Mention& mention) const {
  if (mention.entity == kNone) return mention.state != kNone;
  const Entity& entity = document_->entities[mention.entity];
  const bool another = mention.state != kNone || !entity.state.empty() || entity.type == MentionType::kCity ||
                       entity.type == MentionType::kPlace;
  return 1 + int(another && entity.type != MentionType::kState) + int(entity.members.size());
}

bool Extractor::gate(Index s, const Named& n) {
  few_ = true;
  pass_->accord = false;
  pass_->names = pass_->places = true;
  if (n.entities == 0) return false;
  // Whoever is nobody that the document knows fills no role.
  if (n.parties == 0 && trace_ == nullptr) return false;
  give_mentions(n);
  std::uint8_t opens = Frames::kLoneTrigger;
  if (n.entities >= 2) opens |= Frames::kTrigger;
  if (n.entities >= 2 && n.person) opens |= Frames::kRoleWord;
  bool open = n.entities >= 2 && (n.office || n.of_body) && n.person;   // names and titles
  Clauses& sentence = waiting_[waits_].clauses;
  look_up_words(frames_.lexicon(), *document_, s, sentence);
  const std::uint8_t words = read_words(sentence.words);
  open |= (words & opens) != 0;
  pass_->accord = (words & Frames::kAccordWord) != 0;
  if ((words & Frames::kSpeakerWord) != 0) pass_->given.parties = 2;
  few_ = !open;
  pass_->names = trace_ || may_name(n, words, sentence.words);
  pass_->places = trace_ || n.place;
  return open && n.parties > 0 && (trace_ || may_report(n, words));
}

// What the words open (GateBit); what they give and trigger is kept.  Nothing branches on a word: more than half of them
// concern some frame, and which do no processor foresees.
std::uint8_t Extractor::read_words(std::span<const Word> all) {
  static constexpr Entry kUnknown;
  const auto entry_of = [](const Word& w) { return w.entry != nullptr ? w.entry : &kUnknown; };
  const auto concerns = [&](Index i) { return entry_of(all[i])->note != 0; };
  std::uint8_t opens = 0;
  gate_triggers_.resize(3 * all.size());     // nouns, verbs, others
  LemmaId* trigger = gate_triggers_.data();
  for (const Index i : indices_where(0, Index(all.size()), noted_, concerns)) {
    const Entry& entry = *all[i].entry;
    const Frames::GateWord word(entry);
    opens |= word.opens;
    frames_.give(word, pass_->given);
    *trigger = entry.noun;
    trigger += word.noun;
    *trigger = entry.verb;
    trigger += unsigned(word.verb) & ~(unsigned(word.noun) & unsigned(entry.verb == entry.noun));
    *trigger = entry.other;
    trigger += word.other;
  }
  gate_triggers_.resize(std::size_t(trigger - gate_triggers_.data()));
  return opens;
}

// Could any frame match, whatever stands where, or names side by side make a relation?
bool Extractor::may_report(const Named& n, std::uint8_t words) const {
  if (n.known_person && (n.office || n.of_body || (words & Frames::kNameWord) != 0)) return true;
  if (n.place && pass_->given.parties >= 2) return true;
  const auto some_word = [this](const auto& holds) { return std::ranges::any_of(gate_triggers_, holds); };
  const auto meets = [this](const Asks& asks) { return pass_->given.meets(asks); };
  for (const LemmaId lemma : gate_triggers_) frames_.fetch_asks(lemma);
  return some_word([&](LemmaId lemma) { return meets(frames_.first_asks(lemma)); }) || some_word([&](LemmaId lemma) {
           const std::span<const Asks> others = frames_.other_asks(lemma);
           return std::ranges::any_of(others, meets);
         });
}

// "the ships remain in port, their [holds] empty": most of the sentences that nothing comes of were let in by a word that
// turns out to be no verb, or no noun.  What follows costs twice what was done so far.
bool Extractor::still_open(const Pass& pass, const Clauses& sentence) const {
  if (trace_ || pass.names || pass.places) return true;
  const auto may_open = [&](LemmaId lemma, TriggerKind kind) {
    const std::span<const TriggerTest> tests = frames_.tests(lemma, kind);
    return std::ranges::any_of(tests, [&pass](const TriggerTest& test) { return pass.given.meets(test.asks); });
  };
  const auto triggers = [](const Word& w) {
    return w.lemma != kNoLemma && w.entry != nullptr && Frames::GateWord(*w.entry).triggers();
  };
  for (const Word& w : sentence.words) {
    if (triggers(w)) frames_.fetch_tests(w.lemma);
  }
  return std::ranges::any_of(sentence.words, [&](const Word& w) {
    if (!triggers(w)) return false;
    // Which kinds a word may trigger as; chunks take the lemmas of their words as they are.
    const bool in_verb = w.tag == Tag::kVerb || w.tag == Tag::kModal || w.tag == Tag::kTo;
    return in_verb ? may_open(w.lemma, TriggerKind::kVerb) || may_open(w.lemma, TriggerKind::kModal)
                   : may_open(w.lemma, TriggerKind::kNoun) || may_open(w.lemma, TriggerKind::kAdjective);
  });
}

// Could names side by side make a relation?  Of somebody, with an office or role, or with a nation.
bool Extractor::may_name(const Named& n, std::uint8_t words, std::span<const Word> all) const {
  if (!n.linked_person) return false;
  if (n.office || n.nation || n.of_body || (words & Frames::kNameWord) != 0) return true;
  const Lexicon& lexicon = frames_.lexicon();
  const auto role = [&](LemmaId lemma) {
    return lemma != kNoLemma && (lexicon.is(lemma, kRoleNoun) || lexicon.is(lemma, kOfficeNoun) || lexicon.is_one_of(lemma, kOtherSide));
  };
  return std::ranges::any_of(all, [&](const Word& w) {
    return w.entry != nullptr && (role(w.entry->noun) || role(w.entry->other) || role(w.entry->verb));
  });
}

}  // namespace dragoman
