// Part of dragoman; see LICENSE.
//
// A text twice as long costs twice the work: nothing reads all that stands before it
// for each "they", each "the two countries", each family name.

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "cost/counted_work.h"
#include "shipped.h"

namespace dragoman {
namespace {

constexpr std::array kStates = {
    "Kenya", "Peru", "Norway", "Chad", "Fiji", "Samoa", "Ghana", "Mali", "Niger", "Poland", "Latvia", "Chile", "Oman", "Qatar", "Nepal",
    "Bhutan", "Italy", "Spain", "Cuba", "Mexico", "Togo", "Benin", "Rwanda", "Uganda", "Serbia", "Albania", "Egypt", "Sudan", "Tunisia",
    "Algeria", "Morocco", "Japan", "Thailand", "Laos", "Vietnam", "Malaysia", "Indonesia", "Australia", "Portugal", "Ireland", "Iceland"};
constexpr std::array kGiven = {"Peter", "Anna", "Omar", "Maria", "Joseph", "Fatima", "David", "Laura", "Ibrahim", "Helen", "Carlos", "Elena"};
constexpr std::array kBegin = {"Bar", "Kel", "Tor", "Mun", "Das", "Rig", "Vel", "Hos", "Zan", "Pol", "Lem", "Gur", "Nav", "Sik", "Wen"};
constexpr std::array kEnd = {"tano", "kuri", "movic", "sanda", "berg", "lasse", "dori", "teyn", "wala", "ronde", "maki"};

// The same words on every run, other names for each number.
struct Names {
  std::size_t n;
  std::string state(std::size_t k) const { return kStates[(n * 7 + k * 11 + n / 41) % kStates.size()]; }
  std::string family(std::size_t k) const {
    const std::size_t m = n * 5 + k;
    return fmt::format("{}{}{}", kBegin[m % kBegin.size()], kEnd[m / kBegin.size() % kEnd.size()], m < 165 ? "" : fmt::format("{}", char('a' + m / 165 % 26)));
  }
  std::string given(std::size_t k) const { return kGiven[(n + k) % kGiven.size()]; }
  std::string person(std::size_t k) const { return given(k) + " " + family(k); }
};

// What news is made of, and each kind of word that looks back: pronouns, pairs, lists, ministries, family names alone,
// "the envoy", "the North", deeds by their nouns, relations that answer earlier ones.
std::string news(std::size_t n) {
  const Names w{n};
  return fmt::format(
      "{A} and {B} signed a trade pact on Monday, and the two countries agreed to reopen their border. Both sides praised it. "
      "They said they would meet again.\n"
      "President {p1} of {A} met {B}'s foreign minister, {p2}, in {C}. He told {f2} that his country wanted peace. {f1} also thanked "
      "the minister. \"We will not attack anybody,\" he said.\n"
      "The envoy, {p3}, said she had asked {C} to mediate between the two neighbours. {f3} accused {A} of breaking the truce, and it "
      "denied the charge. {B}, which borders {C}, said it would send troops if {A} attacked its allies.\n"
      "Rebels attacked a town in {C} on Tuesday. The rebels killed four soldiers, and the army shelled their camp. The militants fled. "
      "{C}'s defence ministry condemned the attack. The ministry said government troops had retaken the town, its information minister said.\n"
      "{C} accused {B} of arming the group. {B} denied it, and {C} recalled its ambassador. {A} criticised the move. {C} broke off relations.\n"
      "{A}, {B} and {C} later signed a ceasefire accord in {D}. The three countries will withdraw their forces. {D} denounced the accord, "
      "and {f1} accepted the demand. South Korea welcomed it; the North rejected it.\n"
      "U.S. officials said they believed {p4} had sold missiles to {A}. The officials told {B} that {f4} was in {D}. The general, who "
      "fled {C} in 2014, is wanted there. {f4} denied the allegations and said he had never met them.\n"
      "The United Nations urged the sides to talk. It sent its envoy to {C}, but {C} expelled him. The coup was condemned by {A}'s neighbours. "
      "The leaders of {A} and {B} will visit {D} next week; both leaders are to meet {f2} and {f3}.\n"
      "The Northern Workers' Front of {C} ({acronym}) said it had kidnapped six {A} engineers. The front accused them of spying. {acronym} "
      "fighters freed two of them after the government paid a ransom, {f3} said.",
      fmt::arg("A", w.state(0)), fmt::arg("B", w.state(1)), fmt::arg("C", w.state(2)), fmt::arg("D", w.state(3)), fmt::arg("p1", w.person(0)),
      fmt::arg("p2", w.person(1)), fmt::arg("p3", w.person(2)), fmt::arg("p4", w.person(3)), fmt::arg("f1", w.family(0)),
      fmt::arg("f2", w.family(1)), fmt::arg("f3", w.family(2)), fmt::arg("f4", w.family(3)), fmt::arg("acronym", "NWF"));
}

std::string text_of(std::size_t stories, std::string (*one)(std::size_t)) {
  std::string text;
  for (std::size_t i = 0; i < stories; ++i) text += one(i) + "\n\n";
  return text;
}

Work work_of(const std::string& text) {
  return count_work([&] {
    ASSERT_TRUE(shipped().analyze(text, {.id = "a", .date = Date{2015, 6, 1}, .outlet = "", .url = ""}).ok());
  });
}

struct Grown {
  Work once, twice;
};
// A text of so many parts, and of twice as many.
Grown grow(std::size_t parts, std::string (*text)(std::size_t)) {
  shipped();
  work_of(text(parts));   // makes the room that is kept
  return {work_of(text(parts)), work_of(text(2 * parts))};
}

void expect_linear(std::size_t parts, std::string (*text)(std::size_t)) {
  const auto [once, twice] = grow(parts, text);
  EXPECT_LE(double(twice.total), 2.2 * double(once.total)) << grown(once, twice, 2);
  // No block of the code alone grows as the square, if it does a two-hundredth of the work.
  EXPECT_LE(steepest(once, twice, 3), double(twice.total) / 200) << grown(once, twice, 3);
}

// A hundred persons of one family name, each met again by it alone.
std::string family(std::size_t n) {
  const Names w{n};
  return fmt::format("{} Petrov, a lawyer, met {} Petrov in {}. Petrov said the minister knew. Mr. Petrov praised {}. Petrov left for {}.",
                     w.family(0), w.family(1), w.state(0), w.state(1), w.state(2));
}

// Envoys, ministers and presidents by their office, among persons whom the text names.
std::string offices(std::size_t n) {
  const Names w{n};
  return fmt::format("{A}'s ambassador, {p1}, met {p2}, {B}'s foreign minister. The envoy told the minister that {A}'s president would visit {B}. "
                     "{A}, which borders {B}, rejected an offer, its spokesman said. The president of {B} thanked the envoy, and the general agreed.\n"
                     "{p3} flew to {B}. The envoy praised it.",
                     fmt::arg("A", w.state(0)), fmt::arg("B", w.state(1)), fmt::arg("p1", w.person(0)), fmt::arg("p2", w.person(1)), fmt::arg("p3", w.person(2)));
}

// Quotations, one sentence or several long.
std::string quotations(std::size_t n) {
  const Names w{n};
  return fmt::format("\"We will attack {A},\" {p} of {B} said. \"They have invaded us. They will pay for it,\" he told {C}, \"and so will their "
                     "allies.\" \"It is not true,\" said {f}. \"Our country is at peace.\"",
                     fmt::arg("A", w.state(0)), fmt::arg("B", w.state(1)), fmt::arg("C", w.state(2)), fmt::arg("p", w.person(0)),
                     fmt::arg("f", w.family(0)));
}

// One sentence, of so many parts.
std::string sentence_of(std::size_t parts, std::string (*part)(std::size_t)) {
  std::string text = "Norway said that ";
  for (std::size_t i = 0; i < parts; ++i) text += part(i) + ", and ";
  return text + "it left.";
}

std::string clauses(std::size_t n) {
  const Names w{n};
  return fmt::format("{A} accused {B} of attacking its embassy after they met, but it denied the charge and sent them its envoy, who told {f} that both "
                     "countries would free him, its minister said",
                     fmt::arg("A", w.state(0)), fmt::arg("B", w.state(1)), fmt::arg("f", w.family(0)));
}

std::string listed(std::size_t n) {
  const Names w{n};
  return fmt::format("{}, {} of {}", w.state(0), w.person(0), w.state(1));
}

TEST(LinearTest, News) {
  expect_linear(200, [](std::size_t n) { return text_of(n, news); });
}

TEST(LinearTest, OneFamilyName) {
  expect_linear(100, [](std::size_t n) { return text_of(n, family); });
}

TEST(LinearTest, PersonsByTheirOffice) {
  expect_linear(400, [](std::size_t n) { return text_of(n, offices); });
}

TEST(LinearTest, Quotations) {
  expect_linear(400, [](std::size_t n) { return text_of(n, quotations); });
}

// Loops may walk through their sentence: they are short, and one of 1,600 words still costs about what two of 800 do.
TEST(LinearTest, ALongSentence) {
  const auto [once, twice] = grow(20, [](std::size_t n) { return sentence_of(n, clauses); });
  EXPECT_LE(double(twice.total), 2.5 * double(once.total)) << grown(once, twice, 2);
}

TEST(LinearTest, ALongList) {
  const auto [once, twice] = grow(50, [](std::size_t n) { return sentence_of(n, listed); });
  EXPECT_LE(double(twice.total), 2.5 * double(once.total)) << grown(once, twice, 2);
}

}  // namespace
}  // namespace dragoman
