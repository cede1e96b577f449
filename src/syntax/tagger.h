// Part of dragoman; see LICENSE.
//
// Tagger gives each word of a sentence one part of speech.  tag.cc holds the pass, tag_closed.cc,
// tag_open.cc, tag_after_noun.cc and tag_verb_or_participle.cc what each kind of word becomes.

#ifndef DRAGOMAN_SYNTAX_TAGGER_H_
#define DRAGOMAN_SYNTAX_TAGGER_H_

#include "syntax/tag_context.h"

namespace dragoman {

class Tagger : private TagContext {
 public:
  Tagger(const Lexicon& lexicon, const Document& document, const Sentence& sentence, Clauses& clauses)
      : TagContext(lexicon, document, sentence, clauses), some_words_(clauses.some_words), parted_(clauses.parted) {}

  // quotes: some token opens a quotation.
  void run(bool quotes);

 private:
  void set(std::size_t i, Tag tag, LemmaId lemma, std::uint8_t form = 0) {
    words_[i].tag = tag;
    words_[i].lemma = lemma;
    words_[i].form = form;
  }
  void as_noun(std::size_t i, const Entry& e);
  void as_adjective(std::size_t i, const Entry& e);

  std::vector<Index>& some_words_;   // room

  // tag.cc
  void scare_quotes();
  void headline_verb();
  bool prefix(std::size_t i);
  void tag(std::size_t i);
  void tag_mark(std::size_t i);
  void tag_unknown(std::size_t i);
  Tag square(std::size_t i, std::string_view text, Tag bracket) const;
  bool joins_names(std::size_t i, std::string_view text) const;

  // tag_inversion.cc
  bool inverted(std::size_t i);
  void skip_asides();
  static constexpr std::size_t kNoWord = ~std::size_t{0};
  std::size_t inverted_ = kNoWord;   // the verb whose auxiliary stands before the subject

  // tag_parted.cc
  bool parted(std::size_t i, const Entry& e);
  std::size_t phrase_behind(std::size_t auxiliary, std::size_t verb) const;
  bool says_when(std::size_t first, std::size_t end) const;
  std::vector<Clauses::Parted>& parted_;
  std::size_t auxiliary_ = kNoWord;   // the last that no verb has followed yet

  // tag_closed.cc
  bool tag_closed(std::size_t i, const Entry& e);
  void tag_to(std::size_t i, const Entry& e);
  void tag_determiner(std::size_t i, const Entry& e);
  bool other_behind(std::size_t i) const;
  void tag_preposition(std::size_t i, const Entry& e);
  void tag_that(std::size_t i, const Entry& e);
  bool set_phrase(std::size_t i);
  bool estimate(std::size_t i);
  bool as_soon_as(std::size_t i) const;
  bool as_long_as(std::size_t i);
  bool adds(std::size_t i);
  bool since_then(std::size_t i) const;
  bool time_next(std::size_t i) const;
  bool it_is(std::size_t b) const;
  bool behind_nation(std::size_t i) const;
  bool relative_in_commas(std::size_t b) const;
  bool participle_in_commas(std::size_t b) const;
  bool people(std::size_t i) const;
  bool backs(std::size_t i, const Entry& e) const;
  bool never_pointed_at(std::size_t i) const;
  bool third_with_object(std::size_t i, std::size_t noun) const;
  bool of_thing(std::size_t i, std::size_t b) const;

  // tag_open.cc
  void open(std::size_t i, const Entry& e);
  bool adverb_before_verb(std::size_t i, const Entry& e);
  bool own_way(std::size_t i, const Entry& e);
  bool adjective_behind_noun(std::size_t i, const Entry& e);
  void gerund_behind_preposition(std::size_t i, const Entry& e, bool has_noun);
  bool verb_before_comma(std::size_t i) const;
  bool titled_next(std::size_t i) const;
  bool accused_in_relative(std::size_t i) const;
  bool between_sides(std::size_t i) const;
  bool relative_before(std::size_t date) const;

  // tag_after_noun.cc
  void after_noun(std::size_t i, std::size_t b, const Entry& e, bool has_noun);
  bool governed(std::size_t b) const;
  bool done_to(std::size_t b) const;
  bool verb_of_relative(std::size_t b, std::size_t i) const;
  bool object_phrase(std::size_t b) const;
  bool behind_infinitive(std::size_t b) const;
  bool lets(std::size_t b) const;
  bool verb_end(std::size_t i, const Entry& e) const;
  bool subject_of_past(std::size_t i) const;
  bool and_verb_next(std::size_t i) const;
  bool particle_next(std::size_t i) const;
  bool fires_on(std::size_t i, const Entry& e) const;
  bool does_deed(std::size_t i, const Entry& e) const;
  bool bare_after_preposition(std::size_t b) const;

  // tag_verb_or_participle.cc
  void verb_or_participle(std::size_t i, const Entry& e);
  bool kind_of_countryman(std::size_t i) const;
  bool named_object(std::size_t b) const;
  bool subject_alone(std::size_t i) const;
  bool says_what(std::size_t i, const Entry& e) const;
  bool says_what_kind(std::size_t b, std::size_t i, const Entry& e) const;
  bool said_in_relative(std::size_t b) const;
  std::size_t subject_waits(std::size_t b) const;
  bool described_waits(std::size_t b) const;
  bool ends_contact_clause(std::size_t b) const;
  bool agrees(std::size_t subject, std::uint8_t forms) const;
  bool ends_name(std::size_t comma) const;
};

}  // namespace dragoman

#endif  // DRAGOMAN_SYNTAX_TAGGER_H_
