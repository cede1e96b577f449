// Part of dragoman; see LICENSE.
//
// Prints the relations of a text, and what syntax made of it: a tool for frame authors.

#include <fstream>
#include <iostream>
#include <iterator>

#include "dragoman/pipeline.h"
#include "marked.h"
#include "pipeline/knowledge.h"
#include "syntax/clauses.h"

int main(int argc, char** argv) {
  using namespace dragoman;
  const std::filesystem::path data = DRAGOMAN_SOURCE_DIR "/data";
  auto pipeline = Pipeline::load({.data = data, .overlays = {}});
  if (!pipeline.ok()) return std::cerr << pipeline.error().message() << "\n", 1;
  const Schema* schema = &pipeline->knowledge()->schema();
  const Frames* frames = &pipeline->knowledge()->impl().frames;
  std::string text;
  if (argc > 1) {
    std::ifstream in(argv[1]);
    text.assign(std::istreambuf_iterator<char>(in), {});
  } else {
    text.assign(std::istreambuf_iterator<char>(std::cin), {});
  }
  const Document d = *pipeline->analyze(text);
  ChunkFinder finder(frames->lexicon());
  Clauses c;
  Index m = 0;
  for (Index s = 0; s < d.sentences().size(); ++s) {
    while (m < d.mentions.size() && d.mentions[m].first < d.sentences()[s].first) ++m;
    finder.find(d, s, m, c);
    std::cout << "== " << d.slice(d.sentences()[s].span) << "\n";
    for (std::size_t i = 0; i < c.nouns.size(); ++i) {
      const auto& n = c.nouns[i];
      std::cout << "  N" << i << " [" << d.slice(Span{d.tokens.tokens[n.first].start, d.tokens.tokens[n.last - 1].end})
                << "] role " << int(n.role) << " prep " << preposition_name(n.prep) << " verb " << n.verb << " noun " << n.noun
                << " poss " << n.possessor << " conj " << n.first_conjunct << "/" << n.next_conjunct << " app " << n.apposition_of;
      if (n.mention != kNone) std::cout << " " << to_string(d.mentions[n.mention].type);
      std::cout << "\n";
    }
    for (std::size_t i = 0; i < c.verbs.size(); ++i) {
      const auto& v = c.verbs[i];
      std::cout << "  V" << i << " [" << d.slice(Span{d.tokens.tokens[v.first].start, d.tokens.tokens[v.last - 1].end})
                << "] " << frames->lexicon().lemma(v.lemma) << " link " << int(v.link) << " subj " << v.subject << " obj " << v.object
                << " iobj " << v.indirect << " parent " << v.parent << (v.passive ? " passive" : "") << (v.finite ? " finite" : "")
                << (v.infinitive ? " inf" : "") << "\n";
    }
    for (const Relation& r : d.relations) {
      if (r.sentence == s) std::cout << "  => " << show(d, *schema, r) << "  {" << frames->origin(r.because).name << "}\n";
    }
  }
}
