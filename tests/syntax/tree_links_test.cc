// Part of dragoman; see LICENSE.
//
// Trees by the shipped model, and what they change in clauses.

#include "syntax/tree_links.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

const Lexicon& lexicon() {
  static const Lexicon loaded = *Lexicon::load(std::string(DRAGOMAN_SOURCE_DIR) + "/data/syntax");
  return loaded;
}

const Parser& parser() {
  const std::string models = std::string(DRAGOMAN_SOURCE_DIR) + "/data/models/";
  static const Parser loaded =
      *Parser::load(models + "syntax.model", *WordClusters::load_if_there(models + "clusters.model"));
  return loaded;
}

Document read(const char* line) {
  Document document;
  document.text = *Text::from_utf8(line);
  document.tokens = tokenize(document.text);
  return document;
}

std::string word(const Document& document, Index token) {
  return token == kNone ? "-" : std::string(document.text.slice(document.tokens.tokens[token].span()));
}

// "word<arc<head" of the words that have one of the arcs asked for.
std::string arcs(const char* line, const std::vector<Arc>& wanted) {
  const Document document = read(line);
  SentenceTrees trees(&parser(), lexicon());
  const SentenceTree tree = trees.read(document, document.tokens.sentences[0]);
  std::string out;
  for (Index i = tree.first(); i < tree.last(); ++i) {
    if (std::find(wanted.begin(), wanted.end(), tree.arc(i)) == wanted.end()) continue;
    out += (out.empty() ? "" : " ") + word(document, i) + "<" + tree.relation_name(i) + "<" + word(document, tree.head(i));
  }
  return out;
}

TEST(SentenceTreesTest, ActivePassiveAndRelativeClauses) {
  EXPECT_EQ(arcs("Zambia sent doctors to Malawi.", {Arc::kNsubj, Arc::kObj, Arc::kObl}),
            "Zambia<nsubj<sent doctors<obj<sent Malawi<obl<sent");
  EXPECT_EQ(arcs("The bridge was destroyed by rebels.", {Arc::kNsubjPass, Arc::kOblAgent}),
            "bridge<nsubj:pass<destroyed rebels<obl:agent<destroyed");
  EXPECT_EQ(arcs("The envoy who visited China praised the talks.", {Arc::kNsubj, Arc::kAclRelcl, Arc::kObj}),
            "envoy<nsubj<praised who<nsubj<visited visited<acl:relcl<envoy China<obj<visited talks<obj<praised");
}

TEST(SentenceTreesTest, DatelineIsNoPartOfTheTree) {
  EXPECT_EQ(arcs("LIMA, May 2 - Students blocked the road.", {Arc::kNsubj, Arc::kObj}),
            "Students<nsubj<blocked road<obj<blocked");
  const Document document = read("LIMA-BASED firms left Peru.");
  EXPECT_EQ(behind_dateline(document, document.tokens.sentences[0]), 0u);
}

TEST(SentenceTreesTest, WithoutAModelThereIsNoTree) {
  const Document document = read("Zambia sent doctors.");
  SentenceTrees trees(nullptr, lexicon());
  EXPECT_FALSE(trees.read(document, document.tokens.sentences[0]));
}

TEST(SentenceTreesTest, EmptyTreeChangesNothing) {
  const Document document = read("Zambia sent doctors to Malawi.");
  Clauses clauses;
  ChunkFinder(lexicon()).find(document, 0, 0, clauses);
  const Id subject = clauses.verbs[0].subject;
  mend_links({}, clauses);
  EXPECT_EQ(clauses.verbs[0].subject, subject);
}

TEST(TreeLinksTest, OpenAndWrongPlacesAreTakenFromTheTree) {
  const Document document = read("Zambia sent doctors after the flood reached Malawi.");
  SentenceTrees trees(&parser(), lexicon());
  const SentenceTree tree = trees.read(document, document.tokens.sentences[0]);
  Clauses clauses;
  ChunkFinder(lexicon()).find(document, 0, 0, clauses);
  VerbGroup& verb = clauses.verbs[0];
  const Id subject = verb.subject, object = verb.object;
  ASSERT_NE(subject, kNobody);
  ASSERT_NE(object, kNobody);
  // As if token order had told nothing, then as if it had taken the wrong chunk.
  verb.subject = kNobody;
  clauses.nouns[subject].role = NounRole::kFree;
  clauses.nouns[subject].verb = kNobody;
  mend_links(tree, clauses);
  EXPECT_EQ(verb.subject, subject);
  EXPECT_EQ(clauses.nouns[subject].role, NounRole::kSubject);
  verb.object = Id(clauses.nouns.size()) - 1;
  ASSERT_NE(verb.object, object);
  mend_links(tree, clauses);
  EXPECT_EQ(verb.object, object);   // Malawi belongs to "reached"
}

}  // namespace
}  // namespace dragoman
