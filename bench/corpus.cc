// Part of dragoman; see LICENSE.
//
// Templates are filled with names: {P} a person, {F} a family name, {C} a country,
// {A} its adjective, {K} a capital, {O} an organisation, {T} a title, {W} a weapon,
// {V} a verb of contact, {M} a date, {N} a number, {Q} what somebody says.  In dense text
// names vary independently, so that no cache of whole sentences could help.

#include "corpus.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace dragoman::bench {
namespace {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15u + 1) {}
  std::size_t below(std::size_t n) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return static_cast<std::size_t>((state_ >> 11) % n);
  }
  template <std::size_t N>
  const char* pick(const char* const (&list)[N]) {
    return list[below(N)];
  }

 private:
  std::uint64_t state_;
};

const char* const kGiven[] = {
    "Maria",   "João",    "Ahmed",  "Fatima", "Chen",    "Yuki",   "Oleksandr", "Ivan",   "Amara",
    "Kwame",   "Lucía",   "José",   "Recep",  "Ayşe",    "Nguyen", "Min-jae",   "Hye-jin", "Ravi",
    "Priya",   "Anders",  "Ingrid", "Pierre", "Chloé",   "Marek",  "Zofia",     "Tamar",  "Yusuf",
    "Khalid",  "Samuel",  "Grace",  "Thandi", "Paulo",   "Elena",  "Dmitri",    "Aliya",  "Bakhyt",
    "Hassan",  "Leila",   "Omar",   "Björn",  "Siobhán", "Liam",   "Noah",      "Olivia", "Emma"};
const char* const kFamily[] = {
    "Silva",     "Okafor",  "Haddad",    "Kovalenko", "Petrov", "Nakamura", "Zhang",   "Park",
    "Kim",       "Mensah",  "Diallo",    "Traoré",    "García", "Fernández", "Yıldız", "Demir",
    "Tran",      "Sharma",  "Gupta",     "Larsen",    "Müller", "Dubois",   "Lefèvre", "Nowak",
    "Wiśniewski", "Cohen",  "Al-Rashid", "Bin Salem", "Mbeki",  "Dlamini",  "Costa",   "Popescu",
    "Ivanova",   "Nazarov", "Abdullah",  "Karimi",    "Öztürk", "O'Brien",  "Walsh",   "Johnson",
    "Williams",  "Brown",   "Hernández", "Rossi",     "Virtanen"};
const char* const kCountry[] = {
    "Kenya",   "Brazil", "Norway", "Turkey",      "South Korea", "Ukraine",       "Poland",
    "Morocco", "Peru",   "India",  "Pakistan",    "Vietnam",     "the Philippines", "Egypt",
    "Ethiopia", "Sudan", "Chad",   "Kazakhstan",  "Georgia",     "Armenia",       "Serbia",
    "Kosovo",  "Greece", "Cyprus", "Lebanon",     "Jordan",      "Iraq",          "Saudi Arabia",
    "Qatar",   "the United Arab Emirates", "the United States", "the U.S.", "Canada", "Mexico",
    "Côte d’Ivoire", "Ghana", "Nigeria", "South Africa", "Australia", "New Zealand"};
const char* const kAdjective[] = {
    "Kenyan",  "Brazilian", "Norwegian", "Turkish",  "South Korean", "Ukrainian", "Polish",
    "Moroccan", "Peruvian", "Indian",    "Pakistani", "Vietnamese",  "Philippine", "Egyptian",
    "Ethiopian", "Sudanese", "Chadian",  "Kazakh",   "Georgian",     "Armenian",  "Serbian",
    "Greek",   "Lebanese",  "Jordanian", "Iraqi",    "Saudi",        "U.S.",      "Canadian"};
const char* const kCapital[] = {"Nairobi", "Brasília", "Oslo",   "Ankara", "Seoul",   "Kyiv",
                                "Warsaw",  "Rabat",    "Lima",   "New Delhi", "Hanoi", "Manila",
                                "Cairo",   "Khartoum", "Astana", "Tbilisi", "Belgrade", "Athens",
                                "Beirut",  "Amman",    "Baghdad", "Riyadh", "Washington", "Ottawa"};
const char* const kOrganisation[] = {
    "the United Nations",      "the European Union",      "the African Union",
    "NATO",                    "the foreign ministry",    "the defence ministry",
    "the National Assembly",   "the Northern Institute of International Affairs",
    "the Red Cross",           "the central bank",        "Meridian Arms Inc.",
    "the Harbour Group Ltd.",  "the World Food Programme", "the supreme court",
    "ECOWAS",                  "the coast guard",         "the Army’s 4th Brigade"};
const char* const kTitle[] = {"President", "Prime Minister", "Foreign Minister", "Defence Minister",
                              "Gen.",      "Sen.",           "Ambassador",       "Mr.",
                              "Dr.",       "spokesman",      "Lt. Col.",         "Deputy Minister"};
const char* const kWeapon[] = {"artillery shells",  "anti-tank missiles", "drones",
                               "armoured vehicles", "152-mm rounds",      "patrol boats",
                               "F-16 fighter jets", "air-defence systems", "KN-23 missiles",
                               "small arms and ammunition"};
const char* const kVerb[] = {"met",     "spoke by telephone with", "visited", "negotiated with",
                             "praised", "criticised", "wrote to",  "thanked", "accused"};
const char* const kDate[] = {"Monday",  "Tuesday, Sept. 5", "Jan. 12", "last week", "March 2024",
                             "Friday",  "early on Sunday",  "Dec. 31", "2019",      "the 1990s"};
const char* const kSpeech[] = {
    "We will not accept these conditions",
    "There is no military solution; talks must begin at once",
    "It's a matter of weeks, not months",
    "Nobody should doubt our will to defend the border",
    "This isn't the first time that they have promised it",
    "The shipment never reached the port, and we don't know why",
    "Our allies understand what is at stake"};

const char* const kTemplates[] = {
    "{T} {P} of {C} {V} {A} counterpart {P} in {K} on {M} to discuss the sale of {W}, officials said.",
    "{Q}, {F} told reporters in {K}.",
    "{C} has asked {C} for {N} million dollars in aid and {W}, according to {O}.",
    "The {A} government said on {M} that it would send {W} to {C}, but {O} warned against the plan.",
    "{A} forces attacked a base near {K}, killing at least {N} soldiers, {T} {F} said.",
    "{O} imposed sanctions on {N} companies from {C} — among them a supplier of {W} — on {M}.",
    "{Q}, said {P}, an analyst at {O}. {Q}.",
    "In {M}, {F} {V} {P}, who leads {O}, and signed a $3.5 billion agreement with {C}.",
    "Negotiators from {C}, {C} and {C} agreed to meet again in {K} at 9 a.m. on {M}.",
    "{F}’s visit to {K} was the first by a {A} leader since {M}; it ended without an agreement.",
    "The minister denied that {C} had supplied {W} to rebels in {C}.",
    "{C}'s exports to {C} rose 4.2% to 1,{N}0 tonnes, data from {O} showed.",
    "Protesters in {K} demanded that {T} {P} resign over the deal with {C}.",
    "According to {A} officials, more than {N} people have left the region since the fighting began.",
    "{O} did not reply to a request for comment, and the embassy of {C} in {K} was closed."};

// Between the sentences about who did what to whom.
const char* const kPlain[] = {
    "It was not clear when the talks would go on, or whether the two sides would meet at all.",
    "Prices at the markets have doubled since the spring, and many families can no longer pay for bread.",
    "The road to the harbour was closed for most of the morning while engineers looked for mines.",
    "Nobody answered the telephone at the ministry after the news broke.",
    "The plan has been put off several times, most recently because of a dispute over who should pay for it.",
    "Witnesses described long lines of lorries on the coastal road and smoke over the hills behind it.",
    "That would be a breach of the rules, which have been in force for more than ten years.",
    "The document, which runs to forty pages, does not say how the money is to be spent.",
    "Critics of the deal say that it gives too much away and asks for little in return.",
    "Schools stayed shut for a second day, and the airport handled only a handful of flights.",
    "Heavy rain made it hard to reach the villages, where people had been waiting for help since the weekend.",
    "A decision is expected before the end of the month, though few believe that it will settle the matter.",
    "Both governments have spent years trying to win back trust after a long and bitter quarrel.",
    "The numbers could not be checked independently, and earlier claims of the same kind turned out to be wrong.",
    "Behind closed doors, however, diplomats sounded far less certain that the truce would hold.",
    "He gave no details and left the room without taking questions.",
    "She said that the offer was still on the table but would not stay there for ever.",
    "They want the border opened again so that farmers can bring in the harvest in time.",
    "For now the ships remain in port, their crews unpaid and their holds empty.",
    "In the capital, life went on much as usual, with cafes full and traffic at a standstill.",
    "The measure passed by a narrow margin after a debate that lasted until long past midnight.",
    "Such weapons are banned under a treaty that neither of them has signed.",
    "Analysts had warned for months that stocks were running low and that factories could not keep up.",
    "What happens next depends less on the generals than on the weather, the budget and the voters."};

// Who and what one article speaks of.
struct Cast {
  explicit Cast(Random& random) {
    for (auto& name : given) name = random.pick(kGiven);
    for (auto& name : family) name = random.pick(kFamily);
    for (auto& name : country) name = random.below(std::size(kCountry));
    for (auto& name : adjective) name = random.pick(kAdjective);
    for (auto& name : capital) name = random.pick(kCapital);
    for (auto& name : organisation) name = random.pick(kOrganisation);
    for (auto& name : weapon) name = random.pick(kWeapon);
  }
  const char* given[3];
  const char* family[3];
  std::size_t country[3];
  const char* adjective[2];
  const char* capital[2];
  const char* organisation[2];
  const char* weapon[2];
};

// Nine times in ten somebody or something of the cast, where there is one.
class Names {
 public:
  Names(Random& random, const Cast* cast) : random_(random), cast_(cast) {}

  void person(std::string& out, bool full) {
    if (!of_cast()) {
      if (full) out.append(random_.pick(kGiven)).append(" ");
      out.append(random_.pick(kFamily));
      return;
    }
    const std::size_t i = random_.below(3);
    if (full) out.append(cast_->given[i]).append(" ");
    out.append(cast_->family[i]);
  }
  const char* country() {
    return of_cast() ? kCountry[cast_->country[random_.below(3)]] : random_.pick(kCountry);
  }
  const char* adjective() { return of_cast() ? random_.pick(cast_->adjective) : random_.pick(kAdjective); }
  const char* capital() { return of_cast() ? random_.pick(cast_->capital) : random_.pick(kCapital); }
  const char* organisation() { return of_cast() ? random_.pick(cast_->organisation) : random_.pick(kOrganisation); }
  const char* weapon() { return of_cast() ? random_.pick(cast_->weapon) : random_.pick(kWeapon); }

 private:
  bool of_cast() { return cast_ != nullptr && random_.below(10) != 0; }
  Random& random_;
  const Cast* cast_;
};

void fill(std::string& out, const char* text, Random& random, const Cast* cast) {
  Names names(random, cast);
  for (const char* p = text; *p != 0; ++p) {
    if (*p != '{') {
      out.push_back(*p);
      continue;
    }
    switch (p[1]) {
      case 'P': names.person(out, true); break;
      case 'F': names.person(out, false); break;
      case 'C': out.append(names.country()); break;
      case 'A': out.append(names.adjective()); break;
      case 'K': out.append(names.capital()); break;
      case 'O': out.append(names.organisation()); break;
      case 'T': out.append(random.pick(kTitle)); break;
      case 'W': out.append(names.weapon()); break;
      case 'V': out.append(random.pick(kVerb)); break;
      case 'M': out.append(random.pick(kDate)); break;
      case 'N': out.append(std::to_string(2 + random.below(90))); break;
      case 'Q': {
        const bool curly = random.below(3) != 0;
        out.append(curly ? "“" : "\"").append(random.pick(kSpeech)).append(curly ? "”" : "\"");
        break;
      }
      default: break;
    }
    p += 2;
  }
}

void capitalise_first(std::string& text, std::size_t at) {
  if (at < text.size() && text[at] >= 'a' && text[at] <= 'z') {
    text[at] = static_cast<char>(text[at] - 0x20);
  }
}

}  // namespace

std::string article(std::size_t number, Density density) {
  Random random(number + 1);
  const Cast the_cast(random);
  const Cast* cast = density == Density::kNews ? &the_cast : nullptr;
  std::string out = "Skip to content\nWorld | Politics\n\n";
  fill(out, "{C} and {C} hold talks over {W}, officials say\n\n", random, cast);
  const std::size_t paragraphs = 6 + random.below(8);
  for (std::size_t k = 0; k < paragraphs; ++k) {
    if (k == 0) {
      fill(out, "{K}, Sept. 5 — ", random, cast);
    }
    const std::size_t sentences = 2 + random.below(3);
    for (std::size_t s = 0; s < sentences; ++s) {
      if (s != 0) out.push_back(' ');
      const std::size_t at = out.size();
      const bool plain = cast != nullptr && random.below(100) < 60;
      fill(out, plain ? random.pick(kPlain) : random.pick(kTemplates), random, cast);
      capitalise_first(out, at);
    }
    out.append("\n\n");
  }
  out.append("Tags: , , ,\n");
  return out;
}

std::vector<std::string> articles(std::size_t bytes, Density density) {
  std::vector<std::string> all;
  std::size_t sum = 0;
  while (sum < bytes) {
    all.push_back(article(all.size(), density));
    sum += all.back().size();
  }
  return all;
}

namespace {

constexpr std::size_t kKilobyte = 1024;
constexpr std::size_t kPieceArticles = 420;   // of some 2.5 KB

// At most a kilobyte, whole sentences.
std::string first_kilobyte(std::string text) {
  if (text.size() <= kKilobyte) return text;
  const std::size_t stop = text.rfind(". ", kKilobyte - 1);
  text.resize(stop == std::string::npos ? kKilobyte : stop + 1);
  return text;
}

void add_words(const std::string& text, std::vector<std::string>& out) {
  std::size_t at = 0;
  while ((at = text.find_first_not_of(" \n", at)) != std::string::npos) {
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end;
  }
}

}  // namespace

std::vector<std::string> piece(std::size_t number, Shape shape, Density density) {
  std::vector<std::string> out;
  const std::size_t longest = shape == Shape::k10Megabytes ? 10'000 * kKilobyte : 100 * kKilobyte;
  const std::size_t count = shape == Shape::k10Megabytes ? 10 * kPieceArticles : kPieceArticles;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text = article(number * count + i, density);
    switch (shape) {
      case Shape::kWords: add_words(text, out); break;
      case Shape::kKilobytes: out.push_back(first_kilobyte(std::move(text))); break;
      case Shape::kArticles: out.push_back(std::move(text)); break;
      case Shape::k100Kilobytes:
      case Shape::k10Megabytes:
        if (out.empty() || out.back().size() + text.size() > longest) out.emplace_back();
        out.back().append(text).append("\n");
        break;
    }
  }
  return out;
}

std::vector<std::span<const std::string>> batches(std::span<const std::string> documents, std::size_t bytes) {
  std::vector<std::span<const std::string>> out;
  for (std::size_t i = 0; i < documents.size();) {
    const std::size_t first = i;
    for (std::size_t have = 0; i < documents.size() && have < bytes; ++i) have += documents[i].size();
    out.push_back(documents.subspan(first, i - first));
  }
  return out;
}

}  // namespace dragoman::bench
