// Part of dragoman; see LICENSE.
//
// Nouns: subjects, objects, prepositional phrases, lists, appositions.

#include <algorithm>
#include <string_view>

#include "syntax/attacher.h"
#include "syntax/sentence_trees.h"
#include "token/word_set.h"

namespace dragoman {

bool is_kin(const Lexicon& lexicon, LemmaId lemma) {
  static constexpr FewWords kKin = {"wife", "husband", "widow", "son", "daughter", "brother", "sister", "father", "mother", "nephew", "niece",
                                    "uncle", "cousin", "half-brother", "half-sister", "son-in-law", "brother-in-law", "stepson", "grandson",
                                    "twin"};
  return lemma != kNoLemma && lexicon.is_one_of(lemma, kKin);
}

bool is_friend(const Lexicon& lexicon, LemmaId lemma) {
  static constexpr FewWords kFriends = {"ally", "proxy", "protege", "protégé", "patron", "backer", "friend"};
  return lemma != kNoLemma && lexicon.is_one_of(lemma, kFriends);
}

void Attacher::noun(Id id) {
  NounChunk& chunk = n(id);
  const PieceKind prev = before();
  chunk.after_comma = prev == PieceKind::kComma || prev == PieceKind::kDash;
  if (chunk.date) return;   // adverbial; leaves the state alone
  if (echoed_ != kNobody && prev == PieceKind::kVerb) {
    append(n(echoed_).first_conjunct, id);
    echoed_ = kNobody;
    return;
  }
  if (kind(at_ + 1) == PieceKind::kPreposition) stand_for(id);
  // "20 people, among them [three Americans], from": no subject
  if (prev == PieceKind::kNoun && at_ >= 2 && before2() == PieceKind::kPreposition && n(pieces_[at_ - 1].id).pronoun &&
      kind(at_ - 3) == PieceKind::kComma && at_ >= 3) {
    last_ = id;
    return;
  }
  // "four workers, [two] of them [Americans], and threatened": no subjects either
  const auto of_them = [this](std::size_t at) {
    return kind(at - 1) == PieceKind::kComma && kind(at) == PieceKind::kNoun && kind(at + 1) == PieceKind::kPreposition &&
           kind(at + 2) == PieceKind::kNoun && kind(at + 3) == PieceKind::kNoun && n(pieces_[at + 2].id).pronoun;
  };
  if (of_them(at_) || of_them(at_ - 3)) {
    last_ = id;
    return;
  }
  if (prev == PieceKind::kNoun && contact_clause(id)) {
    relative_ = pieces_[at_ - 1].id;
    relative_at_ = at_ - 1;
    whose_ = false;
    led_by_ = Prep::kNone;
    antecedent_ = relative_;
    if (pending_ != kNobody) stack_.push_back(pending_);
    pending_ = last_ = id;
    pending_at_ = at_;
    return;
  }
  if (prev == PieceKind::kNoun && kin_by_name(id)) return;
  // "attacked Chad but not [Togo]", "Chad, and not [Togo], attacked it"
  if (chunk.first > c_.base && c_.word(chunk.first - 1).tag == Tag::kNot) {
    const bool behind = verb_ != kNobody && open_ && !finite_next(at_ + 1);
    const bool subject = pending_ != kNobody && prev != PieceKind::kPreposition && prev != PieceKind::kVerb;
    if (prev == PieceKind::kDash ? subject : (prev == PieceKind::kCoordinator || prev == PieceKind::kComma) && (behind || subject)) {
      last_ = id;
      return;
    }
  }
  if (prev == PieceKind::kPreposition && clause_at_ + 1 != at_ && (before2() != PieceKind::kVerb || !particle())) return prepositional(id);
  if ((prev == PieceKind::kCoordinator || prev == PieceKind::kComma) && join_list(id)) return;
  if (open_ && !comma_ && verb_ != kNobody && title_given(id)) return;
  if (chunk.after_comma && apposition(id)) return;
  // Inverted speech: ", said Adrienne Watson".
  // But who is told does not tell: ", told the BBC".
  if (verb_ != kNobody && says(verb_) && v(verb_).finite && v(verb_).subject == kNobody &&
      prev == PieceKind::kVerb && !of_somebody(verb_)) {
    v(verb_).subject = id;
    chunk.role = NounRole::kSubject;
    last_ = id;
    return;
  }
  // "will open across the border and [the king] will": a clause of its own.
  const bool fresh = prev == PieceKind::kCoordinator && (finite_next(behind_phrases(at_ + 1)) || clause_behind_gerund(at_ + 1));
  if (open_ && !comma_ && verb_ != kNobody && !fresh) {
    // The object zone of the last verb.
    VerbGroup& verb = v(verb_);
    // "Under the deal unveiled on Monday [Israel] will": a participle takes no object.
    const bool taken = verb.reduced_passive && !lexicon_.is(verb.lemma, kDative) && finite_next(behind_phrases(at_ + 1));
    if (!taken && verb.object == kNobody) {
      verb.object = id;
      chunk.role = verb.lemma != kNoLemma && be(verb) && !verb.passive ? NounRole::kPredicate : NounRole::kObject;
      chunk.verb = verb_;
      last_ = id;
      return;
    }
    // "the drones which Turkey sold [Mali]"
    if (!taken && prev == PieceKind::kVerb && acts_on_antecedent(verb) && verb.indirect == kNobody && !verb.passive &&
        lexicon_.is(verb.lemma, kDative)) {
      verb.indirect = id;
      chunk.role = NounRole::kIndirect;
      chunk.verb = verb_;
      last_ = id;
      return;
    }
    // "took hostage [two nuns]": them, as that
    if (prev == PieceKind::kNoun && verb.object == pieces_[at_ - 1].id && captive(verb.object) && !chunk.date) {
      n(verb.object).role = NounRole::kPrepositional;
      n(verb.object).prep = Prep::kAs;
      verb.object = id;
      chunk.role = NounRole::kObject;
      chunk.verb = verb_;
      last_ = id;
      return;
    }
    if (prev == PieceKind::kNoun && pieces_[at_ - 1].id != kNobody &&
        n(n(pieces_[at_ - 1].id).first_conjunct).role == NounRole::kObject &&
        lexicon_.is(verb.lemma, kDative) && verb.indirect == kNobody) {
      const Id first = n(pieces_[at_ - 1].id).first_conjunct;
      verb.indirect = first;
      for (Id k = first; k != kNobody; k = n(k).next_conjunct) n(k).role = NounRole::kIndirect;
      verb.object = id;
      chunk.role = NounRole::kObject;
      chunk.verb = verb_;
      last_ = id;
      return;
    }
  }
  if (prev == PieceKind::kComma && open_ && verb_ != kNobody && (behind_apposed(id) || behind_inserted_phrase(id))) return;
  if (prev == PieceKind::kCoordinator && join_subject(id)) return;
  if (chunk.after_comma && parenthesis()) {
    stack_.push_back(pending_);
    pending_ = id;
    pending_at_ = at_;
    last_ = id;
    return;
  }
  // "A ship named after Corrie, [an American] crushed by a bulldozer, was": said of the name
  const bool crushed = chunk.after_comma && kind(at_ + 1) == PieceKind::kVerb && done_by_somebody(at_ + 1) && comma_ahead(at_ + 2);
  if (pending_ != kNobody && chunk.after_comma && prev != PieceKind::kDash &&
      (crushed || !finite_next(at_ + 1)) && kind(at_ + 1) != PieceKind::kPreposition) {
    last_ = id;           // a stray phrase: the subject waits on
    return;
  }
  if (whose_ && relative_ != kNobody && prev == PieceKind::kRelative && chunk.possessor == kNobody) {
    // "Chile and New Zealand, [whose prime minister] said": one is of the last
    chunk.possessor = !chunk.plural && relative_ != n(relative_).first_conjunct && lexicon_.is(chunk.lemma, kRoleNoun) ? relative_ : who_of(relative_);
  }
  // "and whose [members] it depends on": they wait for no verb
  const bool whose_are = whose_ && relative_ != kNobody && pending_at_ > relative_at_;
  if (in_relative_ && pending_ != kNobody && !whose_are) stack_.push_back(pending_);
  pending_ = id;
  pending_at_ = at_;
  last_ = id;
}

// "gave the ambassador, Kang Chol, [48 hours]": the other object of the open verb, behind the name of the first.
bool Attacher::behind_apposed(Id id) {
  if (before2() != PieceKind::kNoun || finite_next(at_ + 1)) return false;
  VerbGroup& verb = v(verb_);
  const NounChunk& name = n(pieces_[at_ - 2].id);
  if (name.role != NounRole::kApposition || verb.object == kNobody || n(name.apposition_of).first_conjunct != verb.object || verb.passive ||
      verb.indirect != kNobody || !lexicon_.is(verb.lemma, kDative) || family(n(id)) == 1) {
    return false;
  }
  verb.indirect = verb.object;
  n(verb.object).role = NounRole::kIndirect;
  verb.object = id;
  n(id).role = NounRole::kObject;
  n(id).verb = verb_;
  last_ = id;
  return true;
}

// "arrested, in a village near Oslo, [four men]": the object of the open verb, behind a phrase in commas.
bool Attacher::behind_inserted_phrase(Id id) {
  if (pending_ != kNobody) return false;
  VerbGroup& verb = v(verb_);
  if (verb.object != kNobody || verb.passive || says(verb_) || be(verb) || intransitive(verb.lemma)) return false;
  std::size_t k = at_ - 1;
  while (k > 1 && kind(k - 1) == PieceKind::kNoun && kind(k - 2) == PieceKind::kPreposition) k -= 2;
  if (k + 1 == at_ || k < 2 || kind(k - 1) != PieceKind::kComma || kind(k - 2) != PieceKind::kVerb || pieces_[k - 2].id != verb_) return false;
  const std::size_t behind = behind_phrases(at_ + 1, kAnyNumber);
  if (finite_next(behind) || kind(behind) == PieceKind::kCoordinator) return false;
  verb.object = id;
  n(id).role = NounRole::kObject;
  n(id).verb = verb_;
  last_ = id;
  comma_ = false;
  return true;
}

// "opened ties with China and cut [those] with Taiwan": the same thing as before.
void Attacher::stand_for(Id id) {
  static constexpr std::uint64_t kThose = word_hash("those");
  NounChunk& chunk = n(id);
  if (chunk.last != chunk.first + 1 || document_.tokens.tokens[chunk.first].hash != kThose) return;
  for (Id k = id; k-- > 0;) {
    const NounChunk& before = n(k);
    if (before.date || !before.plural || before.mention != kNone || before.lemma == kNoLemma || before.role == NounRole::kSubject) continue;
    chunk.lemma = c_.words[chunk.head - c_.base].lemma = before.lemma;
    return;
  }
}

// "carried [out] a test", "bailed [out] Ghana": the noun is an object.
bool Attacher::particle() const {
  static constexpr FewWords kAlways = {"out", "up", "off", "down"};
  static constexpr FewWords kWithSome = {"over", "back", "in", "on", "aside"};   // verbs
  const LemmaId word = c_.word(pieces_[at_ - 1].token).lemma;
  if (lexicon_.is_one_of(word, kAlways)) return true;
  return lexicon_.is_one_of(word, kWithSome) && lexicon_.phrasal(c_.verbs[pieces_[at_ - 2].id].lemma, lexicon_.lemma(word));
}

bool Attacher::be(const VerbGroup& verb) const {
  const Entry* e = c_.word(verb.head).entry;
  if (e && e->closed == Closed::kBe) return true;
  return lexicon_.is(verb.lemma, "become") || lexicon_.is(verb.lemma, "remain");
}

// "named Boris Johnson [foreign secretary]", "was elected [president]", "called Iran [a threat]": what
// somebody is made or called stands as after "as".
bool Attacher::title_given(Id id) {
  // "called the steps taken by Mali [a siege]": behind the participle
  if (v(verb_).reduced_passive && v(verb_).parent != kNobody && before() == PieceKind::kNoun &&
      lexicon_.is(v(v(verb_).parent).lemma, kNaming) && v(verb_).parent_noun != kNobody && !v(v(verb_).parent).passive &&
      v(v(verb_).parent).object == n(v(verb_).parent_noun).first_conjunct && n(id).mention == kNone &&
      c_.word(n(id).first).tag == Tag::kDeterminer) {
    n(id).role = NounRole::kPrepositional;
    n(id).prep = Prep::kAs;
    n(id).verb = v(verb_).parent;
    last_ = id;
    return true;
  }
  if (!lexicon_.is(v(verb_).lemma, kNaming)) return false;
  NounChunk& chunk = n(id);
  // "whom Chad calls [bandits]": what the clause lacks is called so
  const bool lacked = before() == PieceKind::kVerb && acts_on_antecedent(v(verb_));
  const bool called = lacked && chunk.mention != kNone && document_.mentions[chunk.mention].form == MentionForm::kNominal;
  // "called the rebels [terrorists]"
  static constexpr FewWords kLiken = {"call", "brand", "label", "dub"};
  const bool likened = chunk.mention != kNone && document_.mentions[chunk.mention].form == MentionForm::kNominal && chunk.plural &&
                       lexicon_.is_one_of(v(verb_).lemma, kLiken);
  if (family(chunk) != 0 && family(chunk) != 6 && !role_like(chunk) && !nameless(chunk) && !called && !likened) return false;
  // "called the arrest [of his aides] a crime"
  Id left = before() == PieceKind::kNoun ? pieces_[at_ - 1].id : kNobody;
  for (int steps = 0; left != kNobody && steps < 3 && n(left).role == NounRole::kPrepositional && n(left).noun != kNobody; ++steps) left = n(left).noun;
  const bool named = v(verb_).passive ? v(verb_).object == kNobody && before() == PieceKind::kVerb && role_like(chunk)
                                      : v(verb_).object != kNobody && left != kNobody &&
                                            n(v(verb_).object).first_conjunct == n(left).first_conjunct;
  if (!named && !lacked) return false;
  if (likened && v(verb_).passive) return false;
  chunk.role = NounRole::kPrepositional;
  chunk.prep = Prep::kAs;
  chunk.verb = verb_;
  last_ = id;
  return true;
}

// ", with [the UN] condemning it", "With [Turkey] threatening to invade, Syria": who does what stands behind it, and has no part
// in what the clause around says.
bool Attacher::absolute(std::size_t preposition) const {
  if (c_.word(pieces_[preposition].token).prep != Prep::kWith || (preposition > 0 && kind(preposition - 1) != PieceKind::kComma)) return false;
  // ", with [Mandela] as their host"
  if (kind(preposition + 2) == PieceKind::kPreposition && c_.word(pieces_[preposition + 2].token).prep == Prep::kAs) return true;
  std::size_t k = behind_phrases(preposition + 2, 2);
  while (kind(k) == PieceKind::kCoordinator && kind(k + 1) == PieceKind::kNoun) k += 2;
  return kind(k) == PieceKind::kVerb && c_.verbs[pieces_[k].id].form == kGerund && !c_.verbs[pieces_[k].id].finite;
}

void Attacher::prepositional(Id id) {
  NounChunk& chunk = n(id);
  const std::size_t at = at_ - 1;
  chunk.role = NounRole::kPrepositional;
  chunk.prep = c_.word(pieces_[at].token).prep;
  last_ = id;
  // "according to Paris": says who says so.
  if (at > 0 && kind(at - 1) == PieceKind::kPreposition && c_.word(pieces_[at - 1].token).tag == Tag::kVerb) {
    chunk.prep = Prep::kOther;
    return;
  }
  if (absolute(at)) return;
  if (open_ && verb_ != kNobody) chunk.verb = verb_;
  // The noun to its left, dates between them skipped: "talks on Monday with Iran".
  std::size_t left = at;
  while (left > 0 && kind(left - 1) == PieceKind::kNoun && n(pieces_[left - 1].id).date) {
    --left;
    if (left > 0 && kind(left - 1) == PieceKind::kPreposition) --left;
  }
  if (left > 0 && kind(left - 1) == PieceKind::kNoun) chunk.noun = pieces_[left - 1].id;
  // "The visit of the minister, Ama Mensah, to [Togo] was": of the deed that waits for its verb
  // "condemned the murder of Boris Nemtsov, a critic of the Kremlin, by [gunmen]": of the deed, behind what describes its victim
  if (chunk.noun == kNobody && left > 1 && kind(left - 1) == PieceKind::kComma && kind(left - 2) == PieceKind::kNoun) {
    const Id object = pending_ == kNobody && open_ && verb_ != kNobody && chunk.prep == Prep::kBy ? v(verb_).object : kNobody;
    const Id deed = pending_ != kNobody ? pending_ : object;
    Id described = pieces_[left - 2].id;
    for (int steps = 0; steps < 3 && n(described).role == NounRole::kPrepositional && n(described).noun != kNobody; ++steps) described = n(described).noun;
    if (deed != kNobody && n(described).role == NounRole::kApposition && names_deed(n(deed))) chunk.noun = described;
  }
  // "withdrew its troops, [mediators from Brazil] said": a subject that waits keeps its phrase.
  if (chunk.noun != kNobody && chunk.noun == pending_ && n(chunk.noun).after_comma) chunk.verb = kNobody;
  chunk.fronted = pending_ == kNobody && !open_;
}

Id Attacher::like_before(Id left, Id id) const {
  // "a delegation from [Ethiopia] and Tigrayan commanders met": people are joined to people, not to the state that these are of
  const auto people = [this](const NounChunk& chunk) {
    if (chunk.mention == kNone) return false;
    const Mention& m = document_.mentions[chunk.mention];
    return m.type == MentionType::kGroup && m.form == MentionForm::kNominal;
  };
  const NounChunk& state = c_.nouns[left];
  if (people(c_.nouns[id]) && state.role == NounRole::kPrepositional && state.noun != kNobody && state.mention != kNone && state.first_conjunct == left &&
      (state.prep == Prep::kOf || state.prep == Prep::kFrom || state.prep == Prep::kIn) && people(c_.nouns[state.noun]) &&
      document_.mentions[state.mention].form == MentionForm::kNamed && c_.nouns[state.noun].role != NounRole::kApposition) {
    const MentionType type = document_.mentions[state.mention].type;
    if (type == MentionType::kState || type == MentionType::kCity || type == MentionType::kPlace) return state.noun;
  }
  const auto person = [this](Id noun) { return family(c_.nouns[noun]) == 1 || family(c_.nouns[noun]) == 6; };
  if (!person(id)) return left;
  Id at = left;
  for (int steps = 0; steps < 3 && !person(at) && c_.nouns[at].role == NounRole::kPrepositional && c_.nouns[at].noun != kNobody; ++steps) {
    at = c_.nouns[at].noun;
  }
  return person(at) && c_.nouns[at].role != NounRole::kApposition ? at : left;
}

void Attacher::append(Id first, Id id) {
  Id last = first;
  while (n(last).next_conjunct != kNobody) last = n(last).next_conjunct;
  n(last).next_conjunct = id;
  n(id).first_conjunct = n(first).first_conjunct;
  n(id).role = n(first).role;
  n(id).verb = n(first).verb;
  last_ = id;
}

bool Attacher::join_subject(Id id) {
  if (before2() != PieceKind::kComma) return false;
  const bool interrupted = pending_ == kNobody && !stack_.empty() && in_relative_ && verb_ != kNobody &&
                           v(verb_).link == Link::kRelative &&
                           (finite_next(behind_phrases(at_ + 1)) || (kind(at_ + 1) == PieceKind::kComma && kind(at_ + 2) == PieceKind::kRelative));
  const Id subject = interrupted ? stack_.back() : pending_;
  if (subject == kNobody || n(subject).pronoun || n(id).pronoun || (!interrupted && n(subject).role != NounRole::kFree)) return false;
  const int kind_of = family(n(subject));
  // "Chad's president, Idriss Deby, and [his Sudanese counterpart], Omar al-Bashir, met": persons by office or name
  static constexpr FewWords kOthers = {"counterpart", "colleague", "deputy", "successor", "predecessor", "wife", "host"};
  const auto person = [this](const NounChunk& chunk) {
    return family(chunk) == 1 || family(chunk) == 6 || role_like(chunk) || lexicon_.is_one_of(chunk.lemma, kOthers);
  };
  const bool persons = !interrupted && n(subject).apposition != kNobody && person(n(subject)) && person(n(id));
  if (!persons && (kind_of != family(n(id)) || (kind_of != 1 && kind_of != 2))) return false;
  joined_ = id;
  if (!interrupted) {
    append(n(subject).first_conjunct, id);
    return true;
  }
  // What the relative clause says, it says of the first alone: the list begins at the second.
  n(id).next_conjunct = n(subject).first_conjunct;
  n(id).negated = n(id).negated || n(subject).negated;   // "neither Chad, which left, nor [Mali]"
  stack_.pop_back();
  pending_ = last_ = id;
  pending_at_ = at_;
  in_relative_ = false;
  return true;
}

bool Attacher::list_is_subject(std::size_t at) const {
  std::size_t k = at;
  while (kind(k) == PieceKind::kNoun || kind(k) == PieceKind::kCoordinator ||
         (kind(k) == PieceKind::kPreposition && kind(k + 1) == PieceKind::kNoun) ||
         (kind(k) == PieceKind::kComma && kind(k + 1) == PieceKind::kNoun && c_.nouns[pieces_[k + 1].id].first_conjunct == pieces_[k + 1].id &&
          family(c_.nouns[pieces_[k + 1].id]) == family(c_.nouns[pieces_[at].id]) && kind(k + 2) != PieceKind::kVerb)) {
    ++k;
  }
  // "[Chad and Mali], fearing a coup, sent"
  const bool participle = kind(k) == PieceKind::kComma && kind(k + 1) == PieceKind::kVerb && !c_.verbs[pieces_[k + 1].id].finite && verb_behind_comma(k + 1);
  return finite_next(k) || participle || (kind(k) == PieceKind::kComma && kind(k + 1) == PieceKind::kRelative);
}

// "seized two men in Gao and [a nun] in Mopti", "killed ten soldiers in Gao and [a policeman]": the object before, which goes on behind
// its place; kNobody: what stands right before is joined.
Id Attacher::parallel_object(Id left, Id id) const {
  const NounChunk& l = c_.nouns[left];
  const NounChunk& chunk = c_.nouns[id];
  if (l.role != NounRole::kPrepositional || l.noun == kNobody || l.mention == kNone || verb_ == kNobody || pending_ != kNobody) return kNobody;
  const NounChunk& object = c_.nouns[l.noun];
  if (c_.verbs[verb_].object == kNobody || object.first_conjunct != c_.verbs[verb_].object || object.role != NounRole::kObject) return kNobody;
  const MentionType place = document_.mentions[l.mention].type;
  const bool named = document_.mentions[l.mention].form == MentionForm::kNamed;
  if (!named || (place != MentionType::kCity && place != MentionType::kState && place != MentionType::kPlace)) return kNobody;
  if (chunk.mention != kNone && document_.mentions[chunk.mention].form == MentionForm::kNamed) return kNobody;
  const Tag begins = c_.word(chunk.first).tag;
  if (begins != Tag::kDeterminer && begins != Tag::kNumber) return kNobody;
  const bool parallel = kind(at_ + 1) == PieceKind::kPreposition && c_.word(pieces_[at_ + 1].token).prep == l.prep && l.prep != Prep::kOf;
  const bool people = acts(id) && (acts(l.noun) || family(object) == family(chunk)) && l.prep == Prep::kIn;
  if (!parallel && !people) return kNobody;
  Id last = object.first_conjunct;
  while (c_.nouns[last].next_conjunct != kNobody) last = c_.nouns[last].next_conjunct;
  return last;
}

// "A and B", "A, B and C".
bool Attacher::join_list(Id id) {
  const PieceKind prev = before();
  // "told the council, and [neither] Chad nor Mali left": a clause of its own
  static constexpr FewWords kNeither = {"neither"};
  if (prev == PieceKind::kCoordinator && before2() == PieceKind::kComma && kNeither.has_in_any_case(document_.slice(document_.tokens.tokens[n(id).first].span()))) return false;
  std::size_t left_at = at_ - 1;
  while (left_at > 0 && (kind(left_at) == PieceKind::kCoordinator || kind(left_at) == PieceKind::kComma)) {
    --left_at;
    if (at_ - left_at > 2) break;
  }
  if (kind(left_at) != PieceKind::kNoun) return false;
  // "Howard of Australia, [Mbeki] of South Africa and Obasanjo": behind whose state each has told
  const bool of_states = prev == PieceKind::kComma && n(pieces_[left_at].id).role == NounRole::kPrepositional && of_whom(left_at - 1) && family(n(id)) == 1;
  Id left = prev == PieceKind::kCoordinator || of_states ? like_before(pieces_[left_at].id, id) : pieces_[left_at].id;
  // "sold tanks to Ghana and [rifles] to Benin": another object with its own phrase
  if (prev == PieceKind::kCoordinator && verb_ != kNobody && v(verb_).object != kNobody && n(left).role == NounRole::kPrepositional &&
      family(n(id)) == 3 && family(n(left)) != 3 && family(n(v(verb_).object)) == 3 && kind(at_ + 1) == PieceKind::kPreposition &&
      c_.word(pieces_[at_ + 1].token).prep == n(left).prep) {
    left = v(verb_).object;
    while (n(left).next_conjunct != kNobody) left = n(left).next_conjunct;
  }
  if (const Id object = prev == PieceKind::kCoordinator ? parallel_object(left, id) : kNobody; object != kNobody) left = object;
  const Id described = prev == PieceKind::kCoordinator ? described_before(left, id) : kNobody;
  if (described != kNobody) left = described;
  NounChunk& l = n(left);
  if (l.date) return false;
  // "After rebels had marched into Goma, [Rwanda] and Congo signed": what ends the clause before is no part of the list.
  if (prev == PieceKind::kComma && main_ == kNobody && pending_ == kNobody && verb_ != kNobody && at_ >= list_until_ &&
      (v(verb_).link == Link::kAdverbial || v(verb_).link == Link::kConditional) && list_is_subject(at_)) {
    return false;
  }
  if (l.role == NounRole::kApposition) {
    // "Haftar, once a colonel and now [the commander] of the army,": as much in apposition.
    if (prev != PieceKind::kCoordinator || l.apposition_of == kNobody || (family(l) == 1 && named(l))) return false;
    if (family(n(id)) != 0 && !role_like(n(id)) && named(n(id))) return false;
    n(id).role = NounRole::kApposition;
    n(id).apposition_of = l.apposition_of;
    last_ = id;
    return true;
  }
  // "Assange, the founder of WikiLeaks and [an Australian citizen],": so is what goes on behind a phrase.
  if (prev == PieceKind::kCoordinator && l.role == NounRole::kPrepositional && l.noun != kNobody &&
      n(l.noun).role == NounRole::kApposition && n(l.noun).apposition_of != kNobody && role_like(n(id)) &&
      !role_like(l) && (family(l) == 1 || family(l) == 2)) {
    n(id).role = NounRole::kApposition;
    n(id).apposition_of = n(l.noun).apposition_of;
    last_ = id;
    return true;
  }
  const bool comma_only = prev == PieceKind::kComma && before2() != PieceKind::kCoordinator;
  const Sentence& sentence = document_.sentences()[c_.sentence];
  const bool headline = comma_only && (sentence.title || sentence.caps) && family(n(id)) == 2 && family(l) == 2 &&
                        kind(at_ + 1) == PieceKind::kVerb;   // "Morocco, Israel to normalise ties"
  if (comma_only && !headline && at_ >= list_until_ && !list_goes_on(at_, family(n(id)), family(l))) return false;
  // "sent drones to Russia, [Britain] and France said": these two are the subject of the next clause.
  if (comma_only && kind(at_ + 1) == PieceKind::kCoordinator && kind(at_ + 2) == PieceKind::kNoun && verb_ != kNobody &&
      !(open_ && says(verb_) && v(verb_).object == l.first_conjunct) && !waits_for_verb(left)) {
    const std::size_t k = behind_phrases(at_ + 3, kAnyNumber);
    if (finite_next(k) && !v(pieces_[k].id).reduced_passive && !ambiguous_past(k)) return false;
  }
  if (family(l) != family(n(id)) && (family(l) == 1 || family(n(id)) == 1) && comma_only) return false;
  // "shelled Gao and Kidal, and [Mali's president], X, who": behind a comma no person joins places and bodies
  const auto person = [this](const NounChunk& chunk) { return family(chunk) == 1 || family(chunk) == 6; };
  if (prev == PieceKind::kCoordinator && before2() == PieceKind::kComma && person(n(id)) && !person(l) && pending_ == kNobody &&
      (kind(at_ + 1) == PieceKind::kComma || kind(at_ + 1) == PieceKind::kRelative)) {
    return false;
  }
  // "expelled the envoy, and Anwar Ibrahim, who ..., appealed": two things have no comma
  // between them.
  if (prev == PieceKind::kCoordinator && before2() == PieceKind::kComma && l.first_conjunct == left && described == kNobody &&
      pending_ != left && kind(at_ + 1) == PieceKind::kComma) {
    return false;
  }
  // A finite verb right after: a new clause, unless the left one still waits for its verb.
  const bool left_waits = n(l.first_conjunct).role == NounRole::kFree && pending_ == l.first_conjunct;
  // "between A, B and C, and [France] recalled": a list that "and" has closed does not go on behind a comma.
  const bool closed = prev == PieceKind::kCoordinator && before2() == PieceKind::kComma && l.first_conjunct != left && n(left).first > c_.base &&
                      c_.word(n(left).first - 1).tag == Tag::kCoordinator;
  if (!left_waits && (l.prep != Prep::kBetween || closed)) {
    const std::size_t k = behind_phrases(at_ + 1, kAnyNumber);
    // "said Malian and Kenyan troops must": both are the subject of what is said.
    const bool said = prev == PieceKind::kCoordinator && before2() != PieceKind::kComma && verb_ != kNobody && says(verb_) && open_ &&
                      v(verb_).object == l.first_conjunct && k == at_ + 1;
    // ", and Greece called off": behind a comma a new clause.
    const bool fresh = prev == PieceKind::kCoordinator && before2() == PieceKind::kComma && (l.first_conjunct == left || closed) &&
                       k == at_ + 1;
    if (before2() == PieceKind::kComma && prev == PieceKind::kCoordinator && clause_behind_relative(k)) return false;
    if (prev == PieceKind::kCoordinator && verb_ != kNobody && v(verb_).finite && !waits_for_verb(left) && clause_behind_gerund(at_ + 1)) return false;
    // ", but [Pakistan] and China have": so is a list that is the subject of one.
    if (before2() == PieceKind::kComma && prev == PieceKind::kCoordinator && kind(at_ + 1) == PieceKind::kCoordinator && list_is_subject(at_)) {
      return false;
    }
    if (!said && finite_next(k) && !v(pieces_[k].id).reduced_passive && (fresh || !ambiguous_past(k)) &&
        !(before2() != PieceKind::kComma && waits_for_verb(left)) && !(pending_ != kNobody && l.noun == pending_)) {
      return false;
    }
  }
  if (l.fronted && pending_ == kNobody && comma_only) return false;
  const Id first = l.first_conjunct;
  n(id).first_conjunct = first;
  n(id).role = n(first).role;
  n(id).prep = n(first).prep;
  n(id).verb = n(first).verb;
  n(id).noun = n(first).noun;
  n(id).fronted = n(first).fronted;
  l.next_conjunct = id;
  if (comma_only || kind(left_at + 1) == PieceKind::kComma) comma_ = false;
  last_ = id;
  return true;
}

// "by [Ali], secretary of the council, and the adviser, Omar": whom the words before "and" describe, where behind it another is described
// and named; kNobody: nobody.
Id Attacher::described_before(Id left, Id id) {
  const bool named_next = kind(at_ + 1) == PieceKind::kComma && kind(at_ + 2) == PieceKind::kNoun && family(n(pieces_[at_ + 2].id)) == 1;
  if (!named_next || before2() != PieceKind::kComma || !role_like(n(id)) || n(id).plural) return kNobody;
  Id role = left;
  for (int steps = 0; steps < 3 && n(role).role == NounRole::kPrepositional && n(role).noun != kNobody; ++steps) role = n(role).noun;
  if (n(role).role != NounRole::kApposition || !role_like(n(role)) || n(role).apposition_of == kNobody) return kNobody;
  const Id person = n(role).apposition_of;
  return family(n(person)) == 1 && n(person).next_conjunct == kNobody ? person : kNobody;
}

// "was shelled near Goma and a bus [carrying] pilgrims was stopped": does the noun before begin a clause, though a participle follows?
bool Attacher::clause_behind_gerund(std::size_t at) {
  if (kind(at) != PieceKind::kVerb || kind(at + 1) != PieceKind::kNoun || v(pieces_[at].id).form != kGerund || v(pieces_[at].id).finite) return false;
  const std::size_t end = behind_phrases(at + 2, kAnyNumber);
  return finite_next(end) && !v(pieces_[end].id).reduced_passive && !ambiguous_past(end);
}

// Does a subject that stands before this noun still wait for its verb?  "troops from [Goma] and Bukavu fled",
// "coastguards brandishing [axes] and hammers boarded it", "rebels who hold [Goma] and Bukavu fled", "which like [Chad] and Togo has fled"
bool Attacher::waits_for_verb(Id noun) {
  if (pending_ != kNobody) return n(noun).first_conjunct == pending_ || pending_ < noun;
  if (relative_ != kNobody && led_by_ == Prep::kNone && n(noun).role == NounRole::kPrepositional && n(noun).first > pieces_[relative_at_].token) return true;
  return !stack_.empty() && in_relative_ && v(verb_).link == Link::kRelative && n(noun).verb == verb_;
}

// "sanctions on Ghana and Togo [imposed] in May"; what says is no such participle.
bool Attacher::ambiguous_past(std::size_t at) {
  const VerbGroup& g = v(pieces_[at].id);
  return g.form == (kPast | kPastParticiple) && !g.passive && !g.perfect && !says(pieces_[at].id) && kind(at + 1) == PieceKind::kPreposition &&
         !intransitive(g.lemma);
}

// "Mbeki [of] South Africa"
bool Attacher::of_whom(std::size_t at) const {
  if (kind(at) != PieceKind::kPreposition) return false;
  const Prep prep = c_.word(pieces_[at].token).prep;
  return prep == Prep::kOf || prep == Prep::kFrom;
}

bool Attacher::names_deed(const NounChunk& chunk) const {
  return chunk.mention == kNone && chunk.lemma != kNoLemma && lexicon_.is(chunk.lemma, kDeedNoun);
}

Id Attacher::described(Id noun) const {
  const NounChunk& chunk = c_.nouns[noun];
  const bool describes = chunk.role == NounRole::kApposition && chunk.apposition_of != kNobody && !names_deed(chunk);
  return describes ? chunk.apposition_of : noun;
}

// "Chadian" alone; "[Chadian] jets"
bool Attacher::adjective_of_nation(const NounChunk& chunk) const {
  return chunk.last == chunk.first + 1 && begins_with_nation(chunk);
}

bool Attacher::begins_with_nation(const NounChunk& chunk) const {
  const Index first = c_.word(chunk.first).mention;
  if (first == kNone) return false;
  const Mention& nation = document_.mentions[first];
  return nation.type == MentionType::kNationality || (nation.type == MentionType::kGroup && nation.state != kNone);
}

// Does ", X" go on to "and Y" with things of the same family?
// One look-ahead serves the whole list, so that long lists cost linear time.
bool Attacher::list_goes_on(std::size_t at, int family_now, int family_left) {
  if (family_now != family_left || at < no_list_until_) return false;
  no_list_until_ = at;
  for (std::size_t k = at + 1; k < pieces_.size(); ++k) {
    switch (kind(k)) {
      case PieceKind::kComma:
        break;
      case PieceKind::kCoordinator:
        // "Chadian, Malian [and Togolese jets]": the last adjective stands with what all are of
        if (kind(k + 1) != PieceKind::kNoun || (family(c_.nouns[pieces_[k + 1].id]) != family_now &&
                                                !(kind(k - 1) == PieceKind::kNoun && adjective_of_nation(c_.nouns[pieces_[k - 1].id]) && begins_with_nation(c_.nouns[pieces_[k + 1].id])))) {
          return false;
        }
        list_until_ = k;
        return true;
      case PieceKind::kPreposition:
        if ((family_now != 1 && family_now != 6) || !of_whom(k) || kind(k + 1) != PieceKind::kNoun || family(c_.nouns[pieces_[k + 1].id]) == 1) {
          no_list_until_ = k;
          return false;
        }
        ++k;
        break;
      case PieceKind::kNoun:
        if (kind(k - 1) != PieceKind::kComma) return false;
        if (family(c_.nouns[pieces_[k].id]) != family_now) return false;
        break;
      default:
        no_list_until_ = k;
        return false;
    }
  }
  return false;
}

bool Attacher::role_like(const NounChunk& chunk) const {
  if (chunk.mention != kNone &&
      document_.mentions[chunk.mention].type == MentionType::kOffice) {
    return true;
  }
  return chunk.lemma != kNoLemma && lexicon_.is(chunk.lemma, kRoleNoun);
}

// "Dmitry Peskov, the Kremlin spokesman", "Iran's foreign minister, Abbas Araghchi".
bool Attacher::apposition(Id id) {
  static constexpr std::uint64_t kOne = word_hash("one");
  if (at_ < 2 || kind(at_ - 2) != PieceKind::kNoun) {
    // "the leader of North Korea, Kim Jong Un," stands at the head noun.
    return false;
  }
  // "KABUL, Afghanistan - [Two bombs] went off"
  if (at_ < 6 && before() == PieceKind::kDash &&
      behind_dateline(document_, document_.sentences()[c_.sentence]) == pieces_[at_ - 1].token + 1)
    return false;
  Id left = pieces_[at_ - 2].id;
  NounChunk& chunk = n(id);
  const PieceKind after = kind(at_ + 1);
  // "Hezbollah, [a militia] armed by Iran"
  const bool participle = after == PieceKind::kVerb && (done_by_somebody(at_ + 1) || described_by_participle(at_ + 1));
  if (after == PieceKind::kVerb && !participle) {
    // ", Maduro said": a new clause.
    if (pending_ == kNobody || v(pieces_[at_ + 1].id).infinitive) {
      if (!(role_like(n(left)) && family(chunk) == 1)) return false;
    }
  }
  if (left == kNobody) return false;
  if (parenthesis()) return false;
  // "Sent to Kabul by the pope, [Cardinal Silva] said": the comma ends the participle.
  if (fronted_ != kNobody && pending_ == kNobody && v(fronted_).passive && v(fronted_).subject == kNobody) return false;
  // "wounding six, [officials in Lomé] said": somebody else, who says so.
  if (pending_ == kNobody && main_ != kNobody && says_behind()) return false;
  // "from Saab, [its minister], Celso Amorim, said": no body is a minister.
  if (pending_ == kNobody && family(chunk) == 6 && family(n(left)) == 2 && after == PieceKind::kComma &&
      kind(at_ + 2) == PieceKind::kNoun && family(n(pieces_[at_ + 2].id)) == 1) {
    return false;
  }
  // "In a letter to Guterres, [Iran's envoy] to the body, Iravani, rejected": of the subject, who is named behind it.
  if (pending_ == kNobody && main_ == kNobody && family(n(left)) == 1 && n(left).role == NounRole::kPrepositional && role_like(chunk)) {
    const std::size_t end = behind_phrases(at_ + 1, 3);
    const bool named_next = kind(end) == PieceKind::kComma && kind(end + 1) == PieceKind::kNoun && family(n(pieces_[end + 1].id)) == 1;
    if (named_next && (finite_next(end + 2) || (kind(end + 2) == PieceKind::kComma && finite_next(end + 3)))) return false;
  }
  // Climb from "of North Korea" to "the leader".
  while (n(left).role == NounRole::kPrepositional && n(left).noun != kNobody &&
         role_like(n(n(left).noun)) && family(chunk) == 1) {
    left = n(left).noun;
  }
  // "arrested [one] of its passengers, Roman Protasevich": that one
  const bool one_of_many = family(chunk) == 1 && n(left).plural && n(left).role == NounRole::kPrepositional && n(left).prep == Prep::kOf &&
                           n(left).noun != kNobody && document_.tokens.tokens[n(n(left).noun).head].hash == kOne &&
                           (after == PieceKind::kComma || after == PieceKind::kBreak);
  if (one_of_many) {
    left = n(left).noun;
    chunk.role = NounRole::kApposition;
    chunk.apposition_of = left;
    if (n(left).apposition == kNobody) n(left).apposition = id;
    last_ = id;
    return true;
  }
  const NounChunk& l = n(left);
  if (l.date) return false;
  if (family(l) == 2 && is_kin(lexicon_, chunk.lemma)) return false;   // "In Lome, [his brother], Ali, said"
  // "Malaysia, [one] of its few friends,"
  const bool number = (c_.word(chunk.head).tag == Tag::kNumber || document_.tokens.tokens[chunk.head].hash == kOne) && after == PieceKind::kPreposition &&
                      c_.word(pieces_[at_ + 1].token).prep == Prep::kOf;
  const int now = number ? 0 : family(chunk), then = family(l);
  // "[a Salvadoran], Raul Cruz,", "Raul Cruz, [the Salvadoran] who leads it,"
  const auto countryman = [this](const NounChunk& one) {
    return one.mention != kNone && document_.mentions[one.mention].type == MentionType::kNationality && !document_.mentions[one.mention].plural &&
           one.last == one.first + 2 && c_.word(one.first).tag == Tag::kDeterminer;
  };
  const bool named_then_role = then != 0 && then != 4 && then != 5 && (!chunk.pronoun || number) &&
                               (now == 0 || now == 6 || role_like(chunk) || describes(chunk, l) || (then == 1 && countryman(chunk)));
  const bool role_then_named = (role_like(l) || somebody(l) || countryman(l)) && !l.plural && now == 1;
  const bool kind_then_named = (after == PieceKind::kComma || after == PieceKind::kBreak) && named_by(l, chunk);
  if (!named_then_role && !role_then_named && !kind_then_named) return false;
  if (named_then_role && !role_then_named && after == PieceKind::kVerb && !participle &&
      c_.verbs[pieces_[at_ + 1].id].finite && !says_at(at_ + 1) && pending_ == kNobody) {
    return false;
  }
  if (named_then_role && after == PieceKind::kVerb && finite_next(at_ + 1) && !participle &&
      pending_ != l.first_conjunct) {
    return false;
  }
  chunk.role = NounRole::kApposition;
  chunk.apposition_of = left;
  if (n(left).apposition == kNobody) n(left).apposition = id;
  last_ = id;
  return true;
}

// "left Goma, a town [awarded] to Chad by a court": no new clause begins behind a comma and "a".
bool Attacher::described_by_participle(std::size_t at) const {
  static constexpr FewWords kOne = {"a", "an"};
  const VerbGroup& verb = c_.verbs[pieces_[at].id];
  if (pending_ != kNobody || verb_ == kNobody || kind(at + 1) != PieceKind::kPreposition || kind(at - 1) != PieceKind::kNoun) return false;
  if (verb.form != (kPast | kPastParticiple) || verb.passive || verb.perfect || verb.auxiliary != kNoLemma || verb.modal != kNoLemma) return false;
  const NounChunk& what = c_.nouns[pieces_[at - 1].id];
  if (!lexicon_.is_one_of(c_.word(what.first).lemma, kOne) || intransitive(verb.lemma) || lexicon_.is(verb.lemma, kSays)) return false;
  return verb.lemma != kNoLemma && !lexicon_.is(verb.lemma, kOccurs) && c_.verbs[verb_].finite && !lexicon_.is(what.lemma, kAgentNoun);
}

// "Ahmed's brother [Ali]", "its ally [Hezbollah]": named without a comma.
bool Attacher::kin_by_name(Id id) {
  const Id left = pieces_[at_ - 1].id;
  if (n(left).last != n(id).first || n(left).possessor == kNobody || n(id).mention == kNone) return false;
  if (!(family(n(id)) == 1 && is_kin(lexicon_, n(left).lemma)) && !is_friend(lexicon_, n(left).lemma)) return false;
  n(id).role = NounRole::kApposition;
  n(id).apposition_of = left;
  if (n(left).apposition == kNobody) n(left).apposition = id;
  last_ = id;
  return true;
}

// "its [neighbour], Niger,", "the rebel [group], M23,": a state or body by its kind, then by name.
bool Attacher::named_by(const NounChunk& what, const NounChunk& name) const {
  static constexpr FewWords kStates = {"country", "nation", "neighbour", "neighbor", "kingdom", "republic", "island", "ally", "rival",
                                                 "foe", "enemy", "patron", "backer", "creditor", "benefactor", "homeland", "partner",
                                                 "colony", "power", "archipelago", "emirate", "sultanate", "host", "friend", "one"};
  static constexpr FewWords kBodies = {"company", "firm", "group", "party", "movement", "militia", "bank", "agency", "airline",
                                                 "newspaper", "subsidiary", "union", "alliance", "bloc", "faction", "organisation",
                                                 "organization", "broadcaster", "conglomerate", "refiner", "institute", "employer"};
  if (name.mention == kNone || what.lemma == kNoLemma || what.plural) return false;
  if (what.mention != kNone && document_.mentions[what.mention].form == MentionForm::kNamed &&
      document_.mentions[what.mention].type != MentionType::kOffice) {
    return false;
  }
  const Mention& who = document_.mentions[name.mention];
  if (who.form != MentionForm::kNamed || who.last != name.last) return false;
  if (who.type == MentionType::kState) return lexicon_.is_one_of(what.lemma, kStates);
  return is_a(who.type, MentionType::kOrganisation) && lexicon_.is_one_of(what.lemma, kBodies);
}

// "his German [colleague], Frank-Walter Steinmeier"
bool Attacher::somebody(const NounChunk& chunk) const {
  static constexpr FewWords kPersons = {
      "colleague", "counterpart", "rival", "foe", "friend", "successor", "predecessor", "wife", "husband", "widow", "son",
      "daughter", "brother", "sister", "father", "mother", "nephew", "niece", "uncle", "cousin", "victim", "winner", "loser",
      "incumbent", "host", "guest", "boss", "patron", "mentor", "heir", "protege", "number", "usurper", "challenger", "opponent",
      "critic", "confidant", "confidante", "adversary", "tormentor", "captor", "kingmaker", "understudy", "henchman", "lieutenant", "benefactor",
      "interlocutor", "godfather", "sidekick", "ally", "namesake", "accuser", "rescuer"};
  if (chunk.lemma == kNoLemma) return false;
  if (lexicon_.is_one_of(chunk.lemma, kPersons) && (chunk.mention == kNone || nameless(chunk))) return true;
  // "a police [sergeant], Afrim Bunjaku": one who is named next
  if (nameless(chunk)) {
    static constexpr std::string_view kOnes[] = {"man", "woman", "ist", "eant", "ier", "cer", "ner", "ter", "tor", "yer", "cher",
                                                 "der", "ian", "mer", "dent", "geon", "ric"};
    const std::string_view lemma = lexicon_.lemma(chunk.lemma);
    return std::any_of(std::begin(kOnes), std::end(kOnes), [lemma](std::string_view end) { return lemma.ends_with(end); });
  }
  if (chunk.mention != kNone) return false;
  return chunk.possessor != kNobody && lexicon_.is(chunk.lemma, kAgentNoun);
}

// Is the next verb, behind phrases alone, one of saying that ends its clause?
bool Attacher::says_behind() const {
  const std::size_t k = behind_phrases(at_ + 1, 3);
  if (kind(k) != PieceKind::kVerb || !finite_next(k) || !says_at(k)) return false;
  const PieceKind next = kind(k + 1);
  return next == PieceKind::kBreak || next == PieceKind::kComma || next == PieceKind::kPreposition || next == PieceKind::kQuote ||
         (next == PieceKind::kNoun && c_.nouns[pieces_[k + 1].id].date);
}

bool Attacher::parenthesis() const {
  if (pending_ == kNobody || before() != PieceKind::kComma || complement_of_ != kNobody) return false;
  const std::size_t k = behind_phrases(at_ + 1);
  if (!finite_next(k) || !says_at(k) || c_.verbs[pieces_[k].id].passive) return false;
  if (kind(k + 1) == PieceKind::kComma) return true;
  // ", [Peru] said in Lima on Monday,": when and where stand behind it, and the subject's own verb behind the comma
  if (c_.verbs[pieces_[k].id].form == kPastParticiple && !c_.verbs[pieces_[k].id].perfect) return false;
  std::size_t end = k + 1;
  while (end < k + 8 && kind(end) != PieceKind::kComma) {
    if (kind(end) == PieceKind::kNoun && c_.nouns[pieces_[end].id].date) ++end;
    else if (kind(end) == PieceKind::kPreposition && kind(end + 1) == PieceKind::kNoun) end += 2;
    else if (kind(end) == PieceKind::kAdjective) ++end;   // "late on Monday"
    else return false;
  }
  return kind(end) == PieceKind::kComma && finite_next(end + 1);
}

// One person or body without a name: "a terrorist", "the garrison".
bool Attacher::nameless(const NounChunk& chunk) const {
  if (chunk.mention == kNone) return false;
  const Mention& m = document_.mentions[chunk.mention];
  return m.type == MentionType::kGroup && m.form == MentionForm::kNominal && !m.plural;
}

// "Gazprom, [the state company]": a description beside a name.
bool Attacher::describes(const NounChunk& chunk, const NounChunk& name) const {
  if (chunk.mention == kNone || name.mention == kNone) return false;
  const Mention& what = document_.mentions[chunk.mention];
  const Mention& who = document_.mentions[name.mention];
  // "Khan, [the father of the bomb]"; "Wagner, [a private army]".
  if (nameless(chunk)) {
    return who.form == MentionForm::kNamed && c_.word(chunk.first).tag == Tag::kDeterminer &&
           (family(name) == 1 || who.type == MentionType::kState || is_a(who.type, MentionType::kOrganisation));
  }
  // "Kingstown, [the capital] of Saint Vincent,"
  const auto place = [](MentionType type) { return type == MentionType::kCity || type == MentionType::kPlace; };
  return what.form == MentionForm::kNominal && who.form == MentionForm::kNamed && family(chunk) == 2 &&
         (is_a(who.type, what.type) || (place(who.type) && place(what.type)));
}

bool Attacher::nominative(const NounChunk& chunk) const {
  static constexpr FewWords kSubjects = {"he", "she", "they", "we", "i"};
  return chunk.pronoun && lexicon_.is_one_of(chunk.lemma, kSubjects);
}

// A noun of the kind "plan", "decision" that an infinitive explains.
bool Attacher::takes_infinitive(Id noun) {
  const LemmaId lemma = n(noun).lemma;
  if (lemma == kNoLemma || n(noun).mention != kNone) return false;
  return shapes(lemma);
}

// Back over dates and their prepositions: "the raid on Monday which".
std::size_t Attacher::skip_dates(std::size_t left) {
  while (left > 0 && kind(left - 1) == PieceKind::kNoun && n(pieces_[left - 1].id).date) {
    --left;
    if (left > 0 && kind(left - 1) == PieceKind::kPreposition) --left;
  }
  return left;
}

// "some [of whom]"
bool Attacher::partitive(Id id) {
  const NounChunk& chunk = n(id);
  return c_.word(pieces_[at_ - 1].token).prep == Prep::kOf &&
         (chunk.lemma == kNoLemma || lexicon_.is(chunk.lemma, kContainerNoun) || family(chunk) == 5 ||
          c_.word(chunk.head).tag == Tag::kNumber || c_.word(chunk.head).tag == Tag::kDeterminer);
}

}  // namespace dragoman
