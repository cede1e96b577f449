// Part of dragoman; see LICENSE.
//
// The first step: each word of a sentence gets its entry in the lexicon.

#include <algorithm>
#include <string>

#include "syntax/clauses.h"

#include "token/word_set.h"

namespace dragoman {
namespace {

// "cease[-]fire", "go[-]between": looked up as one word, with the hyphen or without; its last part then stands for it.
void join_compounds(const Lexicon& lexicon, const Document& document, const Sentence& s, Clauses& clauses) {
  const std::string_view text = document.slice(s.span);
  for (std::size_t at = text.find('-', 1); at != text.npos; at = text.find('-', at + 1)) {
    const std::span<const Token> tokens = document.tokens.of(s);
    const std::uint32_t start = s.span.start + std::uint32_t(at);
    const auto found = std::lower_bound(tokens.begin(), tokens.end(), start,
                                        [](const Token& token, std::uint32_t byte) { return token.start < byte; });
    const auto i = std::size_t(found - tokens.begin());
    if (i == 0 || i + 1 >= tokens.size() || found->start != start || found->end != start + 1) continue;
    const Token &before = tokens[i - 1], &after = tokens[i + 1];
    static constexpr std::uint64_t kRe = word_hash("re");      // what Tagger::prefix() looks at
    static constexpr std::uint64_t kCo = word_hash("co");      // "co-operation": frames and lists ask for "cooperation"
    if (before.end != start || after.start != start + 1 || !before.word() || !after.word() || before.hash == kRe) continue;
    std::string word(document.slice(Span{before.start, after.end}));
    const Entry* entry = before.hash == kCo ? nullptr : lexicon.find(fold_hash(word));
    if (!entry) entry = lexicon.find(fold_hash(word.erase(before.end - before.start, 1)));
    if (!entry || entry->closed != Closed::kOpen) continue;
    clauses.words[i - 1].tag = clauses.words[i].tag = Tag::kIgnored;
    clauses.words[i - 1].entry = nullptr;
    clauses.words[i + 1].entry = entry;
  }
}

}  // namespace

// Begins a sentence: each word's readings, one look-up a word.
void look_up_words(const Lexicon& lexicon, const Document& document, Index sentence, Clauses& clauses) {
  const Sentence& s = document.sentences()[sentence];
  clauses.sentence = sentence;
  clauses.base = s.first;
  clauses.words.resize(s.last - s.first);
  Word* word = clauses.words.data();
  const std::span<const Token> tokens = document.tokens.of(s);
  const Token* token = tokens.data();
  std::uint16_t flags = 0;
  lexicon.find_each(tokens, [&word, &token, &flags](const Entry* entry) {
    *word = {};
    // "a.m." is no form of "be", nor "U.S." a pronoun.
    const bool written_so = !token->has(kAbbreviation) || !entry || entry->closed == Closed::kOpen;
    word++->entry = written_so ? entry : nullptr;
    flags |= token++->flags;
  });
  clauses.flags = flags;
  join_compounds(lexicon, document, s, clauses);
}

}  // namespace dragoman
