// Part of dragoman; see LICENSE.
//
// One look-up a token tells what its word may be (vocabulary.h).  Known names first, then titles; both become units for the rules, so that a rule can say
// "NATIONALITY TITLE+ <Cap{1,4}>".  All readings then compete in one place (select.h).

#include "mention/find.h"

#include <algorithm>

#include "mention/gazetteer_data.h"
#include "mention/helped.h"
#include "mention/known.h"
#include "mention/no_capitals.h"
#include "mention/vote_names.h"
#include "token/word_set.h"
#include "mention/story_dates.h"

namespace dragoman {
namespace {

struct Scratch {
  std::vector<WordFacts> words;
  Vocabulary::Starts starts;
  std::vector<KnownName> known;
  std::vector<UnitSource> names, titles, sources;   // sources: both, by first token
  std::vector<Reading> readings;
  RuleScratch rules;
  RuleOutput output;

  void clear() {
    known.clear();
    names.clear();
    titles.clear();
    sources.clear();
    readings.clear();
    output.clear();
  }
};

std::uint8_t title_bit(RoleClass role_class) {
  switch (role_class) {
    case RoleClass::kHonorific: return kTitleHonorific;
    case RoleClass::kRank: return kTitleRank;
    case RoleClass::kProfession: return kTitleProfession;
    default: return kTitleRole;
  }
}

class Finder {
 public:
  Finder(const MentionModel& model, Document& document, Scratch& scratch)
      : model_(model), document_(document), tokens_(document.tokens.tokens), scratch_(scratch) {}

  // All readings of the gazetteer, the titles and the rules, into scratch.readings.
  void read() {
    model_.vocabulary.read(tokens_, scratch_.words, scratch_.starts);
    const bool no_capitals = without_capitals(document_);
    if (no_capitals) Vocabulary::start_anywhere(scratch_.words, scratch_.starts);
    find_known(model_, scratch_.words, scratch_.starts.names, no_capitals, document_, scratch_.known);
    for (const KnownName& name : scratch_.known) {
      scratch_.readings.push_back({mention_of(model_.gazetteer, document_, name), true, false, 0});
      scratch_.names.push_back({name.first, name.last, type_bit(name.entry.type), 0,
                                scratch_.readings.back().mention.gender});
    }
    find_titles();
    scratch_.sources.resize(scratch_.names.size() + scratch_.titles.size());
    std::merge(scratch_.names.begin(), scratch_.names.end(), scratch_.titles.begin(), scratch_.titles.end(),
               scratch_.sources.begin(), [](const UnitSource& a, const UnitSource& b) { return a.first < b.first; });
    model_.rules.find({document_.text, document_.tokens, scratch_.words, scratch_.sources,
                       document_.info.date},
                      scratch_.rules, scratch_.output);
    // Copied, as the memory that they were gathered in is kept.
    document_.dates = scratch_.output.dates;
    document_.amounts = scratch_.output.amounts;
    for (const Candidate& candidate : scratch_.output.candidates) add_candidate(candidate);
  }

  // "the village of [Adan Yabal]": whatever else the name may be, it is a place.
  void name_places() {
    static constexpr std::uint64_t kOf = word_hash("of");
    static constexpr auto kSpots = word_set(
        {"town", "city", "village", "port", "hamlet", "suburb", "islet", "island", "province", "region", "district", "valley", "county",
         "governorate", "prefecture", "oblast", "peninsula", "enclave", "outpost", "settlement", "neighbourhood", "neighborhood",
         "municipality", "quarter", "commune", "oasis", "towns", "cities", "villages", "islands", "provinces", "districts", "reef",
         "shoal", "atoll", "plateau", "mountain", "mountains", "fortress", "resort", "township"});
    for (Reading& r : scratch_.readings) {
      Mention& m = r.mention;
      if (m.first < 2 || tokens_[m.first - 1].hash != kOf || m.form != MentionForm::kNamed || m.record != kNone) continue;
      if (m.type != MentionType::kPerson && m.type != MentionType::kOrganisation) continue;
      if (kSpots.contains(tokens_[m.first - 2].hash)) m.type = MentionType::kPlace;
    }
  }

  // The tagger's names among the readings.
  void vote() {
    const std::size_t before = vote_names({*model_.names, scratch_.words, model_.rules.lexicon().told(), model_.name_origins},
                                          document_, scratch_.readings);
    for (std::size_t i = before; i < scratch_.readings.size(); ++i) tie_to_state(scratch_.readings[i].mention);
  }

 private:
  void find_titles() {
    auto start = scratch_.starts.titles.begin();
    const auto end = scratch_.starts.titles.end();
    for (Index s = 0; s < document_.sentences().size() && start != end; ++s) {
      const Sentence& sentence = document_.sentences()[s];
      Index free = sentence.prose ? sentence.first : sentence.last;     // behind the last title
      for (; start != end && *start < sentence.last; ++start) {
        const Index i = *start;
        if (i < free) continue;
        const Titles::Match match = model_.titles.longest_at(tokens_, i, sentence.last);
        if (match.info == nullptr || verb_after_who(i, match) || time_of_day(i, match)) continue;
        add_title(i, match, s);
        free = match.last;
      }
    }
  }

  // "who heads the agency": a plural that is a verb there.
  bool verb_after_who(Index i, const Titles::Match& match) const {
    static constexpr auto kWho = word_set({"who", "which", "that", "also", "now"});
    return match.info->plural && match.last == i + 1 && i > 0 && kWho.contains(tokens_[i - 1].hash) &&
           !tokens_[i].has(kInitialCapital);
  }

  // "6:03 PM": no prime minister.
  bool time_of_day(Index i, const Titles::Match& match) const {
    return match.last == i + 1 && i > 0 && tokens_[i].end - tokens_[i].start == 2 &&
           tokens_[i].has(kAllCapitals) && tokens_[i - 1].has(kHasDigit);
  }

  void add_title(Index first, const Titles::Match& match, Index sentence) {
    UnitSource source;
    source.first = first;
    source.last = match.last;
    source.titles = title_bit(match.info->role_class);
    source.gender = match.info->gender;
    scratch_.titles.push_back(source);
    if (match.info->role_class == RoleClass::kHonorific) return;
    Mention m = mention(first, match.last, sentence);
    m.type = MentionType::kOffice;
    m.gender = match.info->gender;
    m.plural = match.info->plural;
    m.because = model_.title_origins + match.info->number;
    scratch_.readings.push_back({m, true, false, 0});
    // "two rebel leaders", but "rebel leaders A and B": people who have the role and no names.
    if (!m.plural || match.last < first + 2) return;
    if (tokens_[match.last - 1].has(kInitialCapital) ||
        (tokens_[first].has(kInitialCapital) && first != document_.sentences()[sentence].first)) {
      return;
    }
    if (match.last < tokens_.size() && tokens_[match.last].has(kInitialCapital)) return;
    m.type = MentionType::kGroup;
    m.form = MentionForm::kNominal;
    m.gender = '-';
    scratch_.readings.push_back({m, true, false, 0});
  }

  // Made where it will stand, as most will.
  void add_candidate(const Candidate& candidate) {
    Reading& reading = scratch_.readings.emplace_back();
    reading.rank = candidate.rule;
    Mention& m = reading.mention;
    m.first = candidate.first;
    m.last = candidate.last;
    m.span = {tokens_[candidate.first].start, tokens_[candidate.last - 1].end};
    m.sentence = candidate.sentence;
    m.type = candidate.type;
    m.form = candidate.form;
    m.gender = candidate.gender;
    m.plural = candidate.plural;
    m.value = candidate.value;
    m.because = model_.rule_origins + candidate.rule;
    tie_to_state(m);
    if (document_.sentences()[m.sentence].caps && group_in_capitals(m)) scratch_.readings.pop_back();
  }

  // "BRITISH POLICE ARREST THREE MEN": where all is in capitals, forces of a state are no body with such a name.
  // m: of the last reading.
  bool group_in_capitals(const Mention& m) {
    static constexpr auto kForces = word_set({"police", "army", "navy", "military", "forces", "force", "guard", "guards", "marines", "gendarmerie"});
    constexpr std::size_t kBack = 32;   // readings
    const auto group = [](const Mention& of) { return of.type == MentionType::kGroup && of.state != kNone; };
    if (m.type != MentionType::kGovernmentBody && !group(m)) return false;
    if (!kForces.contains(tokens_[m.last - 1].hash)) return false;
    std::vector<Reading>& all = scratch_.readings;
    for (std::size_t i = all.size() - 1, n = 0; i-- > 0 && n < kBack; ++n) {
      Mention& other = all[i].mention;
      if (all[i].known || other.first != m.first || other.last != m.last) continue;
      if (group(other) && m.type == MentionType::kGovernmentBody) return true;
      if (group(m) && other.type == MentionType::kGovernmentBody) {
        all[i].mention = m;
        return true;
      }
    }
    return false;
  }

  void tie_to_state(Mention& m) {
    if (m.type == MentionType::kPerson) {
      m.state = state_before(m.first, m.sentence);
      if (m.form == MentionForm::kNominal) m.plural = m.plural || plural_title(m.last - 1);
    } else if (m.type == MentionType::kGroup || is_a(m.type, MentionType::kOrganisation)) {
      m.state = state_inside(m.first, m.last, m.sentence);
    }
  }

  // "the presidents"
  bool plural_title(Index token) const {
    const Titles::Match title = model_.titles.longest_at(tokens_, token, token + 1);
    return title.info != nullptr && title.info->plural;
  }

  Mention mention(Index first, Index last, Index sentence) const {
    Mention m;
    m.first = first;
    m.last = last;
    m.span = {tokens_[first].start, tokens_[last - 1].end};
    m.sentence = sentence;
    return m;
  }

  // The first known name from a token of that sentence on.  Who asks does so sentence by sentence, mostly in order, and
  // a sentence has few: they are gone through one after the other.
  using KnownAt = std::vector<KnownName>::const_iterator;
  KnownAt known_from(Index first, Index sentence) {
    if (sentence != asked_) {
      if (asked_ == kNone || sentence < asked_) known_last_ = scratch_.known.cbegin();
      asked_ = sentence;
      const auto from = [this](KnownAt at, Index s) {
        while (at != scratch_.known.cend() && at->sentence < s) ++at;
        return at;
      };
      known_first_ = from(known_last_, sentence);
      known_last_ = from(known_first_, sentence + 1);
    }
    KnownAt at = known_first_;
    while (at != known_last_ && at->first < first) ++at;
    return at;
  }

  // The state that a known name stands for or acts for: Russian, Russia, Kremlin, Seoul.
  Index actor_of(const KnownName& name) const {
    if (name.entry.type == MentionType::kState || name.entry.type == MentionType::kNationality) {
      return is_ethnic(document_, name) ? kNone : name.entry.record;
    }
    return model_.gazetteer.impl().extra(name.entry.record).actor;
  }

  // "[U.S.] officials", "[Seoul]'s envoy", "[Russian] Defence Ministry".
  Index state_inside(Index first, Index last, Index sentence) {
    for (auto at = known_from(first, sentence); at != scratch_.known.end() && at->last <= last; ++at) {
      if (const Index state = actor_of(*at); state != kNone && !only_helps(document_, at->last, last) && !sides_with(document_, at->first)) return state;
    }
    return kNone;
  }

  // "[Russian] Defence Minister <Shoigu>", "[Iran]'s foreign minister, <Abbas Araghchi>".
  Index state_before(Index first, Index sentence) {
    constexpr Index kFarthest = 6;
    const Index sentence_first = document_.sentences()[sentence].first;
    const Index begin = first - sentence_first > kFarthest ? first - kFarthest : sentence_first;
    auto at = known_from(first, sentence);
    while (at != scratch_.known.begin() && (at - 1)->first >= begin) {
      --at;
      if (const Index state = actor_of(*at); state != kNone) {
        return only_titles_between(at->last, first) ? state : kNone;
      }
    }
    return kNone;
  }

  bool only_titles_between(Index from, Index to) const {
    for (Index i = from; i < to;) {
      if (tokens_[i].has(kPossessive) || !tokens_[i].word()) {
        ++i;
        continue;
      }
      const Titles::Match title = model_.titles.longest_at(tokens_, i, to);
      if (title.info == nullptr) return false;
      i = title.last;
    }
    return from < to;
  }

  const MentionModel& model_;
  Document& document_;
  const std::vector<Token>& tokens_;
  Scratch& scratch_;
  Index asked_ = kNone;                  // the sentence whose known names are [known_first_, known_last_)
  KnownAt known_first_, known_last_;
};

}  // namespace

void find_mentions(const MentionModel& model, Document& document) {
  thread_local Scratch scratch;
  scratch.clear();
  Finder finder(model, document, scratch);
  finder.read();
  if (model.names != nullptr) finder.vote();
  finder.name_places();
  select_readings(scratch.readings, document.mentions, document.rejected);
  tell_dates(document);
}

void find_readings(const MentionModel& model, Document& document, std::vector<WordFacts>& words,
                   std::vector<Reading>& readings) {
  Scratch scratch;
  Finder(model, document, scratch).read();
  words.swap(scratch.words);
  readings.swap(scratch.readings);
}

}  // namespace dragoman
