// Part of dragoman; see LICENSE.
//
// A gazetteer from a bundle is the gazetteer from tables; one that lies is refused.

#include <random>
#include <type_traits>

#include <gtest/gtest.h>

#include "mention/gazetteer_data.h"
#include "rounds.h"

namespace dragoman {
namespace {

const char* const kTable =
    "name\ttype\tid\tkind\tguard\tfrom\tto\tmore\n"
    "Peru\tSTATE\tPER\tpreferred\t-\t-\t-\t-\n"
    "Republic of Peru\tSTATE\tPER\tofficial\t-\t1821\t-\t-\n"
    "Lima\tCITY\tcity:per-lima\tpreferred\t-\t-\t-\tstate=PER;capital=1;population=10000000\n"
    "Lima\tPERSON\tperson:adriana-lima\talias\t-\t-\t-\t-\n"
    "Adriana Lima\tPERSON\tperson:adriana-lima\tpreferred\t-\t-\t-\tfamily=Lima;gender=f\n"
    "Quechua Post\tMEDIA\torg:quechua-post\tpreferred\tcontext\t-\t-\tstate=PER\n"
    "mortar shell\tWEAPON\tweapon:mortar-shell\tpreferred\t-\t-\t-\tgeneric=1;class=ammunition\n";

Gazetteer from_table() { return *Gazetteer::parse({{"data/gazetteer/t.tsv", kTable}}); }

std::vector<std::byte> compiled() {
  BundleWriter writer;
  from_table().add_to(writer);
  return writer.bytes();
}

Result<Gazetteer> read(std::vector<std::byte> bytes) {
  auto bundle = Bundle::from_bytes("b", std::move(bytes), Bundle::Check::kAll);
  if (!bundle.ok()) return bundle.error();
  return Gazetteer::from_bundle(*std::move(bundle));
}

// All that a gazetteer tells, as text.
std::string told(const Gazetteer& names) {
  std::string out;
  for (Index i = 0; i < names.record_count(); ++i) {
    const Record r = names.record(i);
    out.append(r.id).append(" ").append(r.name).append(" ").append(r.klass).append(" ");
    out += std::to_string(r.population) + (r.capital ? " capital" : "") +
           (r.state == kNone ? "" : " of " + std::string(names.record(r.state).id));
    for (const NameEntry& entry : names.names_of(i)) {
      out.append(" | ").append(names.name(entry)).append(" ").append(std::to_string(entry.from.year));
      out += ":" + std::to_string(names.origin(entry.origin).line);
    }
    out += "\n";
  }
  const Text text = *Text::from_utf8("The Republic of Peru sent a mortar shell to Lima, the Quechua Post said.");
  const Tokens tokens = tokenize(text);
  std::vector<GazetteerMatch> matches;
  names.find(tokens.tokens, 0, Index(tokens.tokens.size()), matches);
  for (const GazetteerMatch& m : matches) {
    out += std::to_string(m.first) + "-" + std::to_string(m.last) + " " +
           std::string(names.record(names.entries(m).front().record).id) + "\n";
    for (const NameEntry& entry : names.entries(m)) out += names.name(entry);
  }
  return out;
}

TEST(GazetteerBundleTest, TellsTheSameAsTheTables) {
  const Result<Gazetteer> names = read(compiled());
  ASSERT_TRUE(names.ok()) << names.error().message();
  EXPECT_EQ(told(*names), told(from_table()));
  EXPECT_EQ(names->record_of("city:per-lima"), from_table().record_of("city:per-lima"));
  EXPECT_EQ(names->record_of("city:per-cusco"), kNone);
  EXPECT_EQ(names->origin(0).file, "data/gazetteer/t.tsv");
}

TEST(GazetteerBundleTest, TheSameTablesGiveTheSameBytes) { EXPECT_EQ(compiled(), compiled()); }

// Sections replaced one by one by others of the right element size but any content, behind
// checksums that hold: an error or an answer, never a crash or an endless search.
TEST(GazetteerBundleTest, HostileContentIsRefusedOrHarmless) {
  const auto good = Bundle::from_bytes("b", compiled(), Bundle::Check::kAll);
  ASSERT_TRUE(good.ok());
  const auto copy = [&]<typename T>(BundleWriter& writer, const char* name, bool spoil, std::mt19937& random,
                                    std::type_identity<T>) {
    const std::span<const T> from = *(*good)->section<T>(name);
    std::vector<T> items(from.begin(), from.end());
    if (spoil) {
      const auto bytes = std::as_writable_bytes(std::span(items));
      switch (random() % 4) {
        case 0: if (!items.empty()) items.pop_back(); break;
        case 1: items.resize(items.size() * 2); break;
        case 2: items.clear(); break;
        default:
          for (int k = 0; k < 3 && !bytes.empty(); ++k) bytes[random() % bytes.size()] = std::byte(random());
      }
    }
    writer.add(name, std::span<const T>(items));
  };
  std::mt19937 random(7);
  int refused = 0;
  const int all = rounds(4000);
  for (int round = 0; round < all; ++round) {
    BundleWriter writer;
    int n = 0;
    const int victim = int(random() % 23);
    const auto put = [&]<typename T>(const char* name) { copy(writer, name, n++ == victim, random, std::type_identity<T>()); };
    using Impl = Gazetteer::Impl;
    struct Edge { std::uint32_t low, high, number; };
    put.template operator()<char>("names.files");
    put.template operator()<char>("names.pool");
    put.template operator()<std::uint32_t>("names.texts.starts");
    put.template operator()<std::uint16_t>("names.texts.steps");
    put.template operator()<Index>("names.record_of_row");
    put.template operator()<std::uint16_t>("names.row_bits");
    put.template operator()<Impl::Dates>("names.dates");
    put.template operator()<Impl::Run>("names.runs");
    put.template operator()<std::uint32_t>("names.rows.starts");
    put.template operator()<std::uint16_t>("names.rows.steps");
    put.template operator()<Impl::Thing>("names.things");
    put.template operator()<Index>("names.states");
    put.template operator()<Impl::HaveExtra>("names.have_extra");
    put.template operator()<Impl::Extra>("names.extras");
    put.template operator()<Index>("names.ids");
    put.template operator()<std::uint64_t>("names.id_bits");
    put.template operator()<std::uint32_t>("names.shared");
    put.template operator()<Edge>("names.trie.edges");
    put.template operator()<std::uint32_t>("names.trie.values");
    put.template operator()<std::uint64_t>("names.trie.filter");
    put.template operator()<std::uint64_t>("names.trie.filter_lower");
    put.template operator()<std::uint64_t>("names.trie.first");
    put.template operator()<std::uint64_t>("names.trie.first_lower");
    const Result<Gazetteer> names = read(writer.bytes());
    if (!names.ok()) ++refused;
    else told(*names);
  }
  EXPECT_GT(refused, all / 3);
  EXPECT_LT(refused, all);
}

}  // namespace
}  // namespace dragoman
