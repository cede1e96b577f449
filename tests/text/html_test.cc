// Part of dragoman; see LICENSE.

#include "text/html.h"
#include "rounds.h"

#include <random>

#include <gtest/gtest.h>

namespace dragoman {
namespace {

HtmlArticle read(std::string_view html) {
  const Result<HtmlArticle> article = read_html(html);
  EXPECT_TRUE(article.ok());
  return article.ok() ? *article : HtmlArticle();
}

constexpr std::string_view kPage = R"(<!DOCTYPE html>
<html lang="en-GB"><head>
<title>Norway to send boats | The Harbour Post</title>
<meta property="og:title" content="Norway to send   boats to Kenya">
<meta property="og:site_name" content="The Harbour Post">
<meta property="article:published_time" content="2024-03-05T21:10:00+01:00">
<link rel="canonical" href="https://harbour.example/boats">
<script>var text = "<p>Brazil invaded Peru.</p>";</script>
<style>p { color: red }</style>
</head><body class="no-sidebar">
<div id="cookieBanner"><p>We use cookies. Chad attacked nobody. Accept all cookies to go on reading this page.</p></div>
<header><a href="/">The Harbour Post</a></header>
<nav><ul><li><a href="/w">World</a></li><li><a href="/s">Sport</a></li></ul></nav>
<h1>Norway to send boats to Kenya</h1>
<article class="story with-sidebar">
<p>Norway will send patrol&nbsp;boats to&shy;day to <b>Ken</b>ya, the defence
   minister &mdash; who was in Nairobi &mdash; said.</p>
<script type="text/javascript">document.write("Mali")</script>
<aside><p>Read also: Ghana praised Togo.</p></aside>
<p>The boats leave Oslo on Friday.<br>They arrive in May.</p>
<ul><li>One is new.</li><li><a href="/x">Another story altogether</a></li></ul>
<div class="share-buttons"><p>Share this</p></div>
</article>
<div hidden><p>Hidden words.</p></div>
<footer><p>Copyright of the Harbour Post, all rights reserved.</p></footer>
<noscript>Turn on JavaScript.</noscript>
</body></html>)";

TEST(HtmlTest, TheArticleIsReadAndNothingAroundIt) {
  const HtmlArticle article = read(kPage);
  EXPECT_EQ(article.text,
            "Norway to send boats to Kenya\n\n"
            "Norway will send patrol boats today to Kenya, the defence minister — who was in Nairobi — said.\n\n"
            "The boats leave Oslo on Friday.\nThey arrive in May.\n\n"
            "One is new.\n");
  EXPECT_EQ(article.title, "Norway to send boats to Kenya");
  EXPECT_EQ(article.outlet, "The Harbour Post");
  EXPECT_EQ(article.date, "2024-03-05");
  EXPECT_EQ(article.url, "https://harbour.example/boats");
  EXPECT_EQ(article.language, "en-GB");
}

TEST(HtmlTest, JsonLdSaysWhatMetaDoesNot) {
  const HtmlArticle article = read(R"(<html><head><title>Short</title>
    <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
      {"@type": "WebSite", "name": "Not the article", "datePublished": "1999-01-01"},
      {"@type": ["NewsArticle"], "headline": "A long headline", "datePublished": "2023-07-09T08:00:00Z",
       "publisher": {"@type": "Organization", "name": "Lakeside Wire"}, "url": "https://lakeside.example/1"}]}</script>
    <script type="application/ld+json">{ this is no JSON </script>
    </head><body><p>Words of the article stand here.</p></body></html>)");
  EXPECT_EQ(article.title, "A long headline");
  EXPECT_EQ(article.date, "2023-07-09");
  EXPECT_EQ(article.outlet, "Lakeside Wire");
  EXPECT_EQ(article.url, "https://lakeside.example/1");
  EXPECT_EQ(article.text, "Words of the article stand here.\n");
}

TEST(HtmlTest, TimeAndTitleAreTheLastResort) {
  const HtmlArticle article = read(R"(<title> Only
    this </title><nav><time datetime="2001-01-01">old</time></nav>
    <p>Seen <time datetime="2022-11-30 14:00">yesterday</time> by many people.</p>)");
  EXPECT_EQ(article.title, "Only this");
  EXPECT_EQ(article.date, "2022-11-30");
  EXPECT_EQ(article.text, "Seen yesterday by many people.\n");
}

// Everything is in a frame whose class speaks against it.
TEST(HtmlTest, AFrameWithAnUnluckyNameIsReadAllTheSame) {
  EXPECT_EQ(read(R"(<div class="page with-sidebar menu-open"><p>Poland recalled its ambassador from Minsk.</p></div>)").text,
            "Poland recalled its ambassador from Minsk.\n");
}

TEST(HtmlTest, OfSeveralArticlesTheLongestCounts) {
  EXPECT_EQ(read(R"(<main><article><p>Teaser one.</p></article><article><p>This is the article itself, which goes on
                    for a while and says what happened, where it happened and who is thought to have done it.</p></article>
                    <article><p>Teaser two.</p></article></main>)").text,
            "This is the article itself, which goes on for a while and says what happened, where it happened and who is "
            "thought to have done it.\n");
}

TEST(HtmlTest, BrokenPagesAreReadAsFarAsTheyGo) {
  EXPECT_EQ(read("<p>One<p>Two <b>three").text, "One\n\nTwo three\n");
  EXPECT_EQ(read("</div></p>Text & more &lt;tags&gt; &bogus; <").text.substr(0, 20), "Text & more <tags> &");
  EXPECT_EQ(read("plain words").text, "plain words\n");
  EXPECT_EQ(read("").text, "");
  EXPECT_EQ(read("<html><body><script>never closed").text, "");
  EXPECT_EQ(read(std::string("<p>nul\0byte", 11)).text, "nul byte\n");
}

TEST(HtmlTest, NamesOfEncodings) {
  EXPECT_EQ(html_encoding("<meta charset=\"windows-1251\">"), "windows-1251");
  EXPECT_EQ(html_encoding("<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-1'>"), "windows-1252");
  EXPECT_EQ(html_encoding("<?xml version='1.0' encoding='koi8-r'?>"), "koi8-r");
  EXPECT_EQ(html_encoding("\xEF\xBB\xBF<meta charset=koi8-r>"), "UTF-8");
  EXPECT_EQ(html_encoding("<p>charset"), "");
}

TEST(HtmlTest, HtmlIsToldFromText) {
  EXPECT_TRUE(looks_like_html(" \n<!DOCTYPE HTML><p>"));
  EXPECT_TRUE(looks_like_html("<?xml version='1.0'?>\n<html xmlns='x'>"));
  EXPECT_TRUE(looks_like_html("<!-- saved --><html>"));
  EXPECT_FALSE(looks_like_html("<3 from Paris"));
  EXPECT_FALSE(looks_like_html(""));
}

TEST(HtmlTest, HostilePagesEnd) {
  std::string deep;
  for (int i = 0; i < rounds(2'000'000); ++i) deep += "<div>";
  const Result<HtmlArticle> refused = read_html(deep);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().message(), "elements nested deeper than 512: no article");
  EXPECT_EQ(read_html(std::string(kMaxHtmlBytes + 1, ' ')).error().code(), ErrorCode::kLimit);
  for (const char* piece : {"<p>", "<b>x", "</x>", "<table><tr><td>", "&amp;", "<a href=x>y</a>", "<!--", "<br>", "<![CDATA["}) {
    std::string page;
    while (page.size() < std::size_t(rounds(2'000'000))) page += piece;
    (void)read_html(page).ok();
  }
}

// Any bytes give an answer or an error, and what is given is UTF-8.
TEST(HtmlTest, PagesCutAndStirredAreHarmless) {
  std::mt19937 random(1);
  for (int i = 0; i < rounds(1500); ++i) {
    std::string page(kPage.substr(0, random() % kPage.size()));
    for (int k = 0; k < 12 && !page.empty(); ++k) {
      const std::size_t at = random() % page.size(), size = random() % 40;
      if (k % 2) page[at] = char(random() % 128);
      else page.insert(random() % page.size(), page.substr(at, size));
    }
    (void)read_html(page).ok();
  }
}

}  // namespace
}  // namespace dragoman
