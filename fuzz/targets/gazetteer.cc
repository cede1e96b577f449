// Part of dragoman; see LICENSE.

#include "dragoman/gazetteer.h"

#include "reference/naive_gazetteer.h"
#include "targets.h"

namespace dragoman::fuzz {
namespace {

void check_same(const Gazetteer& names, const std::vector<GazetteerMatch>& fast, const std::vector<NaiveMatch>& slow) {
  check(fast.size() == slow.size(), "as many names as the naive matcher finds");
  for (std::size_t i = 0; i < fast.size(); ++i) {
    check(fast[i].first == slow[i].first && fast[i].last == slow[i].last, "each name is where the naive matcher finds it");
    std::vector<std::size_t> numbers;
    for (const NameEntry& entry : names.entries(fast[i])) {
      numbers.push_back(std::stoul(std::string(names.record(entry.record).id.substr(6))));
    }
    check(numbers == slow[i].names, "each name has the entries that the naive matcher gives it");
  }
}

}  // namespace

void gazetteer(std::string_view input) {
  std::vector<std::string> names;
  std::string table = "name\ttype\tid\tkind\tguard\tfrom\tto\tmore\n";
  while (!input.empty() && input[0] != '=' && names.size() < 40) {
    const std::size_t end = std::min(input.find('\n'), input.size());
    names.emplace_back(input.substr(0, end));
    table += names.back() + "\tCITY\tcity:c" + std::to_string(names.size() - 1) + "\tpreferred\t-\t-\t-\t-\n";
    input.remove_prefix(std::min(end + 1, input.size()));
  }
  const Result<Gazetteer> fast = Gazetteer::parse({{"t.tsv", table}});
  if (!fast.ok()) {
    check_error(fast.error());
    check(fast.error().message().starts_with("t.tsv:"), "a bad row says where", fast.error().message());
    return;
  }
  // A line that begins with '#' is no row.
  std::size_t rows = 0;
  for (const std::string& name : names) rows += !name.starts_with('#');
  if (rows != names.size() || fast->name_count() != names.size()) return;
  const NaiveGazetteer slow(names);
  const Text text = *Text::from_utf8(std::string(input));
  const std::vector<Token> tokens = tokenize(text).tokens;
  const auto end = Index(tokens.size());
  std::vector<GazetteerMatch> matches;
  fast->find(tokens, 0, end, matches);
  check_same(*fast, matches, slow.find(text, tokens));
  for (Index at = 0; at < std::min<Index>(end, 200); ++at) {
    matches.clear();
    fast->all_at(tokens, at, end, matches);
    const std::vector<NaiveMatch> all = slow.all_at(text, tokens, at, end);
    check_same(*fast, matches, all);
    check(fast->longest_at(tokens, at, end).last == (all.empty() ? at : all.back().last), "the longest is the longest");
  }
}

}  // namespace dragoman::fuzz
