// Part of dragoman; see LICENSE.
//
// Whether it happened, who says so, when and where.

#include "relation/extractor.h"

#include <algorithm>
#include <string_view>

#include "mention/bare_date.h"
#include "mention/story_dates.h"

namespace dragoman {

void Extractor::set_modality(const View& view, const Frame& frame, const RelationType& type, At at,
                  Index head, Relation& relation) {
  Modality m = at.verb != kNobody ? modality_of_verb(view, at.verb) : modality_of_noun(view, at.noun);
  // "Peru rejected Chile's request": it was made all the same.
  if (at.noun != kNobody && reads_answerer(frame) && view.answering(at.noun) != kNobody) {
    m.status = RelationStatus::kHappened;
    m.denied = false;
  }
  // "demanded that his brother resign": nobody asks for a kinship, a noun tells of one that there is.
  if (at.noun != kNobody && frame.status == RelationStatus::kOngoing && type.kind == EventKind::kNone && m.status == RelationStatus::kRequested) {
    m.status.reset();
  }
  relation.status = m.status.value_or(RelationStatus::kHappened);
  // "must" says what is asked for, whatever its mood is.
  if (frame.status && (on_modal_ || !m.status || *m.status == RelationStatus::kHappened ||
                       *m.status == RelationStatus::kOngoing)) {
    relation.status = *frame.status;
  }
  // "pledged a loan", "offered them shelter": the words that tell of the deed say that it is to come.
  if (at.verb != kNobody && type.kind == EventKind::kCooperation && !frame.status && relation.status == RelationStatus::kHappened) {
    static constexpr FewWords kOath = {"swear"};   // "was sworn in"
    const LemmaId lemma = view.verb(at.verb).lemma;
    if (view.is(lemma, kIsPromised) && !frames_.lexicon().is_one_of(lemma, kOath)) relation.status = RelationStatus::kPromised;
    else if (view.is(lemma, kIsOffered)) relation.status = RelationStatus::kOffered;
  }
  // "accuses", "denies": what is said is said.
  if (at.verb != kNobody && type.kind == EventKind::kSpeech && relation.status == RelationStatus::kOngoing && !frame.status &&
      view.verb(at.verb).finite && !view.verb(at.verb).progressive && view.verb(at.verb).modal == kNoLemma &&
      view.verb(at.verb).adjective == kNoLemma && !lasts(view.verb(at.verb).lemma)) {
    relation.status = RelationStatus::kHappened;
  }
  // "telephoned Rabat to thank it", "marched to demand that": what is said is said by doing so.
  if (at.verb != kNobody && view.verb(at.verb).link == Link::kPurpose && relation.status == RelationStatus::kPlanned &&
      (type.kind == EventKind::kSpeech || type.is(RelationTrait::kJudges))) {
    const Id above = view.finite_above(view.verb(at.verb).parent);
    if (above != kNobody && view.verb(above).past && !view.verb(above).negated) relation.status = RelationStatus::kHappened;
  }
  // "used tear gas to disperse them": so they did.
  if (at.verb != kNobody && view.verb(at.verb).link == Link::kPurpose && relation.status == RelationStatus::kPlanned) {
    static constexpr FewWords kMeans = {"use", "fire", "employ", "wield", "open"};
    const Id above = view.verb(at.verb).parent;
    if (above != kNobody && frames_.lexicon().is_one_of(view.verb(above).lemma, kMeans) && view.verb(above).past && !view.verb(above).negated) {
      relation.status = RelationStatus::kHappened;
    }
  }
  const bool denied = m.denied != (frame.polarity == Polarity::kDenied);
  relation.polarity = denied ? Polarity::kDenied : Polarity::kAsserted;
  set_source(view, m, head, relation);
  set_when(view, at, relation);
  if (relation.when && at.verb != kNobody) take_tense_of(view, at.verb, type, relation);
  // "meets him on Sunday": the present of what is to come.
  if (relation.when && relation.status == RelationStatus::kOngoing && at.verb != kNobody && !frame.status && relation.when->value.from > today_ &&
      !view.verb(at.verb).progressive && view.verb(at.verb).form == kThird) {
    relation.status = RelationStatus::kPlanned;
  }
  set_where(view, at, relation);
}

// "On Tuesday he will fly": the next one.  "deposed him on July 26": the last one.
void Extractor::take_tense_of(const View& view, Id verb, const RelationType& type, Relation& relation) {
  const Id finite = view.finite_above(verb);
  if (finite == kNobody || today_ == std::numeric_limits<std::int32_t>::max()) return;
  const VerbGroup& g = view.verb(finite);
  const Mention& date = document_->mentions[relation.when->mention];
  // "flies to Berlin on Monday": as arranged.
  const bool arranged = relation.status == RelationStatus::kOngoing && !g.progressive && !g.past && g.form == kThird &&
                        type.is(RelationTrait::kByAppointment) && is_bare_weekday(*document_, date);
  const bool to_come = !g.past && (relation.status == RelationStatus::kPlanned || arranged);
  const bool past = g.past && g.modal == kNoLemma && finite == verb && relation.status == RelationStatus::kHappened;
  if (!to_come && !past) return;
  if (!take_tense(*document_, date, to_come ? Tense::kToCome : Tense::kPast, today_)) return;
  relation.when->value = document_->dates[date.value];
}

// "wants", "opposes": a state of mind, no act of speech.
bool Extractor::lasts(LemmaId verb) const {
  static constexpr FewWords kLast = {"want", "need", "hope", "expect", "seek", "wish", "oppose", "support", "back",
                                               "fear", "suspect", "doubt", "believe", "owe"};
  return frames_.lexicon().is_one_of(verb, kLast);
}

bool Extractor::reads_answerer(const Frame& frame) {
  return std::ranges::any_of(frame.roles, [](const RoleSlots& role) {
    return std::ranges::find(role.slots, kAnswerer) != role.slots.end();
  });
}

void Extractor::set_source(const View& view, const Modality& m, Index head, Relation& relation) {
  Quotation* quote = quotation_at(quotations_, head);
  Party speaker = m.speaker;
  if (quote && speaker.mention != kNone) {
    // "We know that ..." inside a quotation: the source is who is quoted.
    const Mention& who = document_->mentions[speaker.mention];
    if (who.first > quote->open && who.first < quote->close &&
        who.form == MentionForm::kPronominal) {
      speaker = {};
    }
  }
  if (speaker.mention == kNone && quote) speaker = quoted(*quote);
  if (speaker.mention == kNone) {
    if (!sources_read_) sentence_sources(view, pass_->accord, sources_);
    sources_read_ = true;
    for (const Source& s : sources_) {
      if (head < s.first || head >= s.last) continue;
      speaker = s.speaker;
      if (s.last == ~Index{0}) break;
    }
    // The last clause of "..., X said" is the nearest; "according to" stands last.
  }
  if (speaker.mention != kNone) {
    SaidBy said;
    said.mention = speaker.mention;
    said.entity = document_->mentions[speaker.mention].entity;
    if (said.entity == kNone) said.entity = speaker.entity;
    said.hearsay = m.hearsay;
    relation.said_by = said;
  } else if (m.hearsay) {
    SaidBy said;
    said.hearsay = true;
    relation.said_by = said;
  }
}

// The speaker of a quotation: named beside its end, beside its start, or before it.
Party Extractor::quoted(Quotation& quote) {
  if (quote.resolved) return quote.speaker;
  quote.resolved = true;
  const auto& tokens = document_->tokens.tokens;
  const auto sentence_of = [&](Index token) {
    const auto& all = document_->sentences();
    const auto after = std::partition_point(all.begin(), all.end(),
                                            [token](const Sentence& s) { return s.first <= token; });
    return Index(after - all.begin()) - 1;
  };
  const auto look = [&](Index token) {
    const Index s = sentence_of(token);
    if (s >= document_->sentences().size()) return;
    Index mention = Index(std::partition_point(document_->mentions.begin(), document_->mentions.end(),
                                               [&](const Mention& m) {
                                                 return m.first < document_->sentences()[s].first;
                                               }) -
                          document_->mentions.begin());
    Clauses& other = waiting_.back().clauses;
    finder_.find(*document_, s, mention, other);
    const View view(frames_, *document_, other, states_, names_, mention);
    quote.speaker = speaker_beside(view, quote);
  };
  const Index last = std::min<Index>(quote.close, Index(tokens.size()) - 1);
  look(last);
  // '"..." Wang said.' may be a sentence of its own.
  if (quote.speaker.mention == kNone && quote.close + 1 < tokens.size() &&
      sentence_of(quote.close + 1) != sentence_of(last) &&
      !tokens[quote.close + 1].has(kLineStart)) {
    look(quote.close + 1);
  }
  if (quote.speaker.mention == kNone && sentence_of(quote.open) != sentence_of(last)) look(quote.open);
  if (quote.speaker.mention == kNone) {
    const auto at = std::size_t(&quote - quotations_.data());
    if (at > 0) {
      Quotation& before = quotations_[at - 1];
      const std::string_view gap =
          document_->text.view().substr(tokens[std::min<Index>(before.close, last)].end,
                                       tokens[quote.open].start - tokens[std::min<Index>(before.close, last)].end);
      if (!has_blank_line(gap) && gap.size() < 300) quote.speaker = quoted(before);
    }
  }
  return quote.speaker;
}

// The date nearest in the trigger's own stretch: from its verb group to the next one.
void Extractor::set_when(const View& view, At at, Relation& relation) {
  if (!pass_->dated) return;
  Id v = at.verb;
  Index from = 0, to = ~Index{0};
  if (v == kNobody) {
    const NounChunk& n = view.noun(at.noun);
    // Right after the noun, before the next verb.
    const auto next = std::partition_point(clauses_.verbs.begin(), clauses_.verbs.end(),
                                           [&n](const VerbGroup& g) { return g.first < n.last; });
    from = n.first;
    to = next == clauses_.verbs.end() ? ~Index{0} : stop_before(Id(next - clauses_.verbs.begin()));
    const Index date = date_between(from, to);
    if (date != kNone) return set_date(date, document_->dates[document_->mentions[date].value], relation);
    v = view.governor(at.noun);
    if (v == kNobody) return;
    if (view.is(view.verb(v).lemma, kSays) && view.carrier(at.noun) == kNobody) return;
    if (is_cause(view, view.noun(view.noun(view.container(at.noun)).first_conjunct))) return;
  }
  const VerbGroup& g = view.verb(v);
  from = g.first;
  to = stretch_end(v);
  Index date = date_between(from, to);
  if (date != kNone && of_cause(view, v, date)) date = kNone;
  // "gave them a week to leave on Monday": behind what it governs.
  for (Id k = v + 1; date == kNone && k < Id(clauses_.verbs.size()) && clauses_.verbs[k].infinitive &&
                     clauses_.verbs[k].parent == k - 1; ++k) {
    const Index start = to;
    to = stretch_end(k);
    date = date_between(start, to);
    if (date != kNone && of_cause(view, k, date)) date = kNone;
  }
  if (date == kNone) {
    // Before the verb: "On Monday Poland", "Poland last week sent"; but not "Serbia, which
    // had invaded in 1992, agreed", where it is the relative clause's.
    from = v > 0 ? clauses_.verbs[v - 1].last : clauses_.base;
    if (v > 0 && interrupts(v - 1, g)) from = g.first;
    from = std::max(from, clause_start(from, g));
    date = date_between(from, g.first);
    if (date != kNone && v > 0 && view.is(clauses_.verbs[v - 1].lemma, kSays)) date = kNone;
    if (date != kNone && within_apposition(date, g)) date = kNone;
  }
  if (date == kNone) date = shared_date(v);
  if (date != kNone) return set_date(date, document_->dates[document_->mentions[date].value], relation);
  if (g.link == Link::kAdverbial) told_by_clause(v, relation);
}

// "fired at it in retaliation for the killing of a general [last week]", "left after the raid [on Monday]": when that was.
bool Extractor::of_cause(const View& view, Id v, Index date) const {
  const Index before = document_->mentions[date].first, from = clauses_.verbs[v].last;
  const auto first = std::partition_point(clauses_.nouns.begin(), clauses_.nouns.end(), [from](const NounChunk& n) { return n.first < from; });
  for (Id id = Id(first - clauses_.nouns.begin()); id < Id(clauses_.nouns.size()) && clauses_.nouns[id].first < before; ++id) {
    const NounChunk& n = clauses_.nouns[id];
    if (n.lemma != kNoLemma && n.mention == kNone && view.is(n.lemma, kDeedNoun) && is_cause(view, n)) return true;
  }
  return false;
}

// "after the raid", "over the arrest", "in retaliation for the killing", "protested against the visit": another day's, or nobody says which.
bool Extractor::is_cause(const View& view, const NounChunk& n) const {
  static constexpr FewWords kReturn = {"retaliation", "revenge", "reprisal", "retribution", "response"};
  if (n.role != NounRole::kPrepositional) return false;
  if (n.prep == Prep::kAfter || n.prep == Prep::kOver) return true;
  return (n.prep == Prep::kFor || n.prep == Prep::kTo) && n.noun != kNobody && view.words().is_one_of(clauses_.nouns[n.noun].lemma, kReturn);
}

// "came and [went]": two verbs of one subject, tense and mood.
bool Extractor::goes_on(const VerbGroup& a, const VerbGroup& b) {
  return a.subject != kNobody && a.subject == b.subject && a.finite && b.finite && a.past == b.past && a.perfect == b.perfect &&
         a.modal == b.modal && a.parent == b.parent;
}

// "died on Saturday when jets [bombed] it": at the same time.  "the ambush on Sunday, in which men [killed] him": then.
Index Extractor::shared_date(Id v) const {
  const VerbGroup& g = clauses_.verbs[v];
  // "massed troops and expelled the envoy on Sunday": both.
  const Id next = v + 1;
  if (next < Id(clauses_.verbs.size()) && goes_on(g, clauses_.verbs[next])) {
    const Index date = date_between(clauses_.verbs[next].first, stretch_end(next));
    if (date != kNone) return date;
  }
  // "on Saturday joined Mexico in [breaking] with it"
  if (g.link == Link::kGerund && g.parent != kNobody && g.parent < v && clauses_.verbs[g.parent].past && g.first > clauses_.base) {
    const Prep prep = clauses_.word(g.first - 1).prep;
    const Index before = g.parent > 0 ? clauses_.verbs[g.parent - 1].last : clauses_.base;
    if (prep == Prep::kBy || prep == Prep::kIn) return date_between(clause_start(before, clauses_.verbs[g.parent]), g.first);
  }
  if (g.link == Link::kRelative && g.led_noun != kNobody && g.led_prep == Prep::kIn) {
    Id event = g.led_noun;
    while (clauses_.nouns[event].role == NounRole::kPrepositional && clauses_.nouns[event].noun != kNobody) event = clauses_.nouns[event].noun;
    const LemmaId lemma = clauses_.nouns[event].lemma;
    if (lemma == kNoLemma || !frames_.lexicon().is(lemma, kDeedNoun)) return kNone;
    return date_between(clauses_.nouns[event].first, g.first);
  }
  if (g.link != Link::kAdverbial || g.subject == kNobody || !g.past) return kNone;
  Id main = v - 1;
  while (main >= 0 && clauses_.verbs[main].first > clauses_.nouns[g.subject].first) --main;   // "jets, [piloted] by men, bombed"
  if (main < 0 || !clauses_.verbs[main].past) return kNone;
  static constexpr FewWords kThen = {"when", "as"};
  const Index from = clauses_.verbs[main].first;
  for (Index t = std::min(clauses_.nouns[g.subject].first, g.first); t-- > from;) {
    if (clauses_.word(t).tag != Tag::kSubordinator && clauses_.word(t).prep != Prep::kAs) continue;
    return frames_.lexicon().is_one_of(clauses_.word(t).lemma, kThen) ? date_between(from, t) : kNone;
  }
  return kNone;
}

// "fell on Friday, two days after [rebels had come]": two days before Friday.
void Extractor::told_by_clause(Id v, Relation& relation) const {
  // "a day after men crossed the border and [killed] him"
  while (v > 0 && clauses_.verbs[v - 1].link == Link::kAdverbial && clauses_.verbs[v - 1].subject == clauses_.verbs[v].subject) --v;
  const VerbGroup& g = clauses_.verbs[v];
  const Index from = v > 0 ? clauses_.verbs[v - 1].last : clauses_.base;
  for (Index t = g.first; t-- > from + 1;) {
    const Prep prep = clauses_.word(t).prep;
    if (prep != Prep::kAfter && prep != Prep::kBefore) continue;
    if (clauses_.word(t - 1).tag == Tag::kComma) return;   // "for six months, after they had come": how long, not how long before
    const Index first = t >= clauses_.base + 3 ? t - 3 : clauses_.base;
    Index named = date_between(clauses_.base, first);
    if (named == kNone) named = date_between(g.last, ~Index{0});
    if (named == kNone) return;
    const DateValue& day = document_->dates[document_->mentions[named].value];
    if (day.from != day.to) return;
    const std::optional<DateValue> told = told_from(*document_, first, t + 1, day.from, true);
    if (!told) return;
    return set_date(named, *told, relation);
  }
}

// "shelled it on Monday, and Mali [protested]": a date before what joins the clauses is the other's.
Index Extractor::clause_start(Index from, const VerbGroup& g) const {
  const VerbGroup* const before = &g == clauses_.verbs.data() ? nullptr : &g - 1;
  // "threatened it after rebels had come in May and [has armed] Mali": of whom another clause stands in front
  const bool resumes = before != nullptr && g.subject != kNobody && before->subject != g.subject && before->link == Link::kAdverbial &&
                       clauses_.nouns[g.subject].first < before->first;
  const Index end = g.subject != kNobody && !resumes ? std::min(clauses_.nouns[g.subject].first, g.first) : g.first;
  Index start = from;
  for (Index t = from; t < end; ++t) {
    const Tag tag = clauses_.word(t).tag;
    const Prep prep = clauses_.word(t).prep;
    const bool opens = g.link == Link::kAdverbial && tells_order(prep) &&
                       !(t > from && same_day(clauses_.word(t - 1).lemma));
    if (tag == Tag::kCoordinator || tag == Tag::kSubordinator || tag == Tag::kRelative || tag == Tag::kSemicolon || opens) start = t + 1;
  }
  return start;
}

// "[hours] after rebels took it": on the day that is named already.
bool Extractor::same_day(LemmaId lemma) const {
  static constexpr FewWords kSoon = {"hour", "minute", "moment", "shortly", "soon", "just", "immediately"};
  return frames_.lexicon().is_one_of(lemma, kSoon);
}

// "Hun Sen, premier [until 2023], came": the date of what is said of the subject in commas.
bool Extractor::within_apposition(Index date, const VerbGroup& g) const {
  if (g.subject == kNobody) return false;
  for (Id id = g.subject + 1; id < Id(clauses_.nouns.size()) && clauses_.nouns[id].first < document_->mentions[date].first; ++id) {
    if (clauses_.nouns[id].role != NounRole::kApposition) continue;
    Index t = clauses_.nouns[id].last;
    while (t < document_->mentions[date].first && clauses_.word(t).tag != Tag::kComma) ++t;
    if (t == document_->mentions[date].first) return true;
  }
  return false;
}

// Does a clause stand between a verb and its subject?
bool Extractor::interrupts(Id inner, const VerbGroup& outer) const {
  const auto inserted = [](const VerbGroup& g) {
    return g.link == Link::kRelative || g.link == Link::kReduced || g.link == Link::kParticiple;
  };
  if (outer.subject == kNobody || (clauses_.verbs[inner].subject == outer.subject && !inserted(clauses_.verbs[inner]))) return false;
  const Index subject = clauses_.nouns[outer.subject].first;
  // "Estonia, which blames Russia since it [moved] a statue, has asked": what stands inside the insertion is of it
  Id first = inner;
  while (first > 0 && clauses_.verbs[first - 1].first > subject) --first;
  return clauses_.verbs[inner].first > subject && inserted(clauses_.verbs[first]);
}

// A following clause's subject is not ours, nor is a date right before it.
Index Extractor::stop_before(Id next) const {
  const VerbGroup& g = clauses_.verbs[next];
  if (g.subject != kNobody && clauses_.nouns[g.subject].first < g.first &&
      (next == 0 || clauses_.nouns[g.subject].first > clauses_.verbs[next - 1].first) &&
      (g.link == Link::kRoot || g.link == Link::kComplement || g.link == Link::kConditional ||
       g.link == Link::kAdverbial)) {
    // "signed it, and last month [he] left": a date in front of him is his.
    Index start = clauses_.nouns[g.subject].first;
    for (Index t = start; next > 0 && t-- > clauses_.verbs[next - 1].last;) {
      const Tag tag = clauses_.word(t).tag;
      if (tag == Tag::kCoordinator || tag == Tag::kSemicolon) return t;
      if (tag != Tag::kDate && tag != Tag::kPreposition && tag != Tag::kDeterminer && tag != Tag::kAdjective && tag != Tag::kNumber) break;
    }
    return start;
  }
  // "bombed the town of the rebels [who two years ago] took it"
  if (g.link == Link::kRelative && next > 0) {
    for (Index t = g.first; t-- > clauses_.verbs[next - 1].last;) {
      if (clauses_.word(t).tag == Tag::kRelative) return t;
    }
  }
  return g.first;
}

Index Extractor::stretch_end(Id v) const {
  return v + 1 < Id(clauses_.verbs.size()) ? stop_before(v + 1) : ~Index{0};
}

Index Extractor::date_between(Index from, Index to) const {
  const auto& all = document_->mentions;
  auto m = all.begin() + mention_from(all, first_mention_, from);
  for (; m != all.end() && m->first < to; ++m) {
    if (m->sentence != clauses_.sentence && m->first >= clauses_.base + clauses_.words.size()) break;
    if (m->type != MentionType::kDate || m->value == kNone || tells_which(*m, from)) continue;
    return Index(m - all.begin());
  }
  return kNone;
}

// "recognised the winner of the [July 28] vote": which one, not when; but "the [July 28] attack on Mali" was then.  from: the
// token from which dates are looked for.
bool Extractor::tells_which(const Mention& date, Index from) const {
  if (date.first < clauses_.base || date.last - clauses_.base >= clauses_.noun_of.size()) return false;
  const Id id = clauses_.noun_of[date.last - clauses_.base];
  if (id == kNobody || clauses_.noun_of[date.first - clauses_.base] != id) return false;
  const NounChunk& n = clauses_.nouns[id];
  return !n.date && n.head >= date.last && n.first != from;
}

void Extractor::set_date(Index mention, const DateValue& value, Relation& relation) const {
  When when;
  when.mention = mention;
  when.value = value;
  relation.when = when;
}

void Extractor::set_where(const View& view, At at, Relation& relation) {
  Id v = at.verb;
  if (v == kNobody) {
    for (const Filler& f : slot(view, at, kFirstPrep + std::uint8_t(Prep::kIn))) {
      if (place(view, f.noun, relation)) return;
    }
    v = view.carrier(at.noun);
    if (v == kNobody) return;
  }
  const std::uint64_t occupied = v == at.verb ? occupied_ : view.occupied({v, kNobody}, 0);
  for (const Prep prep : {Prep::kIn, Prep::kAt, Prep::kNear}) {
    const std::uint8_t s = kFirstPrep + std::uint8_t(prep);
    if ((occupied >> s & 1) == 0) continue;
    fillers_.clear();
    view.fill({v, kNobody}, s, fillers_);
    for (const Filler& f : fillers_) {
      if (place(view, f.noun, relation)) return;
    }
  }
}

bool Extractor::place(const View& view, Id noun, Relation& relation) const {
  if (noun == kNobody) return false;
  const Index m = view.noun(noun).mention;
  if (m == kNone) return false;
  const MentionType type = document_->mentions[m].type;
  if (type != MentionType::kCity && type != MentionType::kPlace && type != MentionType::kState) return false;
  relation.where = m;
  return true;
}

}  // namespace dragoman
