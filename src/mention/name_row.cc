// Part of dragoman; see LICENSE.

#include "mention/name_row.h"

#include <algorithm>
#include <charconv>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "base/ascii.h"

namespace dragoman {

const Tsv::Columns NameRow::kRequired = {"name", "type", "id", "kind"};
const Tsv::Columns NameRow::kOptional = {"guard", "from", "to", "more"};

namespace {

constexpr std::size_t kLongestName = 255;

constexpr std::string_view kKindNames[] = {"preferred", "official", "short", "alias", "abbreviation",
                                           "former", "local", "adjective", "demonym",
                                           "demonym_plural", "metonym", "generic"};
constexpr std::string_view kGuardNames[] = {"-", "exact", "context"};

template <typename Enum, std::size_t N>
std::optional<Enum> parse_enum(const std::string_view (&names)[N], std::string_view text) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == text) return Enum(i);
  }
  return std::nullopt;
}

std::optional<int> digits(std::string_view text) {
  int value = 0;
  if (text.empty() || !std::all_of(text.begin(), text.end(), is_ascii_digit)) return std::nullopt;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// "1968", "1968-09", or nothing at all.
std::optional<YearMonth> parse_year_month(std::string_view text) {
  YearMonth out;
  if (text.empty()) return out;
  const std::optional<int> year = text.size() < 4 ? std::nullopt : digits(text.substr(0, 4));
  if (!year || *year == 0) return std::nullopt;
  out.year = std::int16_t(*year);
  if (text.size() == 4) return out;
  const auto month = text.size() == 7 && text[4] == '-' ? digits(text.substr(5)) : std::nullopt;
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  out.month = std::uint8_t(*month);
  return out;
}

// Sets has_capital and has_lower.  False for a name with a control character.
bool read_letters(NameRow& row) {
  row.has_capital = row.has_lower = false;
  const std::string_view name = row.name;
  for (std::int32_t i = 0, size = std::int32_t(name.size()); i < size;) {
    const char c = name[std::size_t(i)];
    if (static_cast<unsigned char>(c) < 0x80) {
      if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return false;
      row.has_capital |= is_ascii_upper(c);
      row.has_lower |= is_ascii_lower(c);
      ++i;
      continue;
    }
    UChar32 letter;
    U8_NEXT(name.data(), i, size, letter);
    row.has_capital |= u_isupper(letter) || u_istitle(letter);
    row.has_lower |= bool(u_islower(letter));
  }
  return true;
}

bool is_state_code(std::string_view id) {
  return id.size() == 3 && std::all_of(id.begin(), id.end(), is_ascii_upper);
}

bool is_slug(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_ascii_lower(c) || is_ascii_digit(c) || c == '-' || c == '_' || c == '.';
  });
}

bool is_id(std::string_view id) {   // kind:slug
  const std::size_t colon = id.find(':');
  return colon != std::string_view::npos && is_slug(id.substr(0, colon)) && is_slug(id.substr(colon + 1));
}

}  // namespace

std::optional<Error> NameRowReader::read(const Tsv& table, NameRow& row) {
  row.name = table.cell(NameRow::kName);
  if (row.name.empty() || row.name == "-" || row.name.size() > kLongestName) {
    return table.bad_cell(NameRow::kName, "a name of 1 to 255 bytes");
  }
  if (!read_letters(row)) return table.bad_cell(NameRow::kName, "a name without control characters");
  if (const std::string_view text = table.cell(NameRow::kType); text != last_type_text_) {
    const std::optional<MentionType> type = mention_type(text);
    if (!type) return table.bad_cell(NameRow::kType, "a mention type, as STATE or PERSON");
    last_type_text_ = text;
    last_type_ = *type;
  }
  row.type = last_type_;
  row.id = table.cell(NameRow::kId);
  const bool state = row.type == MentionType::kState || row.type == MentionType::kNationality;
  if (state && !is_state_code(row.id)) {
    return table.bad_cell(NameRow::kId, "a country code (three letters A-Z)");
  }
  if (!state && !is_id(row.id)) {
    return table.bad_cell(NameRow::kId, "an id (kind:slug in a-z, 0-9, -, as person:vladimir-putin)");
  }
  row.removed = table.cell(NameRow::kKind) == "removed";
  const auto kind = row.removed ? std::optional(NameKind::kAlias) : parse_enum<NameKind>(kKindNames, table.cell(NameRow::kKind));
  if (!kind) return table.bad_cell(NameRow::kKind, "a kind of name (preferred, official, alias, ..., removed)");
  row.kind = *kind;
  const auto guard = parse_enum<Guard>(kGuardNames, table.cell(NameRow::kGuard));
  if (!guard) return table.bad_cell(NameRow::kGuard, "a guard (-, exact, context)");
  row.guard = *guard;
  const auto from = parse_year_month(table.value(NameRow::kFrom));
  if (!from) return table.bad_cell(NameRow::kFrom, "YYYY, YYYY-MM or -");
  row.from = *from;
  const auto to = parse_year_month(table.value(NameRow::kTo));
  if (!to) return table.bad_cell(NameRow::kTo, "YYYY, YYYY-MM or -");
  row.to = *to;
  row.more = table.value(NameRow::kMore);
  return std::nullopt;
}

}  // namespace dragoman
