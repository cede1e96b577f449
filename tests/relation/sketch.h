// Part of dragoman; see LICENSE.
//
// A rough mention finder for frame sentences: gazetteer names, runs of capitalised words as
// persons, titles, weapon nouns.  It only has to be right on short example sentences; it
// lets frames be tested without the mention stage.

#ifndef DRAGOMAN_TESTS_RELATION_SKETCH_H_
#define DRAGOMAN_TESTS_RELATION_SKETCH_H_

#include <filesystem>
#include <fstream>
#include <set>

#include "marked.h"

namespace dragoman {

class Sketch {
 public:
  explicit Sketch(const std::filesystem::path& data) {
    std::vector<std::filesystem::path> tables;
    for (const char* name : {"states", "demonyms", "metonyms", "organisations", "people", "weapons", "places"}) {
      const auto path = data / "gazetteer" / (std::string(name) + ".tsv");
      if (std::filesystem::exists(path)) tables.push_back(path);
    }
    auto loaded = Gazetteer::load(tables);
    if (loaded.ok()) names_ = std::make_unique<Gazetteer>(*std::move(loaded));
    else error = loaded.error().message();
    std::ifstream titles(data / "gazetteer/titles.tsv");
    for (std::string line; std::getline(titles, line);) {
      if (line.empty() || line[0] == '#') continue;
      const std::string title = line.substr(0, line.find('\t'));
      titles_.insert(fold_words(title));
    }
  }
  std::string error;

  Document document(const std::string& text) const {
    Text t = *Text::from_utf8(text);
    const Tokens tokens = tokenize(t);
    std::vector<Mark> marks;
    const auto slice = [&](Index i) { return std::string(t.slice(tokens.tokens[i].span())); };
    static const std::set<std::string> kGroups = {
        "officials", "troops", "forces", "soldiers", "diplomats", "authorities", "police", "lawmakers",
        "warplanes", "jets", "fighters", "envoys", "rebels", "civilians", "negotiators", "leaders",
        "experts", "analysts", "ministers", "prosecutors", "activists", "protesters", "investigators"};
    for (Index s = 0; s < tokens.sentences.size(); ++s) {
      const Sentence& sentence = tokens.sentences[s];
      Index i = sentence.first;
      while (i < sentence.last) {
        const Token& token = tokens.tokens[i];
        // titles, longest first
        Index end = i;
        for (Index k = std::min<Index>(i + 5, sentence.last); k > i; --k) {
          if (titles_.contains(fold_words(std::string(t.slice({token.start, tokens.tokens[k - 1].end}))))) {
            end = k;
            break;
          }
        }
        const GazetteerMatch match = names_->longest_at(tokens.tokens, i, sentence.last);
        const NameEntry* entry = nullptr;
        if (match.last > match.first) {
          for (const NameEntry& e : names_->entries(match)) {
            if (e.has_capital && !token.has(kInitialCapital)) continue;
            if (e.guard == Guard::kExact && !sentence.caps &&
                t.slice({token.start, tokens.tokens[match.last - 1].end}) != names_->name(e)) continue;
            if (e.kind == NameKind::kFormer || e.kind == NameKind::kLocal) continue;
            static const std::set<std::string> kNoNames = {"the", "in", "to", "and", "of", "is", "has", "a", "as", "on"};
            if (match.last - match.first == 1 && kNoNames.contains(lower(slice(i)))) continue;
            if (!entry || rank(e) < rank(*entry)) entry = &e;
          }
        }
        if (entry && match.last >= end) {
          const Record& record = names_->record(entry->record);
          Mark mark;
          mark.span = {token.start, tokens.tokens[match.last - 1].end};
          mark.type = entry->type;
          mark.id = record.id;
          if (record.state != kNone) mark.state = names_->record(record.state).id;
          if (record.actor != kNone && mark.type == MentionType::kCity) mark.state = names_->record(record.actor).id;
          mark.plural = entry->kind == NameKind::kDemonymPlural;
          // "Russian troops"
          if ((mark.type == MentionType::kNationality || mark.type == MentionType::kState) &&
              match.last < sentence.last && kGroups.contains(lower(slice(match.last)))) {
            Mark group;
            group.span = {token.start, tokens.tokens[match.last].end};
            group.type = MentionType::kGroup;
            group.id = "group:" + lower(std::string(t.slice(group.span)));
            group.state = record.id;
            group.plural = true;
            marks.push_back(group);
            marks.push_back(mark);
            i = match.last + 1;
            continue;
          }
          marks.push_back(mark);
          i = match.last;
          continue;
        }
        if (end > i) {
          marks.push_back({{token.start, tokens.tokens[end - 1].end}, MentionType::kOffice, "", "", false, false});
          i = end;
          continue;
        }
        if (kGroups.contains(lower(slice(i)))) {
          marks.push_back({token.span(), MentionType::kGroup, "group:" + lower(slice(i)), "", true, false});
          ++i;
          continue;
        }
        if (const auto date = date_at(slice, i, sentence.last)) {
          marks.push_back({{token.start, tokens.tokens[date->second - 1].end}, MentionType::kDate, date->first, "", false, false});
          i = date->second;
          continue;
        }
        // Two or more capitalised words: a person.
        Index k = i;
        while (k < sentence.last && !sentence.caps && tokens.tokens[k].word() &&
               tokens.tokens[k].has(kInitialCapital) && !tokens.tokens[k].has(kPossessive)) ++k;
        if (k - i >= 2) {
          marks.push_back({{token.start, tokens.tokens[k - 1].end}, MentionType::kPerson,
                           "person:" + lower(std::string(t.slice({token.start, tokens.tokens[k - 1].end}))), "", false, false});
          i = k;
          continue;
        }
        ++i;
      }
    }
    return document_of(text, marks);
  }

 private:
  static std::string lower(std::string s) {
    for (char& c : s) c = char(std::tolower(static_cast<unsigned char>(c)));
    return s;
  }
  static std::string fold_words(std::string s) { return lower(s); }
  static int rank(const NameEntry& e) {
    switch (e.type) {
      case MentionType::kState: return 0;
      case MentionType::kNationality: return 1;
      case MentionType::kCity: return 2;
      case MentionType::kPerson: return 3;
      default: return 4;
    }
  }
  template <typename Slice>
  static std::optional<std::pair<std::string, Index>> date_at(const Slice& slice, Index i, Index last) {
    static const char* kMonths[] = {"january", "february", "march", "april", "may", "june", "july", "august",
                                    "september", "october", "november", "december"};
    static const char* kDays[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    const std::string word = lower(slice(i));
    for (int m = 0; m < 12; ++m) {
      if (word != kMonths[m] || slice(i)[0] < 'A' || slice(i)[0] > 'Z') continue;
      if (i + 1 < last && slice(i + 1).size() == 4 && std::isdigit(slice(i + 1)[0])) {
        const std::string ym = slice(i + 1) + (m < 9 ? "-0" : "-") + std::to_string(m + 1);
        return std::pair{ym + "-01.." + ym + "-28", i + 2};
      }
      const std::string ym = std::string("2023") + (m < 9 ? "-0" : "-") + std::to_string(m + 1);
      return std::pair{ym + "-01.." + ym + "-28", i + 1};
    }
    for (int d = 0; d < 7; ++d) {
      if (word == kDays[d]) return std::pair{"2023-09-0" + std::to_string(d + 4), i + 1};
    }
    if ((word == "last" || word == "next" || word == "this") && i + 1 < last) {
      const std::string unit = lower(slice(i + 1));
      if (unit == "week" || unit == "month" || unit == "year") return std::pair{std::string("2022-01-01..2022-12-31"), i + 2};
    }
    return std::nullopt;
  }

  std::unique_ptr<Gazetteer> names_;
  std::set<std::string> titles_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_TESTS_RELATION_SKETCH_H_
