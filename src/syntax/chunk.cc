// Part of dragoman; see LICENSE.
//
// Groups tagged words into noun chunks and verb groups, and the rest into single pieces.
// A noun chunk runs from its determiner to its head; a possessive mark ends it and makes it
// the possessor of the next.  A verb group runs from its first auxiliary to its main verb:
// "has not yet been supplied" is one, "plans | to visit" are two.

#include "syntax/clauses.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "token/word_set.h"

namespace dragoman {
namespace {

class Chunker {
 public:
  Chunker(const Lexicon& lexicon, const Document& document, Clauses& clauses)
      : lexicon_(lexicon), document_(document), clauses_(clauses), words_(clauses.words),
        pieces_(clauses.pieces) {}

  void run() {
    clauses_.noun_of.assign(words_.size(), kNobody);
    std::size_t i = 0;
    while (i < words_.size()) {
      i = step(i);
      if (what_ < pieces_.size()) look_through_what();
    }
  }

 private:
  Index token(std::size_t i) const { return clauses_.base + Index(i); }

  void piece(PieceKind kind, std::size_t i, Id id = kNobody) {
    pieces_.push_back({kind, id, token(i)});
  }

  // What stands behind the mark at i and a few words in such marks that are no part of the clause; i if none are.
  std::size_t behind_aside(std::size_t i) const {
    if (words_[i].tag == Tag::kOpenBracket) return behind_note(i);
    return words_[i].tag == Tag::kComma && i + 2 < words_.size() && words_[i + 2].tag == Tag::kComma && !pieces_.empty() ? behind_inserted(i) : i;
  }

  // "Ali Hassan[, 51,] was held": the age of whoever stands before two commas.  Where what is said of him goes on, the second stays
  // (", a former minister,").  "Benin and[, later,] Mali"
  std::size_t behind_inserted(std::size_t i) const {
    if (pieces_.back().kind == PieceKind::kCoordinator) return words_[i + 1].tag == Tag::kAdverb ? i + 3 : i;
    if (pieces_.back().kind != PieceKind::kNoun) return i;
    const Token& years = document_.tokens.tokens[token(i + 1)];
    if (years.kind != TokenKind::kNumber || years.end - years.start > 2) return i;
    const NounChunk& who = clauses_.nouns[pieces_.back().id];
    if (who.last != token(i) || who.mention == kNone || document_.mentions[who.mention].type != MentionType::kPerson) return i;
    switch (i + 3 < words_.size() ? words_[i + 3].tag : Tag::kStop) {
      case Tag::kVerb: case Tag::kModal: case Tag::kPreposition: case Tag::kCoordinator: case Tag::kAdverb: return i + 3;
      default: return i + 2;
    }
  }

  // "The African Union [(AU)] has suspended it", "at 5 a.m. [(0300 GMT)]": a few words in brackets, none of them a verb, are no part of
  // the clause.
  std::size_t behind_note(std::size_t i) const {
    constexpr std::size_t kMost = 6;   // words
    // "its neighbour (Ghana)": who a description is
    const bool described = !pieces_.empty() && pieces_.back().kind == PieceKind::kNoun && i + 1 < words_.size() && named_actor(i + 1) &&
                           words_[clauses_.nouns[pieces_.back().id].head - clauses_.base].mention == kNone;
    if (described) return i;
    for (std::size_t j = i + 1; j < words_.size() && j <= i + kMost + 1; ++j) {
      switch (words_[j].tag) {
        case Tag::kCloseBracket: return j + 1;
        case Tag::kVerb: case Tag::kModal: case Tag::kTo: case Tag::kRelative: case Tag::kComma: case Tag::kOpenBracket:
        case Tag::kCoordinator:
          return i;
        default: break;
      }
    }
    return i;
  }

  std::size_t step(std::size_t i) {
    switch (words_[i].tag) {
      case Tag::kNoun: case Tag::kDeterminer: case Tag::kPossessive: case Tag::kPronoun:
      case Tag::kNumber: case Tag::kDate:
        return noun(i);
      case Tag::kAdjective: {
        // Part of a chunk if a noun follows, else a predicate: "is ready".
        std::size_t j = i;
        while (j < words_.size() && (words_[j].tag == Tag::kAdjective || words_[j].tag == Tag::kHyphen ||
                                     words_[j].tag == Tag::kIgnored ||
                                     words_[j].tag == Tag::kAdverb ||
                                     (words_[j].tag == Tag::kCoordinator && j + 1 < words_.size() &&
                                      words_[j + 1].tag == Tag::kAdjective))) {
          ++j;
        }
        if (j < words_.size() && (words_[j].tag == Tag::kNoun || words_[j].tag == Tag::kNumber)) {
          return noun(i);
        }
        piece(PieceKind::kAdjective, i);
        return i + 1;
      }
      case Tag::kVerb: case Tag::kModal: case Tag::kTo:
        if (according(i)) return piece(PieceKind::kPreposition, i), i + 1;
        return verb(i);
      case Tag::kPreposition: piece(PieceKind::kPreposition, i); return i + 1;
      case Tag::kCoordinator: piece(PieceKind::kCoordinator, i); return i + 1;
      case Tag::kSubordinator: piece(PieceKind::kSubordinator, i); return i + 1;
      case Tag::kRelative:
        if (lexicon_.is(words_[i].lemma, "what")) what_ = pieces_.size();
        piece(PieceKind::kRelative, i);
        return i + 1;
      case Tag::kThere: piece(PieceKind::kThere, i); return i + 1;
      case Tag::kComma: case Tag::kOpenBracket: case Tag::kCloseBracket:
        if (const std::size_t behind = behind_aside(i); behind != i) return behind;
        piece(PieceKind::kComma, i);
        return i + 1;
      case Tag::kDash: case Tag::kColon: piece(PieceKind::kDash, i); return i + 1;
      case Tag::kSemicolon: case Tag::kStop: piece(PieceKind::kBreak, i); return i + 1;
      case Tag::kOpenQuote: case Tag::kCloseQuote: piece(PieceKind::kQuote, i); return i + 1;
      default: return i + 1;   // adverbs, stray marks
    }
  }

  // "denounced [what she called] Chinese aggression", "[what it said was] shelling": the name follows, and stands where
  // the clause does.
  void look_through_what() {
    static constexpr FewWords kNames = {"call", "describe", "term", "dub", "label", "brand", "regard", "consider", "deem", "view", "see",
                                        "denounce", "condemn", "portray", "characterise", "characterize", "know"};
    static constexpr FewWords kSpeech = {"say", "claim", "allege", "believe", "insist", "maintain", "argue"};
    const auto kind = [this](std::size_t k) { return k < pieces_.size() ? pieces_[k].kind : PieceKind::kOther; };
    const auto lemma = [this](std::size_t k) { return clauses_.verbs[pieces_[k].id].lemma; };
    if (kind(pieces_.size() - 1) == PieceKind::kBreak || pieces_.size() > what_ + 6) {
      what_ = kNoPiece;
      return;
    }
    if (kind(pieces_.size() - 1) != PieceKind::kNoun) return;
    std::size_t k = what_ + 1;
    if (kind(k) == PieceKind::kNoun && kind(k + 1) == PieceKind::kVerb) ++k;
    if (kind(k) != PieceKind::kVerb || k + 1 == pieces_.size()) return;
    const bool alone = k == what_ + 1;   // "what is known as"
    static constexpr FewWords kSeems = {"appear", "seem", "look"};
    if (alone != clauses_.verbs[pieces_[k].id].passive && !(alone && lexicon_.is_one_of(lemma(k), kSeems))) return;
    if (lexicon_.is_one_of(lemma(k), kNames)) {
      ++k;
      if (kind(k) == PieceKind::kPreposition && words_[pieces_[k].token - clauses_.base].prep == Prep::kAs) ++k;
      else if (alone) return;
    } else if (lexicon_.is_one_of(lemma(k), kSpeech) && kind(k + 1) == PieceKind::kVerb && lexicon_.is(lemma(k + 1), "be")) {
      k += 2;
    } else if (alone && lexicon_.is_one_of(lemma(k), kSeems) && kind(k + 1) == PieceKind::kVerb && lexicon_.is(lemma(k + 1), "be")) {
      k += 2;   // "fired [what appeared to be] missiles"
    } else {
      return;
    }
    if (kind(k) == PieceKind::kQuote) ++k;
    if (k + 1 != pieces_.size()) return;
    // The verbs looked through belong to what stands around them.
    for (std::size_t j = what_; j < k; ++j) {
      if (pieces_[j].kind != PieceKind::kVerb || pieces_[j].id == 0) continue;
      VerbGroup& seen = clauses_.verbs[pieces_[j].id];
      seen.link = Link::kReduced;
      seen.parent = pieces_[j].id - 1;
    }
    pieces_.erase(pieces_.begin() + std::ptrdiff_t(what_), pieces_.begin() + std::ptrdiff_t(k));
    what_ = kNoPiece;
  }

  // "[according] to Paris", "[thanks] to Kuwait": prepositions.
  bool according(std::size_t i) const {
    if (i + 1 >= words_.size() || words_[i + 1].prep != Prep::kTo || words_[i].lemma == kNoLemma) return false;
    if (words_[i].form == kGerund) return lexicon_.is(words_[i].lemma, "accord");
    const bool apart = i == 0 || words_[i - 1].tag == Tag::kComma;
    return apart && (words_[i].form & kThird) && lexicon_.is(words_[i].lemma, "thank");
  }

  MentionType type_of(std::size_t i) const {
    return document_.mentions[words_[i].mention].type;
  }
  bool named_actor(std::size_t i) const {
    if (words_[i].mention == kNone) return false;
    const MentionType t = type_of(i);
    return t == MentionType::kPerson || t == MentionType::kState || t == MentionType::kCity ||
           is_a(t, MentionType::kOrganisation) || t == MentionType::kGroup;
  }

  // The tags of words that a chunk may go on with.
  static constexpr std::uint32_t kMayBeInNoun = [] {
    std::uint32_t tags = 0;
    for (const Tag tag : {Tag::kNoun, Tag::kAdjective, Tag::kAdverb, Tag::kDeterminer, Tag::kPossessive, Tag::kPronoun, Tag::kNumber, Tag::kCoordinator,
                          Tag::kDate, Tag::kHyphen, Tag::kIgnored}) {
      tags |= std::uint32_t{1} << std::size_t(tag);
    }
    return tags;
  }();

  // One chunk from i; returns the word after it.
  std::size_t noun(std::size_t i) {
    const std::size_t first = i;
    NounChunk chunk;
    chunk.first = token(i);
    std::size_t head = i;
    bool has_head = false;
    std::size_t j = i;
    const bool number = document_.tokens.tokens[token(i)].kind == TokenKind::kNumber;
    if (const std::size_t end = number ? clock_time(i) : i; end != i) {
      chunk.date = has_head = true;
      head = end - 1;
      j = end;
    }
    while (j < words_.size() && !chunk.date) {
      const Word& w = words_[j];
      if ((kMayBeInNoun >> std::size_t(w.tag) & 1) == 0) break;
      // Most are nouns behind nothing but what belongs to them, or the rest of a name.
      const bool plain = w.tag == Tag::kNoun && (has_head ? w.mention == words_[head].mention : j == first || words_[j - 1].mention == kNone);
      if (plain && !(j > first && words_[first].tag == Tag::kDeterminer && one(j))) {
        if (has_head && ends_before_like(head, j)) break;
        head = j++;
        has_head = true;
        continue;
      }
      if (w.tag == Tag::kIgnored && j > first && j + 1 < words_.size()) {
        ++j;
        continue;
      }
      if (w.tag == Tag::kDate) {
        // "Tuesday's meeting", "the September summit": a date inside; else it ends the chunk.
        if (has_head) break;
        std::size_t k = j;
        while (k < words_.size() && words_[k].tag == Tag::kDate && words_[k].mention == w.mention) ++k;
        // "its [20-year]-old treaty"
        if (k + 1 < words_.size() && words_[k].tag == Tag::kHyphen && words_[k + 1].tag == Tag::kAdjective) {
          j = k + 1;
          continue;
        }
        // "a three-day visit", "the 2015 deal"
        const bool modifies = j > first && words_[j - 1].tag == Tag::kDeterminer && k < words_.size() &&
                              (words_[k].tag == Tag::kNoun || words_[k].tag == Tag::kAdjective);
        if (modifies || (k < words_.size() && words_[k].tag == Tag::kNoun && words_[k].mention == kNone && !words_[k].entry)) {
          j = k;
          continue;
        }
        head = k - 1;
        chunk.date = true;
        j = k;
        break;
      }
      // "five [more] tanks"
      if (w.tag == Tag::kDeterminer && j > first && j + 1 < words_.size() && more(j) && counts(j - 1) &&
          (words_[j + 1].tag == Tag::kNoun || words_[j + 1].tag == Tag::kAdjective)) {
        ++j;
        continue;
      }
      if (w.tag == Tag::kDeterminer && j > first && article(j) && demonstrative(j - 1)) break;   // "called [this] a lie"
      if (w.tag == Tag::kDeterminer || w.tag == Tag::kPossessive) {
        if (has_head && article(j) && contact_clause(first, head, j)) contact_ = j;
        if (has_head || (j > first && w.tag == Tag::kPossessive && words_[j - 1].tag != Tag::kDeterminer)) break;
        if (w.tag == Tag::kPossessive) {
          // "its allies": the pronoun is a chunk of its own, possessor of the next.
          close_possessor(j);
          return after_possessor(j);
        }
        // not "a 'no limits' partnership"
        const std::size_t quote = j > 0 && document_.tokens.tokens[token(j - 1)].has(kOpenQuote) ? 1 : 0;
        const bool names = j > quote && article(j - quote - 1);
        if (w.entry && w.entry->other != kNoLemma && lexicon_.is(w.entry->other, kNegativeAdverb) && !names) {
          chunk.negated = true;
        }
        head = j;
        ++j;
        continue;
      }
      // "the present [one]"
      if (j > first && words_[first].tag == Tag::kDeterminer && one(j) && (has_head ? head == j - 1 : words_[j - 1].tag == Tag::kAdjective) &&
          !is_compound_number(j)) {
        head = j++;
        has_head = true;
        break;
      }
      if (w.tag == Tag::kPronoun) {
        if (j > first) break;
        head = j;
        has_head = true;
        chunk.pronoun = true;
        ++j;
        break;
      }
      // "the [only] president", "the [then] minister"
      if (w.tag == Tag::kAdverb && !has_head && j == first + 1 && words_[first].tag == Tag::kDeterminer && j + 1 < words_.size() &&
          words_[j + 1].tag == Tag::kNoun) {
        ++j;
        continue;
      }
      // "gave the Malians [40 rifles]": what follows a people that is given something
      if (j > first && j <= first + 2 && (!has_head || head + 1 == j) && people_given(first, j)) {
        head = j - 1;
        has_head = true;
        break;
      }
      if (w.tag == Tag::kNumber) {
        if (has_head && (!is_compound_number(j) || bare_after_preposition(first, j) || to_somebody(first, head))) break;
        if (!has_head) head = j;
        ++j;
        continue;
      }
      if (w.tag == Tag::kAdjective || (w.tag == Tag::kAdverb && !has_head && adjective_follows(j))) {
        if (has_head && !noun_after_adjectives(j)) break;
        if (has_head && (ends_at_name(head) || splits_dative(first, head, j))) break;
        ++j;
        continue;
      }
      if (w.tag == Tag::kHyphen) {
        if (j + 1 < words_.size() && joins(j + 1)) {
          ++j;
          continue;
        }
        break;
      }
      if (w.tag == Tag::kCoordinator && !has_head && j > first && j + 1 < words_.size() &&
          words_[j - 1].tag == Tag::kAdjective && words_[j + 1].tag == Tag::kAdjective) {
        ++j;
        continue;
      }
      if (w.tag != Tag::kNoun) break;
      if (has_head && (w.mention == words_[head].mention ? ends_before_like(head, j) : ends_before(first, head, j))) break;
      head = j++;
      has_head = true;
    }
    if (j == first) j = first + 1;
    if (has_head && j + 1 < words_.size() && particle_of_gerund(head, j)) ++j;
    chunk.last = token(j);
    // A chunk that ends in an adjective after its head gives it back.
    chunk.head = token(head);
    chunk.lemma = words_[head].lemma;
    chunk.mention = words_[head].mention;
    chunk.plural = plural(head);
    chunk.contact = contact_ == first;
    // "two days [of] talks": a length of time that holds something.
    if (chunk.date && j < words_.size() && words_[j].prep == Prep::kOf && chunk.mention != kNone &&
        document_.mentions[chunk.mention].value == kNone) {
      chunk.date = false;
      chunk.mention = kNone;
      chunk.lemma = words_[head].entry ? words_[head].entry->noun : kNoLemma;
    }
    if (!chunk.date && chunk.mention == kNone && passing_time(first, head, j)) chunk.date = true;
    const Id id = Id(clauses_.nouns.size());
    chunk.first_conjunct = id;
    chunk.possessor = possessor_;
    possessor_ = kNobody;
    for (std::size_t k = first; k < j; ++k) clauses_.noun_of[k] = id;
    clauses_.nouns.push_back(chunk);
    if (j < words_.size() && words_[j].tag == Tag::kPossessiveMark) {
      clauses_.nouns[id].role = NounRole::kPossessor;
      possessor_ = id;
      return after_possessor(j);
    }
    piece(PieceKind::kNoun, first, id);
    return j;
  }

  // Does the noun at j begin another chunk, behind a head of the same name, or of no name as it has none?
  bool ends_before_like(std::size_t head, std::size_t j) const {
    return words_[j].mention != kNone ? head + 1 == j && so_many_times(j) : becomes(head, j) || times_later(head, j);
  }
  // "took 160 soldiers [prisoner]": one word for what many become
  bool becomes(std::size_t head, std::size_t j) const { return taken_as(j) && plural(head); }
  // "phoned the winner [hours] later"
  bool times_later(std::size_t head, std::size_t j) const { return time_unit(j) && moves_time(j + 1) && !time_unit(head); }

  // The same behind another head; notes where a relative clause without a pronoun begins.
  [[gnu::noinline]] bool ends_before(std::size_t first, std::size_t head, std::size_t j) {
    const Word& w = words_[j];
    // "attacked Ghana [three times]"
    if (head + 1 == j && words_[head].mention != kNone && so_many_times(j)) return true;
    // "From Lima [the president] spoke": what begins with an article begins a chunk.
    if (article(j) || own(j)) {
      if (contact_clause(first, head, j)) contact_ = j;
      return true;
    }
    // "After the vote [Britain] lobbied Ghana"
    if (fronted(first) && words_[head].mention == kNone && words_[first].tag == Tag::kDeterminer && named_actor(j) &&
        w.mention != words_[j - 1].mention && words_[j - 1].tag != Tag::kHyphen && verb_behind(j)) {
      return true;
    }
    // "In return [Washington] agreed", "For years [Russian troops] trained them": a bare word in the phrase that opens a clause
    if (head + 1 == j && opens_clause(first) && words_[head].mention == kNone && !agent(head) && !capitalised(head) &&
        ((named_actor(j) && verb_behind(j)) || names_somebody(j)) && w.mention != words_[j - 1].mention) {
      return true;
    }
    // ", a charge [Caracas] denied"
    if (first > 0 && words_[first - 1].tag == Tag::kComma && words_[first].tag == Tag::kDeterminer &&
        words_[head].mention == kNone && words_[head].lemma != kNoLemma && lexicon_.is(words_[head].lemma, kDeedNoun) &&
        named_actor(j) && w.mention != words_[j - 1].mention && words_[j - 1].tag != Tag::kHyphen && verb_behind(j)) {
      return true;
    }
    // "his brother [Ali]", "his ally [Cuba]"
    if (head + 1 == j && possessor_ != kNobody && w.mention != kNone &&
        ((type_of(j) == MentionType::kPerson && is_kin(lexicon_, words_[head].lemma)) || (named_actor(j) && is_friend(lexicon_, words_[head].lemma)))) {
      return true;
    }
    // "whose president [Peru] accused": what is whose is acted on; but "whose president Lula accused"
    if (first > 0 && words_[first - 1].tag == Tag::kRelative && words_[first].tag == Tag::kNoun && named_actor(j) &&
        !(type_of(j) == MentionType::kPerson && words_[head].lemma != kNoLemma && lexicon_.is(words_[head].lemma, kRoleNoun)) && words_[j - 1].tag != Tag::kHyphen && !capitalised(head) &&
        (verb_behind(j) || (behind_mention(j) < words_.size() && words_[behind_mention(j)].tag == Tag::kPossessiveMark))) {
      return true;
    }
    // "the arms [Peru] sold to Mali were": a relative clause without a pronoun
    if (contact_clause(first, head, j)) {
      contact_ = j;
      return true;
    }
    // "In Monrovia [Irish soldiers] arrested him"
    // "In Yerevan [protesters] accused him"
    if (first == 1 && words_[0].tag == Tag::kPreposition && at_place(head) &&
        (names_somebody(j) || (agent(j) && plural(j) && verb_behind(j))) &&
        words_[j - 1].tag != Tag::kHyphen) {
      return true;
    }
    // A person's name ends its chunk: what follows is another thing, but not in "the Modi government".
    if (ends_at_name(head) && !(article(first) && w.mention == kNone && agent(j)) && words_[j - 1].tag != Tag::kHyphen) {
      return true;
    }
    if (splits_dative(first, head, j)) return true;
    // "put to death [Nimr al-Nimr]", "took hostage [French nurses]"
    if (first == head && first > 0 && fate(head) && (names_somebody(j) || counts(j)) &&
        (words_[first - 1].tag == Tag::kPreposition || words_[first - 1].tag == Tag::kVerb)) {
      return true;
    }
    // "called the rebels [terrorists]": two groups are no compound
    if (plural(head) && plural(j) && words_[head].mention != kNone && w.mention != kNone &&
        type_of(head) == MentionType::kGroup && type_of(j) == MentionType::kGroup && words_[j - 1].tag != Tag::kHyphen) {
      return true;
    }
    return becomes(head, j) || times_later(head, j);
  }

  void close_possessor(std::size_t at) {
    NounChunk owner;
    owner.first = token(at);
    owner.last = token(at) + 1;
    owner.head = token(at);
    owner.lemma = words_[at].lemma;
    owner.mention = words_[at].mention;
    owner.pronoun = true;
    owner.role = NounRole::kPossessor;
    const Id id = Id(clauses_.nouns.size());
    owner.first_conjunct = id;
    clauses_.noun_of[at] = id;
    clauses_.nouns.push_back(owner);
    possessor_ = id;
  }

  // The thing possessed follows; if no noun does ("Seoul's is"), the possessor stands alone.
  std::size_t after_possessor(std::size_t mark) {
    std::size_t j = mark + 1;
    // his "separation"
    while (j + 1 < words_.size() && (words_[j].tag == Tag::kIgnored || words_[j].tag == Tag::kOpenQuote)) ++j;
    if (j < words_.size() &&
        (words_[j].tag == Tag::kNoun || words_[j].tag == Tag::kAdjective ||
         words_[j].tag == Tag::kNumber || words_[j].tag == Tag::kAdverb)) {
      if (words_[j].tag == Tag::kAdjective) {
        std::size_t k = j;
        while (k < words_.size() && (words_[k].tag == Tag::kAdjective || words_[k].tag == Tag::kHyphen ||
                                     (words_[k].tag == Tag::kAdverb && k + 1 < words_.size() && words_[k + 1].tag == Tag::kAdjective))) {
          ++k;   // "Haiti's first freely elected leader"
        }
        if (k < words_.size() && words_[k].tag != Tag::kNoun) words_[k - 1].tag = Tag::kNoun;
      }
      return words_[j].tag == Tag::kAdverb ? j + 1 : j;
    }
    if (j < words_.size() && words_[j].tag == Tag::kDate) {
      // "Russia's 2022 invasion"
      while (j < words_.size() && words_[j].tag == Tag::kDate) ++j;
      if (j < words_.size() && words_[j].tag == Tag::kNoun) return j;
      if (j + 1 < words_.size() && words_[j].tag == Tag::kHyphen && words_[j + 1].tag == Tag::kAdjective) return j + 1;   // "20-year-old"
      j = mark + 1;
    }
    const Id owner = possessor_;
    possessor_ = kNobody;
    if (owner != kNobody) {
      clauses_.nouns[owner].role = NounRole::kFree;
      piece(PieceKind::kNoun, clauses_.nouns[owner].first - clauses_.base, owner);
    }
    return mark + 1;
  }

  // "the shooting [down] of a jet", "the breaking [off] by Togo of talks"
  bool particle_of_gerund(std::size_t head, std::size_t j) const {
    static constexpr FewWords kParticles = {"down", "up", "off", "out", "over", "back"};
    if (words_[j + 1].prep != Prep::kOf && words_[j + 1].prep != Prep::kBy) return false;
    if (words_[j].mention != kNone || words_[head].mention != kNone || !lexicon_.is_one_of(words_[j].lemma, kParticles)) return false;
    const std::string_view word = document_.slice(document_.tokens.tokens[token(head)].span());
    return head + 1 == j && word.size() > 5 && word.ends_with("ing");
  }

  bool plural(std::size_t head) const {
    const Word& w = words_[head];
    if (w.mention != kNone) return document_.mentions[w.mention].plural;
    return w.entry && (w.entry->noun_forms & kPlural) && !(w.entry->noun_forms & kSingular);
  }
  bool is_compound_number(std::size_t j) const {
    return j + 1 < words_.size() && words_[j + 1].tag == Tag::kNoun && !ends_at_name(j - 1);
  }
  // Does the chunk stand in the phrase that opens the sentence?
  bool fronted(std::size_t first) const {
    if (first == 0 || words_[first - 1].tag != Tag::kPreposition) return false;
    return first <= 3 && (words_[0].tag == Tag::kPreposition || words_[0].tag == Tag::kAdverb);
  }
  // Is the chunk a prepositional phrase before a clause's subject: behind nothing, a comma, "and"?
  bool opens_clause(std::size_t first) const {
    // "at Togo's [request] Ghana sent"
    if (first > 2 && words_[first - 1].tag == Tag::kPossessiveMark && words_[first - 2].mention != kNone) {
      std::size_t owner = first - 2;
      while (owner > 0 && words_[owner - 1].mention == words_[first - 2].mention) --owner;
      first = owner;
    }
    if (first == 0 || words_[first - 1].tag != Tag::kPreposition) return false;
    if (first == 1) return true;
    const Tag before = words_[first - 2].tag;
    return before == Tag::kComma || before == Tag::kSemicolon || before == Tag::kCoordinator || before == Tag::kOpenQuote;
  }
  bool capitalised(std::size_t j) const { return document_.tokens.tokens[token(j)].has(kInitialCapital); }
  // "the arms [Peru] sold to Mali were", "lifted the sanctions [Peru] had imposed": does a clause of somebody named begin at
  // j that has no object but the noun before, and behind which another verb follows where that noun is a subject?
  bool contact_clause(std::size_t first, std::size_t head, std::size_t j) const {
    const std::size_t name = words_[j].tag == Tag::kDeterminer ? j + 1 : j;
    if (j != head + 1 || name >= words_.size() || !named_actor(name) || words_[name].mention == words_[head].mention) return false;
    if (type_of(name) == MentionType::kGroup || capitalised(head) || time_unit(head)) return false;
    const Tag opens = words_[first].tag;
    if (opens != Tag::kDeterminer && opens != Tag::kPossessive && opens != Tag::kNumber && !plural(head) &&
        !(words_[head].mention != kNone && type_of(head) == MentionType::kWeapon)) {
      return false;
    }
    if (words_[head].mention != kNone && type_of(head) != MentionType::kWeapon && type_of(head) != MentionType::kGroup &&
        type_of(head) != MentionType::kOffice && !(type_of(head) == MentionType::kPerson && nominal(head))) {
      return false;
    }
    std::size_t k = behind_mention(name);
    const std::size_t verb = k;
    const auto helps = [](const Word& w) {
      return w.tag == Tag::kModal || w.tag == Tag::kAdverb || (w.tag == Tag::kVerb && w.entry && w.entry->closed != Closed::kOpen);
    };
    while (k < words_.size() && helps(words_[k])) ++k;
    if (k >= words_.size() || words_[k].tag != Tag::kVerb || (k == verb && words_[k].form == kGerund)) return false;
    const Word& last = words_[k++];
    if (last.lemma == kNoLemma || lexicon_.is(last.lemma, kSays)) return false;
    // "the only president Kazakhstan has [known],"
    if (lexicon_.is(last.lemma, kThatClause) && (k == verb + 1 || k >= words_.size() || words_[k].tag != Tag::kComma)) return false;
    // "sold [Mali]": the other object of such a verb
    const bool other = k < words_.size() && lexicon_.is(last.lemma, kDative) && words_[k].mention != kNone && named_actor(k);
    if (other) k = behind_mention(k);
    // Where the noun is an object or stands in a phrase, that there is no object shows.
    const bool subject = first == 0 || words_[first - 1].tag == Tag::kComma || words_[first - 1].tag == Tag::kOpenQuote;
    const bool arms = words_[head].mention != kNone && type_of(head) == MentionType::kWeapon;
    const bool acts = agent(head) && !arms;
    if (!subject && k < words_.size() && (!other || !acts)) {
      const bool ends = words_[k].tag == Tag::kPreposition || words_[k].tag == Tag::kDate || words_[k].tag == Tag::kStop || words_[k].tag == Tag::kComma;
      // "worried about the rebels [Ghana] had trained", "seized rifles [Ghana] had sold": behind a preposition or another verb than "told"
      const Word& left = words_[first - 1];
      const bool phrase = left.tag == Tag::kPreposition && left.prep != Prep::kTo && left.prep != Prep::kOther && !tells_order(left.prep) && behind_verb(first);
      const bool object = left.tag == Tag::kVerb && left.lemma != kNoLemma && !lexicon_.is(left.lemma, kSays) && !lexicon_.is(left.lemma, kThatClause);
      if (ends && words_[first].tag == Tag::kDeterminer && left.tag != Tag::kNoun && (phrase || !acts)) return true;
      if (ends && (plural(head) || arms) && (phrase || object) && !acts) return true;
    }
    for (const std::size_t end = std::min(words_.size(), k + 10); k < end; ++k) {
      const Tag tag = words_[k].tag;
      if (tag == Tag::kModal || (tag == Tag::kVerb && (words_[k].form & (kPast | kThird | kBase)))) return true;
      if (tag != Tag::kPreposition && tag != Tag::kNoun && tag != Tag::kDeterminer && tag != Tag::kAdjective && tag != Tag::kDate &&
          tag != Tag::kAdverb && tag != Tag::kNumber) {
        return false;
      }
      if (tag == Tag::kNoun && words_[k - 1].tag == Tag::kVerb) return false;   // an object of its own
    }
    return false;
  }
  bool nominal(std::size_t j) const { return document_.mentions[words_[j].mention].form == MentionForm::kNominal; }
  std::size_t behind_mention(std::size_t j) const {
    std::size_t k = j + 1;
    while (k < words_.size() && words_[k].mention == words_[j].mention) ++k;
    return k;
  }
  // Is the mention that begins at j followed by a verb?
  bool verb_behind(std::size_t j) const {
    const std::size_t k = behind_mention(j);
    return k < words_.size() && (words_[k].tag == Tag::kVerb || words_[k].tag == Tag::kModal);
  }
  bool at_place(std::size_t j) const {
    if (words_[j].mention == kNone) return false;
    const MentionType type = type_of(j);
    return type == MentionType::kCity || type == MentionType::kPlace || type == MentionType::kState;
  }
  bool names_somebody(std::size_t j) const {
    if (words_[j].mention == kNone) return false;
    const MentionType type = type_of(j);
    return type == MentionType::kNationality || type == MentionType::kGroup || type == MentionType::kPerson;
  }
  // What somebody is put to or taken as; he may stand behind it.
  bool fate(std::size_t j) const {
    static constexpr FewWords kFates = {"custody", "death", "justice", "captivity", "hostage", "prisoner", "captive"};
    return words_[j].mention == kNone && lexicon_.is_one_of(words_[j].lemma, kFates);
  }
  bool taken_as(std::size_t j) const {
    static constexpr FewWords kTaken = {"hostage", "prisoner", "captive"};
    return words_[j].lemma != kNoLemma && lexicon_.is_one_of(words_[j].lemma, kTaken) && !plural(j);
  }
  bool more(std::size_t j) const {
    static constexpr FewWords kMore = {"more", "other"};
    return words_[j].entry && lexicon_.is_one_of(words_[j].entry->other, kMore);
  }
  bool one(std::size_t j) const {
    static constexpr std::uint64_t kOne = word_hash("one"), kOnes = word_hash("ones");
    const std::uint64_t hash = document_.tokens.tokens[token(j)].hash;
    return hash == kOne || hash == kOnes;
  }
  bool counts(std::size_t j) const {
    return words_[j].tag == Tag::kNumber || (words_[j].mention != kNone && type_of(j) == MentionType::kQuantity);
  }
  bool time_unit(std::size_t j) const {
    static constexpr FewWords kUnits = {"minute", "hour", "morning", "afternoon", "evening", "night", "day", "week",
                                                  "weekend", "month", "year", "decade"};
    return j < words_.size() && words_[j].mention == kNone && lexicon_.is_one_of(words_[j].lemma, kUnits);
  }
  // "later", "earlier": a length of time before it is a date.
  bool moves_time(std::size_t j) const {
    static constexpr FewWords kMoves = {"later", "earlier", "ago", "after", "before", "late", "early"};
    return j < words_.size() && words_[j].entry && lexicon_.is_one_of(words_[j].entry->other, kMoves);
  }
  // "[that morning] it fell", "[a day] later": says when, and takes no part.
  bool passing_time(std::size_t first, std::size_t head, std::size_t next) const {
    if (head == first + 1 && so_many_times(first)) return true;
    if (!time_unit(head)) return false;
    if (head > first && demonstrative(first)) return true;
    // "at [the weekend]"
    static constexpr FewWords kWeekend = {"weekend"};
    if (first > 0 && words_[first - 1].tag == Tag::kPreposition && lexicon_.is_one_of(words_[head].lemma, kWeekend)) return true;
    return moves_time(next) && (first == 0 || words_[first - 1].tag != Tag::kPreposition);
  }
  // "At [3.30am], local time, Togo attacked", "by [0600 GMT]", "[5:30 p.m. GMT]": the word behind the time of day that begins at i; i
  // if none does.
  std::size_t clock_time(std::size_t i) const {
    static constexpr auto kMarks = word_set({"am", "pm", "gmt", "utc", "bst", "cet", "est", "edt", "o'clock"});
    const std::vector<Token>& all = document_.tokens.tokens;
    const auto number = [&](std::size_t k) { return k < words_.size() && all[token(k)].kind == TokenKind::kNumber; };
    if (!number(i) || words_[i].tag == Tag::kDate) return i;
    std::size_t last = i;
    if (number(i + 2) && words_[i + 1].tag == Tag::kColon && all[token(i + 2)].start == all[token(i)].end + 1) last = i + 2;
    const std::string_view text = document_.slice(all[token(last)].span());
    const bool marked = text.size() > 2 && (text.ends_with("am") || text.ends_with("pm"));
    std::size_t end = last + 1;
    while (end < words_.size() && kMarks.contains(all[token(end)].hash)) ++end;
    // "at 5 am", but not "I, aged 5, am"
    const bool verb = end == last + 2 && words_[last + 1].tag == Tag::kVerb && (i == 0 || words_[i - 1].tag != Tag::kPreposition);
    return marked || (end > last + 1 && !verb) ? end : i;
  }
  // "[three times]", "[30 times]"
  bool so_many_times(std::size_t j) const {
    if (words_[j].mention == kNone || type_of(j) != MentionType::kQuantity || j + 1 >= words_.size() || words_[j + 1].lemma == kNoLemma) return false;
    return lexicon_.is(words_[j + 1].lemma, "time") && plural(j + 1);
  }
  // "took into [custody] 64 men": a bare word behind a preposition has no number after it.
  bool bare_after_preposition(std::size_t first, std::size_t j) const {
    return j == first + 1 && words_[first].mention == kNone && words_[first].entry && first > 0 &&
           words_[first - 1].tag == Tag::kPreposition && !document_.tokens.tokens[token(first)].has(kInitialCapital) &&
           (words_[first].entry->noun_forms & kPlural) == 0;
  }
  // "passed on to Doha [thirteen demands]"
  bool to_somebody(std::size_t first, std::size_t head) const {
    return first == head && first > 0 && words_[first - 1].prep == Prep::kTo && words_[first - 1].tag == Tag::kPreposition && words_[head].mention != kNone &&
           (type_of(head) == MentionType::kState || type_of(head) == MentionType::kCity);
  }
  bool agent(std::size_t j) const { return words_[j].lemma != kNoLemma && lexicon_.is(words_[j].lemma, kAgentNoun); }
  bool article(std::size_t j) const {
    const Entry* e = words_[j].entry;
    static constexpr FewWords kArticles = {"the", "a", "an"};
    return e && e->closed == Closed::kDeterminer && lexicon_.is_one_of(e->other, kArticles);
  }
  bool own(std::size_t j) const { return words_[j].entry && words_[j].entry->closed == Closed::kPossessiveDeterminer; }
  bool demonstrative(std::size_t j) const {
    static constexpr FewWords kPointing = {"this", "that", "these", "those"};
    return words_[j].mention == kNone && lexicon_.is_one_of(words_[j].lemma, kPointing);
  }
  bool adjective_follows(std::size_t j) const {
    return j + 1 < words_.size() && words_[j + 1].tag == Tag::kAdjective;
  }
  bool noun_after_adjectives(std::size_t j) const {
    while (j < words_.size() && words_[j].tag == Tag::kAdjective) ++j;
    return j < words_.size() && words_[j].tag == Tag::kNoun;
  }
  bool joins(std::size_t j) const {
    const Tag t = words_[j].tag;
    return t == Tag::kNoun || t == Tag::kAdjective || t == Tag::kNumber ||
           (t == Tag::kVerb && (words_[j].form & (kPastParticiple | kGerund)));
  }
  bool ends_at_name(std::size_t head) const {
    return words_[head].mention != kNone && type_of(head) == MentionType::kPerson;
  }
  // Does a verb stand before the word at j in its clause?  "In a deal with the rebels Ghana left": none does.
  bool behind_verb(std::size_t j) const {
    constexpr std::size_t kFarthest = 40;
    for (const std::size_t from = j; j-- > 0 && j + kFarthest > from && words_[j].tag != Tag::kComma && words_[j].tag != Tag::kSemicolon;) {
      if (words_[j].tag == Tag::kVerb) return true;
    }
    return false;
  }
  // "give | Ukraine | tanks": after a verb that takes two objects, a bare name is one of them.
  bool splits_dative(std::size_t first, std::size_t head, std::size_t next) const {
    if (!named_actor(head) || words_[head].mention == words_[next].mention) return false;
    if (words_[next - 1].tag == Tag::kHyphen) return false;
    if (pieces_.empty() || pieces_.back().kind != PieceKind::kVerb) return false;
    const VerbGroup& verb = clauses_.verbs[pieces_.back().id];
    if (!lexicon_.is(verb.lemma, kDative)) return false;
    // "gave Wagner forces shells": a group noun belongs to the name.
    (void)first;
    if (given_by_to(next)) return false;
    return !(words_[next].lemma != kNoLemma && lexicon_.is(words_[next].lemma, kAgentNoun) &&
             words_[next].mention == kNone && !thing_given(verb.lemma, words_[next].lemma));
  }

  // "sending [U.S.] weapons to Syrian rebels": who gets them stands behind "to".
  bool given_by_to(std::size_t j) const {
    const std::size_t thing = j;
    while (j < words_.size() && (words_[j].tag == Tag::kNoun || words_[j].tag == Tag::kAdjective)) ++j;
    if (j == thing || j + 1 >= words_.size() || words_[j].tag != Tag::kPreposition || words_[j].prep != Prep::kTo) return false;
    if (words_[++j].tag == Tag::kDeterminer) ++j;
    while (j < words_.size() && words_[j].tag == Tag::kAdjective) ++j;
    return j < words_.size() && words_[j].mention != kNone && (named_actor(j) || names_somebody(j));
  }

  bool people_given(std::size_t first, std::size_t next) const {
    const Word& people = words_[next - 1];
    if ((next == first + 2 && words_[first].tag != Tag::kDeterminer) || people.mention == kNone || type_of(next - 1) != MentionType::kNationality ||
        words_[next].mention == people.mention || pieces_.empty() || pieces_.back().kind != PieceKind::kVerb) {
      return false;
    }
    const std::string_view name = document_.slice(document_.tokens.tokens[token(next - 1)].span());
    if (name.size() < 2 || name.back() != 's' || !lexicon_.is(clauses_.verbs[pieces_.back().id].lemma, kDative)) return false;
    const Word& thing = words_[next];
    return thing.tag == Tag::kNumber || thing.tag == Tag::kAdjective ||
           (thing.tag == Tag::kNoun && !(thing.lemma != kNoLemma && lexicon_.is(thing.lemma, kAgentNoun)));
  }

  // "sold Poland [tanks]": arms that are handed over act for nobody.
  bool thing_given(LemmaId verb, LemmaId noun) const {
    static constexpr FewWords kArms = {"tank", "missile", "jet", "helicopter", "drone", "submarine", "rocket", "bomber", "artillery", "gunboat"};
    if (lexicon_.is(verb, "tell") || lexicon_.is(verb, "ask")) return false;
    return lexicon_.is_one_of(noun, kArms);
  }

  // One verb group from i; returns the word after it.
  std::size_t verb(std::size_t i) {
    const Id id = Id(clauses_.verbs.size());
    VerbGroup& group = clauses_.verbs.emplace_back();
    group.first = token(i);
    std::size_t j = i;
    std::size_t head = words_.size();
    bool be_before = false, have_before = false;
    // "never attacked", "reportedly sold": adverbs before the group belong to it.
    for (std::size_t k = i; k > 0 && (words_[k - 1].tag == Tag::kAdverb || words_[k - 1].tag == Tag::kNot); --k) {
      adverb(group, words_[k - 1]);
      // "urged Togo [not] to": behind a verb it is that verb's.
      const bool own = words_[k - 1].tag == Tag::kNot && k > 1 && words_[k - 2].tag != Tag::kVerb && words_[k - 2].tag != Tag::kModal;
      if (own && (words_[i].tag == Tag::kTo || words_[i].form == kGerund)) group.negated = true;
    }
    // "neither backed [nor] opposed it"
    static constexpr FewWords kNor = {"nor"};
    if (i > 0 && words_[i - 1].tag == Tag::kCoordinator && lexicon_.is_one_of(words_[i - 1].lemma, kNor)) group.negated = true;
    // "helped [broker] a truce": as "helped to broker"
    static constexpr FewWords kHelp = {"help"};
    if (i > 0 && words_[i - 1].tag == Tag::kVerb && words_[i].tag == Tag::kVerb && (words_[i].form & kBase) && words_[i - 1].lemma != kNoLemma &&
        lexicon_.is_one_of(words_[i - 1].lemma, kHelp)) {
      group.infinitive = true;
    }
    LemmaId first_aux_lemma = kNoLemma;
    std::uint8_t first_form = 0;
    while (j < words_.size()) {
      // "was [on Tuesday] attacked": as "on Tuesday was attacked"
      if (const std::size_t k = head == words_.size() && !clauses_.parted.empty() ? behind_phrase(i, j) : j; k != j) {
        phrase(j, k);
        group.first = token(k);
        j = k;
      }
      const Word& w = words_[j];
      if (w.tag == Tag::kTo) {
        if (j != i) break;
        group.infinitive = true;
        ++j;
        continue;
      }
      if (w.tag == Tag::kModal) {
        if (j != i) break;
        group.modal = w.lemma;
        ++j;
        continue;
      }
      if (w.tag == Tag::kNot) {
        group.negated = true;
        ++j;
        continue;
      }
      if (w.tag == Tag::kAdverb) {
        adverb(group, w);
        ++j;
        continue;
      }
      if (w.tag == Tag::kIgnored && j > i && head == words_.size() && j + 1 < words_.size()) {
        ++j;   // 'was "freed"', "was re-elected"
        continue;
      }
      // 'agreed to "provide all the arms needed"'
      if (w.tag == Tag::kOpenQuote && j == i + 1 && words_[i].tag == Tag::kTo) {
        ++j;
        continue;
      }
      if (w.tag != Tag::kVerb) break;
      const Closed closed = w.entry ? w.entry->closed : Closed::kOpen;
      const bool auxiliary =
          (closed == Closed::kBe || closed == Closed::kHave || closed == Closed::kDo) &&
          main_follows(j, closed);
      if (head != words_.size()) break;
      if (first_form == 0) {
        first_form = w.form;
        first_aux_lemma = w.lemma;
      }
      if (auxiliary) {
        if (closed == Closed::kBe) {
          if (have_before) group.perfect = true;
          if (be_before) group.progressive = group.progressive || (w.form & kGerund);
          be_before = true;
        }
        if (closed == Closed::kHave) have_before = true;
        group.auxiliary = w.entry->verb;
        ++j;
        continue;
      }
      head = j;
      ++j;
      break;
    }
    if (head == words_.size()) {
      // Auxiliaries only: "did not", "will".
      head = i;
      j = std::max(j, i + 1);
    }
    const Word& main = words_[head];
    group.head = token(head);
    group.lemma = main.lemma;
    group.form = main.form;
    if (be_before) {
      if (main.form & kGerund) group.progressive = true, group.form = kGerund;
      else if (main.form & kPastParticiple) group.passive = true, group.form = kPastParticiple;
    } else if (have_before) {
      group.perfect = true;
      group.form = kPastParticiple;
    }
    if (have_before && be_before) group.perfect = true;
    const bool bare = !be_before && !have_before && group.modal == kNoLemma && !group.infinitive;
    if (bare && (main.form & kGerund)) group.form = kGerund;
    group.finite = group.modal != kNoLemma ||
                   (!group.infinitive && !(bare && main.form == kGerund) &&
                    !((be_before || have_before) && (first_form & kGerund) &&
                      !(first_form & (kThird | kBase))));
    if (group.infinitive) group.finite = false;
    group.past = (first_form & kPast) && !(first_form & kThird) && first_aux_lemma != kNoLemma &&
                 !group.infinitive && group.modal == kNoLemma;
    group.last = token(j);
    // Trailing "not": "is not".
    while (j < words_.size() && words_[j].tag == Tag::kNot) {
      group.negated = true;
      group.last = token(++j);
    }
    // "is [no longer] an ally"
    static constexpr std::uint64_t kNo = word_hash("no"), kLonger = word_hash("longer");
    if (j + 1 < words_.size() && document_.tokens.tokens[token(j)].hash == kNo && document_.tokens.tokens[token(j + 1)].hash == kLonger) {
      group.negated = true;
    }
    piece(PieceKind::kVerb, i, id);
    possessor_ = kNobody;
    return j;
  }

  // Where the group that begins at i goes on, if a phrase that begins at j parts it; else j.
  std::size_t behind_phrase(std::size_t i, std::size_t j) const {
    if (j == i || (words_[j].tag != Tag::kPreposition && words_[j].tag != Tag::kDate && words_[j].tag != Tag::kComma)) return j;
    for (const Clauses::Parted& p : clauses_.parted) {
      if (p.auxiliary >= i && p.auxiliary < j && p.verb > j) return p.verb;
    }
    return j;
  }

  // The pieces of the words [i, end), but for commas around them.
  void phrase(std::size_t i, std::size_t end) {
    while (i < end) i = words_[i].tag == Tag::kComma ? i + 1 : step(i);
  }

  void adverb(VerbGroup& group, const Word& w) {
    if (w.lemma == kNoLemma) return;
    if (lexicon_.is(w.lemma, kNegativeAdverb)) group.negated = true;
    if (lexicon_.is(w.lemma, kHearsayAdverb)) group.hearsay = true;
  }

  // Does the auxiliary at j belong to a later main verb?
  bool main_follows(std::size_t j, Closed closed) const {
    for (const Clauses::Parted& p : clauses_.parted) {
      if (p.auxiliary == j) return true;
    }
    for (std::size_t k = j + 1; k < words_.size(); ++k) {
      const Word& w = words_[k];
      if (w.tag == Tag::kAdverb || w.tag == Tag::kNot || w.tag == Tag::kIgnored) continue;
      if (w.tag != Tag::kVerb) return false;
      if (closed == Closed::kBe) return (w.form & (kPastParticiple | kGerund)) != 0;
      if (closed == Closed::kHave) return (w.form & kPastParticiple) != 0;
      return (w.form & kBase) != 0;
    }
    return false;
  }

  const Lexicon& lexicon_;
  const Document& document_;
  Clauses& clauses_;
  const std::span<Word> words_;
  std::vector<Piece>& pieces_;
  Id possessor_ = kNobody;
  static constexpr std::size_t kNoPiece = ~std::size_t{0};
  std::size_t contact_ = kNoPiece;     // the word that begins a relative clause without a pronoun
  std::size_t what_ = kNoPiece;        // "what" that may open a comment on a name
};

}  // namespace

void chunk_words(const Lexicon& lexicon, const Document& document, Clauses& clauses) {
  clauses.pieces.clear();
  Chunker(lexicon, document, clauses).run();
}

void ChunkFinder::find(const Document& document, Index sentence, Index first_mention,
                       Clauses& clauses) const {
  look_up_words(lexicon_, document, sentence, clauses);
  tag_words(lexicon_, document, first_mention, clauses);
  chunk_words(lexicon_, document, clauses);
  attach(lexicon_, document, clauses);
}

void ChunkFinder::tag(const Document& document, std::span<Ask> asks) const {
  for (Ask& ask : asks) tag_words(lexicon_, document, ask.first_mention, ask.clauses);
}

void ChunkFinder::chunk(const Document& document, std::span<Ask> asks) const {
  for (Ask& ask : asks) {
    if (ask.wanted) chunk_words(lexicon_, document, ask.clauses);
  }
  for (Ask& ask : asks) {
    if (ask.wanted) attach(lexicon_, document, ask.clauses);
  }
}

}  // namespace dragoman
