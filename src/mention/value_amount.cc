// Part of dragoman; see LICENSE.
//
// Amounts.  Number words add up as they are spoken: "two hundred thousand" is 2 x 100 x 1000,
// "twenty-five" is 20 + 5; a second number after "to", "-" or "and" (after "between") makes a
// range.  A scale word after a range holds for both ends: "$1 to $2 billion".

#include <algorithm>
#include <string>

#include "mention/number.h"
#include "mention/value.h"

namespace dragoman {
namespace {

// ISO 4217 codes of currency signs.
std::string_view sign_currency(std::string_view sign) {
  if (sign == "$") return "USD";
  if (sign == "\u20ac") return "EUR";
  if (sign == "\u00a3") return "GBP";
  if (sign == "\u00a5") return "JPY";
  if (sign == "\u20a9") return "KRW";
  if (sign == "\u20b9") return "INR";
  if (sign == "\u20bd") return "RUB";
  if (sign == "\u20b4") return "UAH";
  if (sign == "\u20ba") return "TRY";
  return {};
}

// One number being read, word by word.
struct Sum {
  double total = 0;     // closed by thousand, million ...
  double part = 0;      // what the next scale word multiplies
  bool any = false;
  bool scaled = false;

  void add(double value) {
    part += value;
    any = true;
  }
  void scale(double by) {
    if (part == 0) part = 1;
    if (by == 100) {
      part *= 100;
    } else {
      total += part * by;
      part = 0;
    }
    any = true;
    scaled = true;
  }
  double value() const { return total + part; }
};

double scale_of(std::int32_t power) {
  double scale = 1;
  for (int i = 0; i < power; ++i) scale *= 10;
  return scale;
}

}  // namespace

std::optional<Amount> ValueReader::amount(const ValueContext& context, Index first,
                                          Index last) const {
  Amount amount;
  Sum low, high;
  Sum* current = &low;
  double vague_low = 0, vague_high = 0;
  double last_scale = 1;
  std::string_view owner;
  for (Index i = first; i < last; ++i) {
    const Token& token = context.tokens.tokens[i];
    const std::string_view word = context.text.slice(token.span());
    if (token.has(kHasDigit)) {
      const NumberForm form = number_form(word);
      if (form.kind == NumberKind::kOther) continue;
      current->add(form.value);
      if (form.kind == NumberKind::kScaled) current->scaled = true;
      continue;
    }
    const std::uint64_t h = token.hash;
    const Features& f = context.lexicon.word(h);
    const std::int32_t v = context.lexicon.value(h);
    if (f.has(list_.vague_number) && v != RuleLexicon::kNoValue) {
      // "dozens", "tens of thousands": the lower bound; ten times less one above.
      vague_low = vague_low == 0 ? v : vague_low * (v / 2.0);
      vague_high = vague_low == 24 ? 99 : vague_low == 3 ? 9 : vague_low == 40 ? 99
                                                                                : vague_low * 5 - 1;
    } else if (f.has(list_.scale) && v != RuleLexicon::kNoValue) {
      last_scale = scale_of(v);
      current->scale(last_scale);
    } else if (h == word_.dozen) {
      current->scale(12);
    } else if (f.has(list_.number_word) && v != RuleLexicon::kNoValue) {
      current->add(v);
    } else if (h == word_.half && i + 1 < last) {
      current->add(0.5);
    } else if (f.has(list_.currency) && !context.lexicon.label(h).empty()) {
      // "Canadian dollars": the owner's currency; else the best known of that name.
      amount.unit = owner.empty() ? context.lexicon.label(h) : owner;
    } else if (f.has(list_.currency_code)) {
      amount.unit = context.lexicon.label(h);
    } else if (f.has(list_.currency_owner)) {
      owner = context.lexicon.label(h);
    } else if (f.has(list_.measure) && !context.lexicon.label(h).empty()) {
      amount.unit = context.lexicon.label(h);
    } else if (word == "%") {
      amount.unit = "percent";
    } else if (const std::string_view code = sign_currency(word); !code.empty()) {
      if (amount.unit.empty()) amount.unit = code;
    } else if (low.any && (h == word_.to || (h == word_.and_ && context.tokens.tokens[first].hash == word_.between) ||
                           (!token.word() && word != "," && !high.any &&
                            number_form(context.text.slice(
                                context.tokens.tokens[i - 1].span())).digits > 0))) {
      current = &high;
    }
  }
  if (!low.any && vague_low == 0) return std::nullopt;
  if (vague_low != 0) {
    amount.low = vague_low;
    amount.high = vague_high;
    return amount;
  }
  if (high.any && high.scaled && !low.scaled && low.value() < high.value() / last_scale * 1000 && last_scale > 1) {
    low.scale(last_scale);
  }
  amount.low = low.value();
  amount.high = high.any ? high.value() : amount.low;
  if (amount.high < amount.low) return std::nullopt;   // 3-1 is a score
  return amount;
}

}  // namespace dragoman
