// Part of dragoman; see LICENSE.
//
// Dates and amounts as text in, value out, through the shipped rules.

#include "mention/value.h"

#include <gtest/gtest.h>

#include <fmt/format.h>

#include "mention/rule_world.h"

namespace dragoman {
namespace {

const RuleSet& shipped() {
  static const RuleSet rules =
      RuleSet::load({.data = std::string(DRAGOMAN_SOURCE_DIR) + "/data"},
                    RuleWorld::lexicon())
          .value();
  return rules;
}

// The longest candidate of a type in the sentence, as "text = value".
std::string value_of(const std::string& sentence, MentionType type,
                     std::optional<Date> date = Date{2023, 9, 5}) {
  const Text text = Text::from_utf8(sentence).value();
  const Tokens tokens = tokenize(text);
  RuleScratch scratch;
  RuleOutput found;
  std::vector<WordFacts> words;
  Vocabulary(shipped().lexicon(), {}).read(tokens.tokens, words);
  const std::vector<UnitSource> known = RuleWorld().sources(text, tokens);
  shipped().find({text, tokens, words, known, date}, scratch, found);
  const Candidate* best = nullptr;
  for (const Candidate& c : found.candidates) {
    if (c.type != type) continue;
    if (best == nullptr || c.last - c.first > best->last - best->first) best = &c;
  }
  if (best == nullptr) return "nothing";
  std::string out(text.slice({tokens.tokens[best->first].start, tokens.tokens[best->last - 1].end}));
  if (best->value == kNone) return out + " = ?";
  if (type == MentionType::kDate) {
    const DateValue& v = found.dates[best->value];
    out += " = " + (v.open_start ? std::string("..") : to_string(from_days(v.from)));
    if (v.open_start) return out + to_string(from_days(v.to));
    if (v.open_end) return out + "..";
    return v.from == v.to ? out : out + ".." + to_string(from_days(v.to));
  }
  const Amount& a = found.amounts[best->value];
  out += fmt::format(" = {}", a.low);
  if (a.high != a.low) out += fmt::format("..{}", a.high);
  return a.unit.empty() ? out : out + " " + a.unit;
}

std::string date_of(const std::string& sentence, std::optional<Date> date = Date{2023, 9, 5}) {
  return value_of(sentence, MentionType::kDate, date);
}

// The document is of Tuesday, 5 September 2023.
TEST(ValueDateTest, AbsoluteDates) {
  EXPECT_EQ(date_of("They met on Sept. 5, 2023."), "Sept. 5, 2023 = 2023-09-05");
  EXPECT_EQ(date_of("They met on 5 September 2021."), "5 September 2021 = 2021-09-05");
  EXPECT_EQ(date_of("The file is dated 2020-02-29 here."), "2020-02-29 = 2020-02-29");
  EXPECT_EQ(date_of("It began in July 2023."), "July 2023 = 2023-07-01..2023-07-31");
  EXPECT_EQ(date_of("It began in 2022."), "2022 = 2022-01-01..2022-12-31");
  EXPECT_EQ(date_of("It began in the 1990s."), "1990s = 1990-01-01..1999-12-31");
  EXPECT_EQ(date_of("It ended in late 2021."), "late 2021 = 2021-09-02..2021-12-31");
  EXPECT_EQ(date_of("It lasted from 1994 to 2001."), "1994 to 2001 = 1994-01-01..2001-12-31");
  EXPECT_EQ(date_of("It began in spring 2019."), "spring 2019 = 2019-03-01..2019-05-31");
}

TEST(ValueDateTest, AbsoluteDatesNeedNoDocumentDate) {
  EXPECT_EQ(date_of("They met on Sept. 5, 2023.", {}), "Sept. 5, 2023 = 2023-09-05");
  EXPECT_EQ(date_of("They met on Sept. 5.", {}), "Sept. 5 = ?");
  EXPECT_EQ(date_of("They met on Monday.", {}), "Monday = ?");
}

TEST(ValueDateTest, ADayThatDoesNotExistIsNoDate) {
  EXPECT_EQ(date_of("They met on Feb. 31, 2023."), "nothing");
  EXPECT_EQ(date_of("They met on Feb. 29, 2023."), "nothing");
  EXPECT_EQ(date_of("They met on Feb. 29, 2024."), "Feb. 29, 2024 = 2024-02-29");
}

TEST(ValueDateTest, AWeekdayIsTheLastOneUpToTheDate) {
  EXPECT_EQ(date_of("He said so on Tuesday."), "Tuesday = 2023-09-05");
  EXPECT_EQ(date_of("He said so on Monday."), "Monday = 2023-09-04");
  EXPECT_EQ(date_of("He said so on Wednesday night."), "Wednesday night = 2023-08-30");
  EXPECT_EQ(date_of("He said so last Tuesday."), "last Tuesday = 2023-08-29");
  EXPECT_EQ(date_of("The talks resume next Thursday."), "next Thursday = 2023-09-07");
}

TEST(ValueDateTest, AFutureVerbPutsAWeekdayAhead) {
  EXPECT_EQ(date_of("The two will meet on Friday."), "Friday = 2023-09-08");
  EXPECT_EQ(date_of("The trip, planned for Saturday, is off."), "Saturday = 2023-09-09");
}

TEST(ValueDateTest, AMonthIsTheLastThatHasBegun) {
  EXPECT_EQ(date_of("He came in July."), "July = 2023-07-01..2023-07-31");
  EXPECT_EQ(date_of("He came in November."), "November = 2022-11-01..2022-11-30");
  EXPECT_EQ(date_of("He will come in November."), "November = 2023-11-01..2023-11-30");
  EXPECT_EQ(date_of("The embassy is closed until March."), "March = ..2024-03-31");
  EXPECT_EQ(date_of("Prices rose since May."), "May = 2023-05-01..");
}

TEST(ValueDateTest, ADayWithoutItsYearIsTheNearest) {
  EXPECT_EQ(date_of("It was signed on Dec. 28.", Date{2024, 1, 3}), "Dec. 28 = 2023-12-28");
  EXPECT_EQ(date_of("The vote is on Jan. 7.", Date{2023, 12, 20}), "Jan. 7 = 2024-01-07");
}

TEST(ValueDateTest, DaysAndUnitsAroundTheDate) {
  EXPECT_EQ(date_of("He left yesterday."), "yesterday = 2023-09-04");
  EXPECT_EQ(date_of("Sirens sounded last night."), "last night = 2023-09-04");
  EXPECT_EQ(date_of("He left last week."), "last week = 2023-08-28..2023-09-03");
  EXPECT_EQ(date_of("He may go next month."), "next month = 2023-10-01..2023-10-31");
  EXPECT_EQ(date_of("It was sent late last year."), "late last year = 2022-09-02..2022-12-31");
  EXPECT_EQ(date_of("It was sent earlier this year."), "earlier this year = 2023-01-01..2023-09-05");
  EXPECT_EQ(date_of("It leaves later this month."), "later this month = 2023-09-05..2023-09-30");
  EXPECT_EQ(date_of("It fell two days ago."), "two days ago = 2023-09-03");
  EXPECT_EQ(date_of("It fell three weeks ago."), "three weeks ago = 2023-08-14..2023-08-20");
  EXPECT_EQ(date_of("It fell a year ago."), "a year ago = 2022-01-01..2022-12-31");
  EXPECT_EQ(date_of("It rose in the past two weeks."), "past two weeks = 2023-08-22..2023-09-05");
  EXPECT_EQ(date_of("It rose since last year."), "last year = 2022-01-01..");
}

TEST(ValueDateTest, ALengthOfTimeHasNoValue) {
  EXPECT_EQ(date_of("It went on for two years."), "two years = ?");
}

TEST(ValueDateTest, WordsThatOnlyLookLikeDatesAreNone) {
  EXPECT_EQ(date_of("They may march in the sun for a second."), "nothing");
  EXPECT_EQ(date_of("A fall of prices would spring a leak."), "nothing");
  EXPECT_EQ(date_of("The ship carried 2018 tonnes."), "nothing");
}

std::string money_of(const std::string& s) { return value_of(s, MentionType::kMoney); }
std::string quantity_of(const std::string& s) { return value_of(s, MentionType::kQuantity); }

TEST(ValueAmountTest, Money) {
  EXPECT_EQ(money_of("It cost $1.5bn to build."), "$1.5bn = 1500000000 USD");
  EXPECT_EQ(money_of("A loan of $2 billion is due."), "$2 billion = 2000000000 USD");
  EXPECT_EQ(money_of("They paid €300m for it."), "€300m = 300000000 EUR");
  EXPECT_EQ(money_of("They gave 1.2 million euros."), "1.2 million euros = 1200000 EUR");
  EXPECT_EQ(money_of("It needs three trillion won."), "three trillion won = 3000000000000 KRW");
  EXPECT_EQ(money_of("It costs $10 to $12 million."), "$10 to $12 million = 10000000..12000000 USD");
  EXPECT_EQ(money_of("They fined him 500 Canadian dollars."), "500 Canadian dollars = 500 CAD");
  EXPECT_EQ(money_of("The grant is USD 5 million."), "USD 5 million = 5000000 USD");
  EXPECT_EQ(money_of("They paid half a million pounds."), "half a million pounds = 500000 GBP");
}

TEST(ValueAmountTest, Quantities) {
  EXPECT_EQ(quantity_of("Some 3,000 soldiers left."), "3,000 = 3000");
  EXPECT_EQ(quantity_of("At least 20 ships left."), "20 = 20");
  EXPECT_EQ(quantity_of("Support fell 20 percent."), "20 percent = 20 percent");
  EXPECT_EQ(quantity_of("Support fell 2.5% again."), "2.5% = 2.5 percent");
  EXPECT_EQ(quantity_of("It carried 40,000 tonnes."), "40,000 tonnes = 40000 tonne");
  EXPECT_EQ(quantity_of("There were 10 to 12 ships."), "10 to 12 = 10..12");
  EXPECT_EQ(quantity_of("Two million people fled."), "Two million = 2000000");
  EXPECT_EQ(quantity_of("They sent two hundred thousand shells."), "two hundred thousand = 200000");
  EXPECT_EQ(quantity_of("They bought twenty-five jets."), "twenty-five = 25");
  EXPECT_EQ(quantity_of("Dozens of people died."), "Dozens = 24..99");
  EXPECT_EQ(quantity_of("Tens of thousands fled."), "Tens of thousands = 20000..99999");
  EXPECT_EQ(quantity_of("Hundreds of thousands fled."), "Hundreds of thousands = 200000..999999");
  EXPECT_EQ(quantity_of("Half a dozen ships sank."), "Half a dozen = 6");
}

TEST(ValueAmountTest, ScoresAndYearsAreNoQuantities) {
  EXPECT_EQ(quantity_of("The match ended 3-1."), "nothing");
  EXPECT_EQ(quantity_of("It began in 2022."), "nothing");
}

}  // namespace
}  // namespace dragoman
