// Part of dragoman; see LICENSE.
//
// A wire service made up from templates, for tests that need many documents: short reports in the
// shape of agency news, with ids, dates over two years and a few outlets.  The same number gives the
// same report on every machine.

#ifndef DRAGOMAN_TESTS_STORE_WIRE_H_
#define DRAGOMAN_TESTS_STORE_WIRE_H_

#include <cstdint>
#include <iterator>
#include <string>

#include "dragoman/document.h"

namespace dragoman {

struct WireReport {
  std::string id, text, date, outlet, title;
};

class Wire {
 public:
  static WireReport report(std::size_t number) { return Wire(number).make(number); }

  // As a line of JSON Lines.  No text here needs escaping.
  static std::string line(const WireReport& r) {
    return "{\"id\": \"" + r.id + "\", \"date\": \"" + r.date + "\", \"source\": \"" + r.outlet + "\", \"title\": \"" +
           r.title + "\", \"text\": \"" + r.text + "\"}\n";
  }

 private:
  explicit Wire(std::size_t seed) : state_(seed * 0x9E3779B97F4A7C15u + 0x1234567) {}

  std::size_t below(std::size_t n) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return std::size_t((state_ >> 11) % n);
  }
  template <std::size_t N>
  std::string pick(const char* const (&list)[N]) {
    return list[below(N)];
  }
  // The first ones are in the news more often.
  template <std::size_t N>
  std::string often(const char* const (&list)[N]) {
    return list[std::min(below(N), below(N))];
  }

  WireReport make(std::size_t number) {
    WireReport r;
    r.id = "wire-" + std::to_string(number);
    const Date day = from_days(to_days({2022, 1, 1}) + int(below(730)));
    r.date = to_string(day);
    static const char* const kOutlets[] = {"Harbour Wire", "Lakeside Post", "Northern Courier", "The Delta Times"};
    r.outlet = often(kOutlets);
    r.title = sentence();
    const std::size_t sentences = 1 + below(3);
    for (std::size_t i = 0; i < sentences; ++i) r.text += (i == 0 ? "" : " ") + sentence();
    return r;
  }

  std::string state() {
    static const char* const kStates[] = {"Turkey", "Kenya", "France", "Brazil", "India", "Poland", "Egypt", "Japan",
                                          "Norway", "Mali", "Vietnam", "Serbia", "Peru", "Qatar", "Ghana", "Iran"};
    return often(kStates);
  }

  std::string sentence() {
    static const char* const kArms[] = {"drones", "artillery shells", "missiles", "patrol boats", "rifles"};
    static const char* const kOfficials[] = {"officials said", "according to the United Nations", "a spokesman said",
                                             "Reuters reported"};
    static const char* const kMonths[] = {"in March", "in June", "last week", "on Monday", "in 2021"};
    static const char* const kCities[] = {"Ankara", "Nairobi", "Paris", "Oslo", "Cairo", "Hanoi"};
    static const char* const kPeople[] = {"William Ruto", "Emmanuel Macron", "Narendra Modi", "Recep Tayyip Erdogan"};
    const std::string a = state();
    std::string b = state();
    while (b == a) b = state();
    switch (below(12)) {
      case 0: return a + " delivered " + pick(kArms) + " to " + b + " " + pick(kMonths) + ", " + pick(kOfficials) + ".";
      case 1: return a + " may send " + pick(kArms) + " to " + b + ", " + pick(kOfficials) + ".";
      case 2: return a + " denied that it had supplied " + b + " with " + pick(kArms) + ".";
      case 3: return a + " and " + b + " held talks in " + pick(kCities) + " " + pick(kMonths) + ".";
      case 4: return "The foreign minister of " + a + " visited " + b + " " + pick(kMonths) + ".";
      case 5: return a + " imposed sanctions on " + b + ", " + pick(kOfficials) + ".";
      case 6: return a + " accused " + b + " of breaking the agreement.";
      case 7: return a + " condemned " + b + " for the attack.";
      case 8: return "President " + pick(kPeople) + " will visit " + b + " next month.";
      case 9: return a + " tested a missile " + pick(kMonths) + ", " + pick(kOfficials) + ".";
      case 10: return pick(kPeople) + std::string(" met ") + pick(kPeople) + " in " + pick(kCities) + " " + pick(kMonths) + ".";
      default: return a + " threatened to attack " + b + ".";
    }
  }

  std::uint64_t state_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_TESTS_STORE_WIRE_H_
