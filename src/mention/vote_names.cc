// Part of dragoman; see LICENSE.
//
// The tagger has seen what the gazetteer and the rules read (name_features.h), so where it
// finds a name, its span stands.  The order:
//   1. a name of the tagger that the gazetteer knows by the same words keeps the gazetteer's
//      type and record; only a person may be what the tagger says instead, unless the document has
//      the person's full name too;
//   2. one that a rule reads in the same words keeps the rule's reading;
//   3. else the tagger's reading is new: PERSON, PLACE or ORGANISATION;
//   4. a reading that is longer than all names of the tagger in it and holds them stands instead of
//      them ("Bosnia and Herzegovina", "Bank of Korea");
//   5. what overlaps one of these and is another span loses (select.h);
//   6. a reading that the tagger does not take for a name at all stands: dropping those of
//      rules, or of rules and gazetteer, costs more names than it saves wrong ones (-0.5 and
//      -0.4 F1 on the open sets).

#include "mention/vote_names.h"

#include <algorithm>

#include "mention/name_agreement.h"
#include "token/word_set.h"

namespace dragoman {
namespace {

MentionType type_of(TagKind kind) {
  switch (kind) {
    case TagKind::kPerson: return MentionType::kPerson;
    case TagKind::kLocation: return MentionType::kPlace;
    case TagKind::kOrganisation: return MentionType::kOrganisation;
    case TagKind::kOther: break;
  }
  return MentionType::kEvent;
}

// "<Ana Souza> - Analyst": a name ends before a dash between spaces.
void cut_at_dashes(const Document& document, std::vector<TaggedName>& names) {
  const std::string_view text = document.text.view();
  const auto space = [&](std::size_t at) { return at >= text.size() || text[at] == ' '; };
  for (TaggedName& name : names) {
    for (Index i = name.first + 1; i + 1 < name.last; ++i) {
      const Token& token = document.tokens.tokens[i];
      const std::string_view bytes = document.text.slice(token.span());
      const bool dash = bytes == "-" || bytes == "\u2013" || bytes == "\u2014" || bytes == "--";
      if (dash && space(token.start - 1) && space(token.end)) {
        name.last = i;
        break;
      }
    }
  }
}

// "U.S. Secretary of State <Antony Blinken>": what stands before a title, and the title, are no
// part of a person's name.  And a longer reading of a person around the tagger's, as a rule
// makes by a title or a given name, is the better one: "<Irfaan <Ali>>".
void adjust_persons(const std::vector<Reading>& readings, std::vector<TaggedName>& names,
                    std::vector<Index>& name_at) {
  for (const Reading& reading : readings) {
    const Mention& m = reading.mention;
    if (m.type != MentionType::kOffice || name_at[m.first] == kNone) continue;
    TaggedName& name = names[name_at[m.first]];
    if (name.kind != TagKind::kPerson || name.first != m.first || m.last >= name.last) continue;
    for (Index i = name.first; i < m.last; ++i) name_at[i] = kNone;
    name.first = m.last;
  }
  for (const Reading& reading : readings) {
    const Mention& m = reading.mention;
    if (m.type != MentionType::kPerson || m.form != MentionForm::kNamed) continue;
    Index inside = kNone;
    bool alone = true;
    for (Index i = m.first; i < m.last; ++i) {
      if (name_at[i] == kNone) continue;
      alone = alone && (inside == kNone || inside == name_at[i]);
      inside = name_at[i];
    }
    if (inside == kNone || !alone) continue;
    TaggedName& name = names[inside];
    if (name.kind != TagKind::kPerson || name.first < m.first || name.last > m.last) continue;
    name.first = m.first;
    name.last = m.last;
    for (Index i = m.first; i < m.last; ++i) name_at[i] = inside;
  }
}

// "<Hurricane <Irma>>", "<Tropical <Storm Fay>>": what an event is called behind what it is, is no name of its own.
void drop_names_of_events(const std::vector<Reading>& readings, std::vector<TaggedName>& names, std::vector<Index>& name_at) {
  for (const Reading& reading : readings) {
    const Mention& m = reading.mention;
    if (m.type != MentionType::kEvent || reading.known || name_at[m.last - 1] == kNone) continue;
    TaggedName& name = names[name_at[m.last - 1]];
    if (name.first < m.first || name.last != m.last || name.kind == TagKind::kOrganisation) continue;
    for (Index i = name.first; i < name.last; ++i) name_at[i] = kNone;
    name.kind = TagKind::kOther;
  }
}

// "36 <Caesar> howitzers", "a <Merkava> tank": one word before a weapon, which only the tagger takes
// for a name, says which weapon it is.
void drop_models_of_weapons(const std::vector<Reading>& readings, const std::vector<Token>& tokens,
                            std::vector<TaggedName>& names, std::vector<Index>& name_at) {
  for (const Reading& reading : readings) {
    const Mention& m = reading.mention;
    if (m.type != MentionType::kWeapon) continue;
    // "<USS <Carl Vinson>>", "<<Iskander> missiles>"
    const auto sticks_out = [&](Index n) { return n != kNone && (names[n].first < m.first || names[n].last > m.last); };
    if (m.last - m.first > 1 && std::none_of(name_at.begin() + m.first, name_at.begin() + m.last, sticks_out)) {
      for (Index i = m.first; i < m.last; ++i) {
        if (name_at[i] == kNone) continue;
        names[name_at[i]].kind = TagKind::kOther;
        name_at[i] = kNone;
      }
    }
    if (m.first == 0) continue;
    const Index n = name_at[m.first - 1];
    if (n == kNone || names[n].sentence != m.sentence || names[n].last - names[n].first != 1 ||
        names[n].kind == TagKind::kLocation || tokens[m.first - 1].has(kPossessive)) {
      continue;
    }
    names[n].kind = TagKind::kOther;
    name_at[m.first - 1] = kNone;
  }
}

// "the <Kurdish> rebel leader": of which people, before what is said of one; no body is called so.
void drop_peoples(const std::vector<Token>& tokens, std::vector<TaggedName>& names, std::vector<Index>& name_at) {
  static constexpr auto kPeoples =
      word_set({"kurdish", "tamil", "chechen", "tuareg", "basque", "catalan", "corsican", "uighur", "uyghur", "rohingya", "hutu", "tutsi", "arab", "muslim",
                "islamist", "sunni", "shiite", "shia", "christian", "jewish", "druze", "maronite", "alawite", "sikh", "hindu", "buddhist", "kashmiri", "baloch",
                "balochi", "pashtun", "hazara", "oromo", "tigrayan", "amhara", "igbo", "hausa", "yoruba", "zulu", "karen", "kachin", "shan", "tibetan", "mapuche",
                "mayan", "yazidi", "coptic", "moro", "papuan", "saharawi", "sahrawi", "fulani", "peul", "dogon", "dinka", "nuer", "madhesi", "abkhaz", "ossetian",
                "ingush", "tatar", "roma", "flemish", "walloon", "quebecois", "inuit", "maori", "aboriginal"});
  for (TaggedName& name : names) {
    const bool before_noun = name.last < tokens.size() && tokens[name.last].word() && !tokens[name.last].has(kInitialCapital) && !tokens[name.last].has(kPossessive);
    if (name.kind != TagKind::kOrganisation || name.last - name.first != 1 || !before_noun || !kPeoples.contains(tokens[name.first].hash)) continue;
    name.kind = TagKind::kOther;
    name_at[name.first] = kNone;
  }
}

// Does the reading's type stand against the tagger's?  Only a known person's may fall: many
// names of persons are names of places and firms as well.  full: records of the persons whose name of
// several words is in the document.
bool stands(const Reading& reading, const std::vector<Index>& full) {
  if (!reading.known || reading.mention.type != MentionType::kPerson) return true;
  return std::binary_search(full.begin(), full.end(), reading.mention.record);
}

// Is the mention longer than each of the names that it touches, and are all of them inside?
bool holds_names(const Mention& m, const std::vector<TaggedName>& names, const std::vector<Index>& name_at) {
  for (Index i = m.first; i < m.last; ++i) {
    if (name_at[i] == kNone) continue;
    const TaggedName& name = names[name_at[i]];
    if (name.first < m.first || name.last > m.last || name.last - name.first == m.last - m.first) return false;
  }
  return true;
}

}  // namespace

std::size_t vote_names(const NameVote& vote, Document& document, std::vector<Reading>& readings) {
  thread_local std::vector<TaggedName> names;
  thread_local std::vector<Index> name_at;     // by token: number of its name, or kNone
  thread_local std::vector<char> taken;        // names that a reading has
  thread_local std::vector<Index> full;        // records of persons with a name of several words
  names.clear();
  vote.tagger.tag(document, vote.words, vote.told, readings, names);
  cut_at_dashes(document, names);
  agree_on_names(document, vote.words, names);
  name_at.assign(document.tokens.tokens.size(), kNone);
  taken.assign(names.size(), 0);
  for (Index n = 0; n < names.size(); ++n) {
    for (Index i = names[n].first; i < names[n].last; ++i) name_at[i] = n;
  }
  adjust_persons(readings, names, name_at);
  drop_models_of_weapons(readings, document.tokens.tokens, names, name_at);
  drop_names_of_events(readings, names, name_at);
  drop_peoples(document.tokens.tokens, names, name_at);
  full.clear();
  for (const Reading& reading : readings) {
    const Mention& m = reading.mention;
    if (reading.known && m.type == MentionType::kPerson && m.last - m.first > 1) full.push_back(m.record);
  }
  std::sort(full.begin(), full.end());
  full.erase(std::unique(full.begin(), full.end()), full.end());
  for (Reading& reading : readings) {
    const Mention& m = reading.mention;
    // "<Philippine> navy": the group has the state; its adjective is no place of its own.
    if (m.type == MentionType::kGroup && m.state != kNone && name_at[m.first] != kNone) {
      const TaggedName& name = names[name_at[m.first]];
      if (name.kind == TagKind::kLocation && name.first == m.first && name.last < m.last) taken[name_at[m.first]] = 1;
      // "<EGYPTIAN JETS> FLEW OVER SUDAN": where all is in capitals they make no name.
      if (name.first == m.first && name.last == m.last && document.sentences()[m.sentence].caps) taken[name_at[m.first]] = 1;
    }
    // "Israel's <air force>": nor is what the group is a body of its own.
    if (m.type == MentionType::kGroup && m.state != kNone && m.last > m.first + 1 && name_at[m.last - 1] != kNone) {
      const TaggedName& name = names[name_at[m.last - 1]];
      if (name.first > m.first && name.last == m.last && !document.tokens.tokens[name.first].has(kInitialCapital)) taken[name_at[m.last - 1]] = 1;
    }
    // "the <Congolese> army": an adjective of a state is no body.
    if (reading.known && m.type == MentionType::kNationality && name_at[m.first] != kNone) {
      const TaggedName& name = names[name_at[m.first]];
      if (name.kind != TagKind::kPerson && name.first == m.first && name.last == m.last) taken[name_at[m.first]] = 1;
    }
    // "the <West African bloc <ECOWAS>>": what it is is no part of a known body's name.
    if (reading.known && is_a(m.type, MentionType::kOrganisation) && name_at[m.first] != kNone) {
      const TaggedName& name = names[name_at[m.first]];
      const Token& left = document.tokens.tokens[m.first > 0 ? m.first - 1 : 0];
      if (name.first < m.first && name.last == m.last && left.letters >= 4 && !left.has(kInitialCapital) &&
          document.tokens.tokens[m.first].has(kInitialCapital)) {
        taken[name_at[m.first]] = 1;
        reading.voted = true;
        continue;
      }
    }
    if (m.form != MentionForm::kNamed) continue;
    const auto kind = name_kind(m.type);
    if (!kind || *kind == TagKind::kOther) continue;
    const auto at = std::find_if(name_at.begin() + m.first, name_at.begin() + m.last,
                                 [](Index n) { return n != kNone; });
    if (at == name_at.begin() + m.last) continue;
    const TaggedName& name = names[*at];
    if (stands(reading, full) && holds_names(m, names, name_at)) {
      reading.voted = true;
      continue;
    }
    if (name.first != m.first || name.last != m.last) continue;
    if (name.kind == *kind || stands(reading, full)) {
      reading.voted = true;
      taken[*at] = 1;
    }
  }
  const std::size_t added = readings.size();
  for (Index n = 0; n < names.size(); ++n) {
    const TaggedName& name = names[n];
    if (taken[n] || name.kind == TagKind::kOther) continue;
    Reading reading;
    Mention& m = reading.mention;
    m.first = name.first;
    m.last = name.last;
    m.span = {document.tokens.tokens[m.first].start, document.tokens.tokens[m.last - 1].end};
    m.sentence = name.sentence;
    m.type = type_of(name.kind);
    m.because = vote.origin;
    const WordFacts first = vote.words[m.first];
    if (name.kind == TagKind::kPerson) m.gender = first.name(false).gender;
    reading.voted = true;
    readings.push_back(reading);
  }
  return added;
}

}  // namespace dragoman
