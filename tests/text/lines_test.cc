// Part of dragoman; see LICENSE.

#include <gtest/gtest.h>

#include "dragoman/text.h"
#include "reference/random_text.h"
#include "text/lines.h"
#include "text/utf8.h"
#include "rounds.h"

namespace dragoman {
namespace {

// Each line with its kind before it: "P" prose, "H" heading, "M" menu, "W" widget,
// "T" tags.
std::string judge(std::string_view bytes) {
  const Text text = *Text::from_utf8(std::string(bytes));
  std::string out;
  for (const Line& line : text.lines()) {
    out.append(1, "PHMWT "[static_cast<int>(line.kind)]).append(" ").append(text.slice(line.span));
    out.append("\n");
  }
  return out;
}

char kind_of(std::string_view line) { return judge(line)[0]; }

constexpr const char* kParagraph =
    "\n\nThe foreign ministers of Peru and Chile met in Lima on Tuesday and agreed to reopen the "
    "border crossing at Tacna, officials of both countries said.\n\n";

TEST(LinesTest, EveryLineBreakOfUnicodeEndsALine) {
  const Text text = *Text::from_utf8("a\nb\r\nc\rd\u0085e\u2028f\u2029g\n\n");
  std::string joined;
  for (const Line& line : text.lines()) joined.append(text.slice(line.span)).append("/");
  EXPECT_EQ(joined, "a/b/c/d/e/f/g//");
}

TEST(LinesTest, LinesAndTheirBreaksCoverTheText) {
  RandomText random(3);
  for (int round = 0; round < rounds(5000); ++round) {
    const Text text = *Text::from_utf8(random.text(random.below(200)));
    std::size_t at = 0;
    for (const Line& line : text.lines()) {
      std::size_t i = at;  // the break before this line
      if (at != 0 || line.span.start != 0) {
        ASSERT_LT(at, line.span.start);
        const char32_t c = next_code_point(text.view(), i);
        ASSERT_TRUE(c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029);
        if (i < line.span.start) ++i;
        ASSERT_EQ(i, line.span.start);
      }
      const std::string_view s = text.slice(line.span);
      ASSERT_EQ(s.find_first_of("\n\r"), s.npos);
      at = line.span.end;
    }
  }
}

TEST(LinesTest, NavigationIsMenu) {
  for (const char* line : {"Skip to content", "Sign in", "Log in", "Share this article", "Read more",
                           "Advertisement", "Most read", "Home > World > Africa",
                           "News | Sport | Weather", "Latin America", "Subscribe now",
                           "World Business Opinion Culture", "© 2024 Example News Ltd.",
                           "Sign up to our daily newsletter", "Follow us on Facebook"}) {
    EXPECT_EQ(kind_of(line), 'M') << line;
  }
}

TEST(LinesTest, SentencesAboutThePageAreMenu) {
  for (const char* line :
       {"We use cookies to improve your experience on our website. By continuing you accept our "
        "privacy policy.",
        "Get the day's stories in your inbox. Sign up for our newsletter here.",
        "Your browser does not support this video player. Click below to download the app.",
        "Read this story on the website, or tap the button below to open it in your app."}) {
    EXPECT_EQ(kind_of(line), 'M') << line;
  }
}

TEST(LinesTest, NewsAboutPagesIsProse) {
  for (const char* line :
       {"Officials were told to click on a link in an email that hackers had sent, the ministry said.",
        "Kenya's regulator ordered the website to remove the video, a spokesman said.",
        "\"Read the treaty and you will see that the border is here,\" the envoy told the court.",
        "Subscribe to that view and the war never ends, the president argued in Oslo.",
        "He left."}) {
    EXPECT_EQ(kind_of(line), 'P') << line;
  }
}

TEST(LinesTest, HeadlinesAreHeadings) {
  for (const char* line :
       {"Chad and Sudan to reopen border after talks, mediators say", "Share prices fall in Lagos after vote",
        "Norway's Prime Minister Visits Kyiv", "Show trial opens in Minsk for opposition leader",
        "More than 100 killed as dam bursts in Libya", "UK, France agree on new patrols"}) {
    EXPECT_EQ(kind_of(line), 'H') << line;
  }
}

TEST(LinesTest, ShortLinesAreJudgedByTheirNeighbours) {
  const std::string p = kParagraph;
  EXPECT_NE(judge(p + "Growing doubts" + p).find("H Growing doubts"), std::string::npos);
  EXPECT_NE(judge(p + "Kariuki Njoroge\nDark Mode\nFont Size").find("M Dark Mode"),
            std::string::npos);
  EXPECT_NE(judge("By Ana Duarte" + p).find("H By Ana Duarte"), std::string::npos);
  EXPECT_NE(judge("12 March 2024" + p).find("H 12 March 2024"), std::string::npos);
}

TEST(LinesTest, ABylineStandsAlone) {
  const std::string headline = "Ghana and Togo sign fishing accord after talks in Accra, Lome\n";
  EXPECT_EQ(judge(headline + "By Ana Duarte and Kofi Mensah | March 4, 2021\n" + kParagraph).substr(0, 2), "H ");
  EXPECT_NE(judge(headline + "By Ana Duarte and Kofi Mensah | March 4, 2021\n").find("H By Ana"), std::string::npos);
  // A sentence of a wrapped paragraph may begin with the same word.
  EXPECT_EQ(judge("The government of Ghana said on Monday that it would send engineers to\n"
                  "By Friday the whole port had been closed, and ships were waiting for days\n"
                  "outside the harbour.").find("H "), std::string::npos);
}

TEST(LinesTest, FiguresAndLabelsAreWidgets) {
  for (const char* line : {"Yes 41% No 38% Unsure 21%", "3 min read", "* * *", "1 2 3 4",
                           "Left 20% Right 80%"}) {
    EXPECT_EQ(kind_of(line), 'W') << line;
  }
}

TEST(LinesTest, TagListsAreTags) {
  for (const char* line : {"Tags: , , ,", "Topics: Peru, Chile, border", ", , , ,",
                           "Related topics: Mali , Niger , ,"}) {
    EXPECT_EQ(kind_of(line), 'T') << line;
  }
}

TEST(LinesTest, LinesOfAWrappedParagraphAreProse) {
  EXPECT_EQ(judge("The government of Ghana said on Monday that it would send engineers and\n"
                  "medical staff to the north after floods destroyed three bridges and cut\n"
                  "roads to Burkina Faso\n"),
            "P The government of Ghana said on Monday that it would send engineers and\n"
            "P medical staff to the north after floods destroyed three bridges and cut\n"
            "P roads to Burkina Faso\n");
}

TEST(LinesTest, UnreadLinesAreCountedAndKept) {
  const Text text = *Text::from_utf8("Sign in\nThe king of Jordan flew to Cairo on Sunday.\n");
  EXPECT_EQ(text.loss().unread_lines, 1u);
  EXPECT_EQ(text.loss().unread_bytes, 7u);
  EXPECT_TRUE(text.loss().lossless());
  EXPECT_TRUE(text.view().starts_with("Sign in"));
}

}  // namespace
}  // namespace dragoman
