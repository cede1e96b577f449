// Part of dragoman; see LICENSE.
//
// Runs the sentences that frame files carry: what a frame finds and what it must ignore.

#include <gtest/gtest.h>

#include <set>

#include "dragoman/pipeline.h"
#include "marked.h"
#include "pipeline/knowledge.h"
#include "dragoman/pipeline.h"

namespace dragoman {
namespace {

const std::filesystem::path kData = DRAGOMAN_SOURCE_DIR "/data";

struct Loaded {
  const Pipeline pipeline = *Pipeline::load({.data = kData, .overlays = {}});   // a bundle keeps no examples
  const Schema& schema = pipeline.knowledge()->schema();
  const Frames& frames = pipeline.knowledge()->impl().frames;

  // The examples' dates are relative to this day.
  Document read(const std::string& text) const {
    return *pipeline.analyze(text, {.id = "", .date = Date{2023, 9, 5}, .outlet = "", .url = ""});
  }
};

const Loaded& loaded() {
  static const Loaded all;
  return all;
}

struct RoleMark {
  std::string role;
  Span span;
};

// "[supplier Iran] sent ..." -> text and marks.
std::string unmark_roles(const std::string& marked, std::vector<RoleMark>& marks) {
  std::string text;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    if (marked[i] != '[') {
      text += marked[i];
      continue;
    }
    const std::size_t space = marked.find(' ', i), close = marked.find(']', i);
    const std::uint32_t start = std::uint32_t(text.size());
    text += marked.substr(space + 1, close - space - 1);
    marks.push_back({marked.substr(i + 1, space - i - 1), {start, std::uint32_t(text.size())}});
    i = close;
  }
  return text;
}

bool has_role(const Document& d, const RelationType& type, const Relation& r, const RoleMark& mark) {
  for (const Argument& a : r.arguments) {
    if (type.roles[a.role].name != mark.role &&
        !(type.symmetric && mark.role.starts_with("party_") && type.roles[a.role].name.starts_with("party_"))) {
      continue;
    }
    if (a.mention != kNone && d.mentions[a.mention].span.overlaps(mark.span)) return true;
    if (a.entity == kNone) continue;
    for (const Index m : d.entities[a.entity].mentions) {
      if (d.mentions[m].span.overlaps(mark.span)) return true;
    }
  }
  return false;
}

TEST(FramesTest, FilesLoad) {
  const auto schema = Schema::load(kData / "schema/relations.yaml");
  ASSERT_TRUE(schema.ok());
  const auto frames = Frames::load(kData, *schema, 0);
  ASSERT_TRUE(frames.ok()) << frames.error().message();
}

TEST(FramesTest, EveryFrameFindsItsSentences) {
  const Loaded& all = loaded();
  for (const Frame& frame : all.frames.frames()) {
    const RelationType& type = all.schema.type(frame.type);
    for (const Example& example : frame.finds) {
      std::vector<RoleMark> marks;
      Document d = all.read(unmark_roles(example.text, marks));
      bool found = false;
      for (const Relation& r : d.relations) {
        if (r.type != frame.type) continue;
        bool ok = true;
        for (const RoleMark& mark : marks) ok = ok && has_role(d, type, r, mark);
        if (!example.status.empty()) ok = ok && to_string(r.status) == example.status;
        const std::string polarity = example.polarity.empty() ? "asserted" : example.polarity;
        ok = ok && to_string(r.polarity) == polarity;
        if (!example.said_by.empty()) {
          ok = ok && r.said_by && r.said_by->mention != kNone &&
               d.slice(d.mentions[r.said_by->mention]).find(example.said_by) != std::string_view::npos;
        }
        if (!example.when.empty()) {
          ok = ok && r.when && to_string(from_days(r.when->value.from)).starts_with(example.when);
        }
        found = found || ok;
      }
      EXPECT_TRUE(found) << frame.file << ":" << example.line << ": frame \"" << frame.name
                         << "\" does not find: " << example.text << "\nfound:\n"
                         << show_all(d, all.schema);
    }
  }
}

TEST(FramesTest, NoFrameFindsWhatItIgnores) {
  const Loaded& all = loaded();
  for (const Frame& frame : all.frames.frames()) {
    for (const Example& example : frame.ignores) {
      std::vector<RoleMark> marks;
      Document d = all.read(unmark_roles(example.text, marks));
      for (const Relation& r : d.relations) {
        EXPECT_FALSE(r.type == frame.type) << frame.file << ":" << example.line << ": "
                                           << example.text << "\nfound: " << show(d, all.schema, r);
      }
    }
  }
}

TEST(FramesTest, EveryFrameCarriesSentences) {
  for (const Frame& frame : loaded().frames.frames()) {
    EXPECT_GE(frame.finds.size(), 2u) << frame.file << ":" << frame.line << " " << frame.name;
    EXPECT_GE(frame.ignores.size(), 2u) << frame.file << ":" << frame.line << " " << frame.name;
  }
}

}  // namespace
}  // namespace dragoman
