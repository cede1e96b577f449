// Part of dragoman; see LICENSE.
//
// Ten columns a token; lines of ranges ("3-4") and empty nodes ("5.1") are left out.

#include "learn/conllu.h"

#include <array>
#include <charconv>

#include <fmt/format.h>
#include <zlib.h>

#include "base/file.h"
#include "token/describe.h"

namespace dragoman {
namespace {

constexpr std::size_t kColumns = 10;

std::string_view feature(std::string_view features, std::string_view name) {
  for (std::size_t at = 0; at < features.size();) {
    const std::size_t end = std::min(features.find('|', at), features.size());
    const std::string_view one = features.substr(at, end - at);
    if (one.size() > name.size() && one.starts_with(name) && one[name.size()] == '=') {
      return one.substr(name.size() + 1);
    }
    at = end + 1;
  }
  return {};
}

// Subtypes that relations are read from; others are cut off.
std::string kept_relation(std::string_view relation) {
  for (const std::string_view kept : {"nsubj:pass", "aux:pass", "obl:agent", "nmod:poss", "acl:relcl",
                                      "compound:prt", "csubj:pass", "obl:unmarked", "nmod:unmarked"}) {
    if (relation == kept) return std::string(kept);
  }
  return std::string(relation.substr(0, relation.find(':')));
}

Result<std::string> unpack(const std::string& packed, const std::string& name) {
  z_stream stream{};
  if (inflateInit2(&stream, 15 + 16) != Z_OK) return Error(ErrorCode::kLimit, name + ": no memory to unpack");
  std::string out;
  std::array<char, 1 << 16> buffer;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = uInt(packed.size());
  int state = Z_OK;
  while (state == Z_OK) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream.avail_out = uInt(buffer.size());
    state = inflate(&stream, Z_NO_FLUSH);
    out.append(buffer.data(), buffer.size() - stream.avail_out);
    if (state == Z_OK && stream.avail_in == 0 && stream.avail_out != 0) break;
  }
  inflateEnd(&stream);
  if (state != Z_STREAM_END) return Error(ErrorCode::kBadData, name + ": not gzip, or cut short");
  return out;
}

}  // namespace

std::string fine_tag(std::string_view upos, std::string_view features) {
  std::string tag(upos);
  const auto add = [&](std::string_view name) {
    if (const std::string_view value = feature(features, name); !value.empty()) {
      tag += ':';
      tag += value;
    }
  };
  if (upos == "NOUN" || upos == "PROPN") {
    tag += feature(features, "Number") == "Plur" ? ":Plur" : ":Sing";
  } else if (upos == "VERB") {
    const std::string_view form = feature(features, "VerbForm");
    if (form == "Fin") {
      const bool past = feature(features, "Tense") == "Past";
      const bool third = feature(features, "Person") == "3" && feature(features, "Number") == "Sing";
      tag += past ? ":Past" : third ? ":Third" : ":Pres";
    } else if (form == "Part") {
      tag += feature(features, "Tense") == "Past" ? ":Part" : ":Ger";
    } else if (form == "Ger") {
      tag += ":Ger";
    } else {
      tag += ":Inf";
    }
  } else if (upos == "AUX") {
    const std::string_view form = feature(features, "VerbForm");
    tag += form == "Fin" ? (feature(features, "Tense") == "Past" ? ":Past" : ":Pres") : form == "Inf" ? ":Inf" : ":Part";
  } else if (upos == "PRON" || upos == "DET") {
    add("Poss");
  }
  return tag;
}

Result<std::vector<TreeSentence>> read_conllu(const std::filesystem::path& file) {
  Result<std::string> bytes = read_file(file);
  if (!bytes.ok()) return bytes.error();
  if (bytes->starts_with("\x1f\x8b")) {
    bytes = unpack(*bytes, file.string());
    if (!bytes.ok()) return bytes.error();
  }
  return parse_conllu(*bytes, file.string());
}

Result<std::vector<TreeSentence>> parse_conllu(std::string_view bytes, const std::string& name) {
  std::vector<TreeSentence> out;
  TreeSentence now;
  bool space = false;
  std::size_t line = 0;
  std::string document;
  const auto bad = [&](const std::string& what) {
    return Error(ErrorCode::kBadData, fmt::format("{}:{}: {}", name, line, what));
  };
  const auto finish = [&]() -> Status {
    if (now.tokens.empty()) return Done{};
    for (const std::uint32_t head : now.head) {
      if (head > now.tokens.size()) {
        return bad(fmt::format("head {} in the sentence before, expected at most {}", head, now.tokens.size()));
      }
    }
    now.document = document;
    out.push_back(std::move(now));
    now = {};
    space = false;
    return Done{};
  };
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    std::string_view row = bytes.substr(at, end - at);
    at = end + 1;
    ++line;
    if (row.ends_with('\r')) row.remove_suffix(1);
    if (row.empty()) {
      if (const Status done = finish(); !done.ok()) return done.error();
      continue;
    }
    if (row[0] == '#') {
      constexpr std::string_view kDocument = "# newdoc id = ";
      if (row.starts_with(kDocument)) document = row.substr(kDocument.size());
      continue;
    }
    std::array<std::string_view, kColumns> column;
    std::size_t count = 0;
    for (std::size_t from = 0; from <= row.size(); ++count) {
      const std::size_t tab = std::min(row.find('\t', from), row.size());
      if (count < kColumns) column[count] = row.substr(from, tab - from);
      from = tab + 1;
    }
    if (count != kColumns) return bad(fmt::format("{} columns, expected {}", count, kColumns));
    if (column[0].find_first_of("-.") != std::string_view::npos) continue;
    std::uint32_t id = 0, head = 0;
    const auto number = [](std::string_view text, std::uint32_t& value) {
      const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
      return error == std::errc() && stop == text.data() + text.size();
    };
    if (!number(column[0], id) || id != now.tokens.size() + 1) {
      return bad(fmt::format("column 1: \"{}\", expected {}", column[0], now.tokens.size() + 1));
    }
    if (!number(column[6], head)) return bad(fmt::format("column 7: \"{}\", expected the number of the head", column[6]));
    if (column[1].empty()) return bad("column 2: empty, expected a word");
    if (space) now.text += ' ';
    const auto start = std::uint32_t(now.text.size());
    now.text += column[1];
    now.tokens.push_back({});
    now.tokens.back().start = start;
    now.tokens.back().end = std::uint32_t(now.text.size());
    now.lemma.emplace_back(column[2]);
    now.tag.push_back(fine_tag(column[3], column[5]));
    now.head.push_back(head);
    now.relation.push_back(kept_relation(column[7]));
    space = column[9].find("SpaceAfter=No") == std::string_view::npos;
  }
  if (const Status done = finish(); !done.ok()) return done.error();
  for (TreeSentence& sentence : out) {
    for (Token& token : sentence.tokens) token = describe(sentence.text, token.start, token.end);
  }
  return out;
}

}  // namespace dragoman
