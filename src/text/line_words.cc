// Part of dragoman; see LICENSE.
//
// One table of a few hundred words and one of two-word phrases, both by key, made at
// first use.  A word may carry several facts.

#include "text/line_words.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace dragoman {
namespace {

struct WordList {
  std::uint32_t facts;
  const char* words;  // separated by blanks
};

constexpr WordList kWords[] = {
    {kFunctionWord,
     "the a an of to in on at by for from with and or but as is are was were be been has have had "
     "will would can could may might must should not no its his her their our this that these those "
     "it he she they we i who which what when where while after before over under against amid into "
     "than then if so about between during until since because says say"},
    {kSection,
     "world home news politics business sport sports opinion opinions video videos audio culture tech "
     "technology science health travel weather international national africa asia europe americas "
     "middle east pacific latin america australia live latest local money style lifestyle "
     "entertainment arts climate environment markets economy finance us uk usa u.s podcasts podcast "
     "photos pictures gallery more search menu newsletter newsletters games obituaries education "
     "analysis explainers features magazine editorials letters crosswords tv radio security defense "
     "defence topics sections explore trending popular investigations and & archive archives jobs "
     "events shop books music film food fashion property motoring law regions domestic"},
    {kUiVerb,
     "click tap scroll swipe subscribe unsubscribe login logout bookmark refresh unmute autoplay"},
    {kUiOrder,
     "see read get learn find join follow share download visit discover explore sign subscribe click "
     "tap support watch listen view browse register enter choose select enable accept manage turn "
     "scroll swipe log keep stay receive check try start send tell help upgrade"},
    {kUiNoun,
     "newsletter newsletters inbox cookie cookies browser javascript website app apps button icon "
     "podcast email account password username subscription subscriptions subscriber subscribers "
     "advertising ad ads privacy settings preferences link links notifications video player "
     "homepage url facebook instagram whatsapp linkedin"},
    {kPageNoun, "story article page data site content post section report link feature coverage topic"},
    {kPointing, "here below above"},
    {kYou, "you your yours yourself"},
    {kReporting,
     "said told according reported announced warned added spokesman spokeswoman spokesperson "
     "minister ministry officials president government"},
    {kMonthWord,
     "january february march april may june july august september october november december jan "
     "feb mar apr jun jul aug sep sept oct nov dec"},
    {kTagLabel, "tags tag topics topic keywords categories category labels filed"},
    {kLabelOnly,
     "advertisement advertisements advertise sponsored menu login subscribe newsletter newsletters "
     "cookies sitemap faq faqs navigation loading promoted comments share print bookmark skip "
     "trending recommended related"},
};

constexpr const char* kPhrases =
    "skip to|jump to|back to|sign up|sign in|sign out|log in|log out|read more|read next|"
    "share this|share on|share via|share article|share story|follow us|click here|click to|"
    "tap here|subscribe to|subscribe now|subscribe for|learn more|find out|view all|"
    "see all|see more|view more|view comments|show more|show less|load more|most read|"
    "most popular|most viewed|most shared|most watched|related topics|related stories|"
    "related articles|related content|related coverage|related news|related links|"
    "related tags|you may|you might|recommended for|recommended stories|more from|more on|"
    "more in|more stories|more news|more like|top stories|top news|latest news|"
    "latest stories|latest headlines|trending now|all rights|terms of|terms and|"
    "privacy policy|privacy notice|cookie policy|cookie settings|contact us|about us|"
    "our newsletter|our newsletters|our standards|powered by|sponsored by|"
    "sponsored content|paid content|paid post|partner content|watch live|watch now|"
    "listen now|copy link|post a|leave a|add a|editor's picks|editors' picks|"
    "editor’s picks|editors’ picks|up next|next article|previous article|next story|"
    "previous story|open menu|close menu|toggle menu|main menu|site map|download the|"
    "join our|get our|support our|email this|print this|save this|report an|report this|"
    "filed under|free trial|manage cookies|accept all|reject all|skip navigation|"
    "main navigation|your account|my account|change language|select language|"
    "advertise with|story continues|article continues|continue reading|keep reading|"
    "comments are|no comments|this video|media caption|image caption";

template <std::size_t N>
struct Slots {
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t facts = 0;
  };
  std::array<Slot, N> slots;

  Slot& at(std::uint64_t key) {
    std::size_t i = (key * 0x9E3779B97F4A7C15u) >> 40 & (N - 1);
    while (slots[i].key != 0 && slots[i].key != key) i = (i + 1) & (N - 1);
    return slots[i];
  }
  std::uint32_t find(std::uint64_t key) const {
    std::size_t i = (key * 0x9E3779B97F4A7C15u) >> 40 & (N - 1);
    while (slots[i].key != 0) {
      if (slots[i].key == key) return slots[i].facts;
      i = (i + 1) & (N - 1);
    }
    return 0;
  }
};

std::uint64_t pair_key(std::uint64_t first, std::uint64_t second) {
  return first * 0xC2B2AE3D27D4EB4Fu + (second << 7 | second >> 57);
}

constexpr std::size_t kLongest = 15;   // length of a cue; longer ones count as such

// By the first two letters.
std::size_t cue_slot(const char* word, std::size_t length) {
  const auto low = [&](std::size_t i) { return static_cast<unsigned char>(word[i]) & 31u; };
  return low(0) << 5 | (length > 1 ? low(1) : 0u);
}

struct Tables {
  Slots<2048> words;
  Slots<1024> phrases;
  std::array<std::uint16_t, 1024> cues{};   // by cue_slot: lengths of the cues that begin so

  Tables() {
    for (const WordList& list : kWords) {
      each(list.words, ' ', [&](std::string_view word) {
        auto& slot = words.at(line_word_key(word.data(), word.size()));
        slot.key = line_word_key(word.data(), word.size());
        slot.facts |= list.facts;
        if ((list.facts & kCue) != 0) {
          cues[cue_slot(word.data(), word.size())] |= std::uint16_t(1u << std::min(word.size(), kLongest));
        }
      });
    }
    each(kPhrases, '|', [&](std::string_view phrase) {
      const std::size_t blank = phrase.find(' ');
      if (blank == phrase.npos) return;
      const std::uint64_t key =
          pair_key(line_word_key(phrase.data(), blank),
                   line_word_key(phrase.data() + blank + 1, phrase.size() - blank - 1));
      auto& slot = phrases.at(key);
      slot.key = key;
      slot.facts = 1;
    });
  }

  template <typename F>
  static void each(std::string_view list, char separator, F f) {
    while (!list.empty()) {
      const std::size_t end = list.find(separator);
      f(list.substr(0, end));
      if (end == list.npos) break;
      list.remove_prefix(end + 1);
    }
  }
};

const Tables& tables() {
  static const Tables tables;
  return tables;
}

}  // namespace

// Bytes in small letters: letters differ from capitals by one bit, which is set in all bytes;
// of what else may stand in a word no two kinds that matter become one.
std::uint64_t line_word_key(const char* word, std::size_t length) {
  constexpr std::uint64_t kSmall = 0x2020202020202020u;
  const auto load = [](const char* p, auto value) {
    std::memcpy(&value, p, sizeof value);
    return std::uint64_t(value);
  };
  std::uint64_t sum = length * 0x9E3779B97F4A7C15u;
  for (; length > 8; word += 8, length -= 8) {
    sum = ((load(word, std::uint64_t{}) | kSmall) ^ sum) * 0xD6E8FEB86659FD93u;
    sum ^= sum >> 32;
  }
  std::uint64_t last = 0;
  if (length == 8) last = load(word, std::uint64_t{});
  else if (length >= 4) last = load(word, std::uint32_t{}) | load(word + length - 4, std::uint32_t{}) << 32;
  else if (length >= 2) last = load(word, std::uint16_t{}) | load(word + length - 2, std::uint16_t{}) << 16;
  else if (length == 1) last = std::uint64_t(static_cast<unsigned char>(*word));
  sum = ((last | kSmall) ^ sum) * 0xD6E8FEB86659FD93u;
  sum ^= sum >> 32;
  return sum == 0 ? 1 : sum;
}

bool may_be_cue(const char* word, std::size_t length) {
  return (tables().cues[cue_slot(word, length)] >> std::min(length, kLongest)) & 1;
}

std::uint32_t line_word(std::uint64_t key) { return tables().words.find(key); }

bool page_phrase(std::uint64_t first, std::uint64_t second) {
  return tables().phrases.find(pair_key(first, second)) != 0;
}

}  // namespace dragoman
