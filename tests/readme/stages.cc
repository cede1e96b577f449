// Part of dragoman; see LICENSE.
//
// What one stage makes of an article, for docs/tour.md.
//
//   stages text|tokens|mentions|rejected|chunks|tree|entities FILE 2024-03-12

#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <iterator>

#include "dragoman/pipeline.h"
#include "pipeline/knowledge.h"
#include "syntax/clauses.h"
#include "syntax/sentence_trees.h"

namespace dragoman {
namespace {

void show_text(const Document& d) {
  static const char* const kKinds[] = {"prose", "heading", "menu", "widget", "tags", "empty"};
  for (const Line& line : d.text.lines()) {
    fmt::print("{:>3}-{:<3} {:8} {:.60}\n", line.span.start, line.span.end, kKinds[std::size_t(line.kind)],
               d.slice(line.span));
  }
  fmt::print("replaced bytes: {}, lines not read: {}\n", d.text.loss().replaced_bytes, d.text.loss().unread_lines);
}

void show_tokens(const Document& d) {
  for (const Sentence& s : d.sentences()) {
    fmt::print("{} {}-{}:", s.prose ? "prose" : "no prose", s.span.start, s.span.end);
    for (const Token& t : d.tokens.of(s)) fmt::print(" [{}]", d.slice(t.span()));
    fmt::print("\n");
  }
}

void show_mentions(const Document& d) {
  for (const Mention& m : d.mentions) {
    const Origin origin = d.knowledge->origin(m.because);
    fmt::print("{:>3}-{:<3} {:11} {:18} {}:{} {}\n", m.span.start, m.span.end, to_string(m.type), d.slice(m), origin.file,
               origin.line, origin.name);
  }
}

void show_rejected(const Document& d) {
  for (const Rejected& r : d.rejected) {
    fmt::print("{:>3}-{:<3} {:11} {:18} {}\n", r.mention.span.start, r.mention.span.end, to_string(r.mention.type),
               d.slice(r.mention), to_string(r.why));
  }
}

void show_chunks(const Document& d) {
  ChunkFinder finder(d.knowledge->impl().frames.lexicon());
  Clauses clauses;
  Index mention = 0;
  const auto words = [&d](Index first, Index last) {
    return d.slice(Span{d.tokens.tokens[first].start, d.tokens.tokens[last - 1].end});
  };
  for (Index s = 0; s < d.sentences().size(); ++s) {
    while (mention < d.mentions.size() && d.mentions[mention].first < d.sentences()[s].first) ++mention;
    if (!d.sentences()[s].prose) continue;
    finder.find(d, s, mention, clauses);
    const auto noun = [&](Id id) {
      return id == kNobody ? std::string_view("-") : words(clauses.nouns[id].first, clauses.nouns[id].last);
    };
    for (const VerbGroup& v : clauses.verbs) {
      fmt::print("{:14} {:14} subject: {}; object: {}\n", words(v.first, v.last),
                 v.parent == kNobody ? "" : fmt::format("(under {})", words(clauses.verbs[v.parent].first, clauses.verbs[v.parent].last)),
                 noun(v.subject), noun(v.object));
    }
    for (const NounChunk& n : clauses.nouns) {
      const std::string_view preposition = preposition_name(n.prep);
      if (!preposition.empty() && n.verb != kNobody) {
        fmt::print("{:14} {:14} {} {}\n", words(clauses.verbs[n.verb].first, clauses.verbs[n.verb].last), "", preposition,
                   words(n.first, n.last));
      }
    }
  }
}

void show_tree(const Document& d) {
  const Knowledge::Impl& known = d.knowledge->impl();
  SentenceTrees trees(known.parser ? &*known.parser : nullptr, known.frames.lexicon());
  for (const Sentence& s : d.sentences()) {
    if (!s.prose) continue;
    const SentenceTree tree = trees.read(d, s);
    if (!tree) return;
    for (Index i = tree.first(); i < tree.last(); ++i) {
      fmt::print("{:10} {:10} {:7} {}\n", d.slice(d.tokens.tokens[i].span()), tree.tag_name(i), tree.relation_name(i),
                 tree.head(i) == kNone ? "-" : d.slice(d.tokens.tokens[tree.head(i)].span()));
    }
  }
}

void show_entities(const Document& d) {
  for (const Entity& e : d.entities) {
    fmt::print("{:18} {:7} {:13}", e.id, to_string(e.type), e.name);
    for (const Index m : e.mentions) fmt::print(" [{}: {}]", d.slice(d.mentions[m]), to_string(d.mentions[m].link_why));
    fmt::print("\n");
  }
}

struct Stage {
  std::string_view name;
  void (*show)(const Document&);
};
constexpr Stage kStages[] = {{"text", show_text},     {"tokens", show_tokens}, {"mentions", show_mentions},
                             {"rejected", show_rejected}, {"chunks", show_chunks}, {"tree", show_tree},
                             {"entities", show_entities}};

int show(std::string_view stage, const char* path, const char* date) {
  std::ifstream file(path, std::ios::binary);
  const Result<Date> day = parse_date(date);
  const Result<Pipeline> pipeline = Pipeline::load();
  if (!file || !day.ok() || !pipeline.ok()) return 1;
  DocumentInfo info;
  info.date = *day;
  const Result<Document> document =
      pipeline->analyze(std::string(std::istreambuf_iterator<char>(file), {}), std::move(info));
  if (!document.ok()) return 1;
  for (const Stage& s : kStages) {
    if (s.name == stage) return s.show(*document), 0;
  }
  return 2;
}

}  // namespace
}  // namespace dragoman

int main(int argc, char** argv) {
  if (argc == 4) return dragoman::show(argv[1], argv[2], argv[3]);
  std::fprintf(stderr, "usage: stages text|tokens|mentions|rejected|chunks|tree|entities FILE YYYY-MM-DD\n");
  return 2;
}
