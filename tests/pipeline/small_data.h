// Part of dragoman; see LICENSE.
//
// A small data folder: tables of tests/pipeline/small, and of the shipped files as many as make
// every kind of section.  Used by the test of bundles and as a seed of fuzz/targets/bundle.cc.

#ifndef DRAGOMAN_TESTS_PIPELINE_SMALL_DATA_H_
#define DRAGOMAN_TESTS_PIPELINE_SMALL_DATA_H_

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/byte_stream.h"
#include "mention/name_tagger.h"
#include "syntax/parser.h"

namespace dragoman {

// A tagger and a parser that have learned nothing: every weight is 0.
inline void write_small_models(const std::filesystem::path& folder) {
  ByteWriter names;
  const auto clusters = std::make_shared<const WordClusters>(
      std::vector<std::pair<std::uint64_t, std::uint16_t>>{{0x123456789abcdefull, 1}, {0xfedcba987654321ull, 40}});
  NameTagger(WeightTable(kNameLabels, 4), NameTransitions{}, clusters).write(names);
  if (!save_stream(folder / "names.model", "names", names).ok()) std::abort();

  ByteWriter words;
  clusters->write(words);
  if (!save_stream(folder / "clusters.model", "clusters", words).ok()) std::abort();

  NetWeights w;
  w.width = 16;
  w.hidden = 32;
  w.layers = 1;
  const std::size_t width = w.width, hidden = w.hidden;
  w.rows.resize(kWordFeatures * width);
  w.start.resize(width);
  w.edges.resize(2 * width);
  w.root.resize(width);
  w.layer[0].resize(3 * width * width);
  w.layer_bias[0].resize(width);
  w.tag.resize(width * NetWeights::kTagColumns);
  w.tag_bias.resize(NetWeights::kTagColumns);
  w.seats.resize(width * NetWeights::seat_at(ParseView::kSeats, hidden));
  w.facts.resize(ParseView::kFactValues * hidden);
  w.hidden_bias.resize(hidden);
  w.action.resize(hidden * kParseActions);
  w.action_bias.resize(kParseActions);
  for (int side = 0; side < 2; ++side) {
    w.relation[side].resize(hidden * NetWeights::kRelationColumns);
    w.relation_bias[side].resize(NetWeights::kRelationColumns);
  }
  ByteWriter syntax;
  Parser::write(w, {"NOUN", "VERB"}, {"root", "nsubj"}, syntax);
  if (!save_stream(folder / "syntax.model", "syntax", syntax).ok()) std::abort();
}

// Fills an empty folder.
inline void write_small_data(const std::filesystem::path& source, const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  for (const char* name : {"rules", "frames", "schema", "syntax", "models"}) fs::create_directories(folder / name);
  fs::copy(source / "tests/pipeline/small/gazetteer", folder / "gazetteer");
  for (const char* file : {"rules/words.yaml", "rules/group_nouns.yaml", "rules/date.yaml", "rules/person.yaml", "frames/lists.yaml",
                           "frames/visit.yaml", "frames/arms_transfer.yaml", "schema/relations.yaml",
                           "syntax/classes.yaml"}) {
    fs::copy_file(source / "data" / file, folder / file);
  }
  std::ofstream(folder / "syntax" / "words.tsv")
      << "word\tparts\tforms\nvisit\tn5v5\t-\nsend\tv9\tpast=sent\nship\tn5v5\t-\nshell\tn9\t-\n";
  write_small_models(folder / "models");
}

}  // namespace dragoman

#endif  // DRAGOMAN_TESTS_PIPELINE_SMALL_DATA_H_
