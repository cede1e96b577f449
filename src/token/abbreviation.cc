// Part of dragoman; see LICENSE.
//
// A table by folded hash, so that "Gen", "GEN" and "gen" are one row.  What is also
// a common word in lower case ("no", "col", "mass") needs its capital; sequences of
// single letters need no row.

#include "token/abbreviation.h"

#include <array>
#include <initializer_list>

#include "dragoman/token.h"
#include "text/utf8.h"

namespace dragoman {
namespace {

struct Group {
  Abbreviation kind;
  bool any_case;  // also without a capital: "vs.", "p.m."
  std::initializer_list<const char*> words;
};

const Group kGroups[] = {
    {Abbreviation::kTitle, false,
     {"Mr", "Mrs", "Ms", "Mx", "Dr", "Drs", "Prof", "Profs", "Gen", "Gens", "Lt", "Ltc", "Col", "Cols", "Maj",
      "Capt", "Cmdr", "Cdr", "Adm", "Brig", "Sgt", "Cpl", "Pvt", "Pfc", "Spc", "Sen", "Sens",
      "Rep", "Reps", "Gov", "Govs", "Rev", "Fr", "Hon", "Pres", "Amb", "Insp", "Supt", "Atty",
      "Msgr", "Mme", "Mlle", "Sra", "Srta", "St", "Ste", "Mt", "Ft", "Messrs", "Asst", "Dep",
      "Vice-Adm", "Ayat", "Sec", "Cpt", "Wg", "Flt", "Sqn", "Gp", "Comdr", "Ald", "Det", "Ofc",
      "Dir", "Min"}},
    {Abbreviation::kNumbered, false, {"No", "Nos", "Art", "Arts", "Fig", "Figs", "Vol", "Sect", "Ch", "Res", "Op"}},
    {Abbreviation::kNumbered, true, {"pp", "para", "paras"}},
    {Abbreviation::kMonth, false,
     {"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
      "Mon", "Tue", "Tues", "Wed", "Weds", "Thu", "Thur", "Thurs", "Fri"}},
    {Abbreviation::kName, false,
     {"Inc", "Corp", "Co", "Cos", "Ltd", "LLC", "PLC", "Bros", "Assn", "Dept", "Univ", "Dist", "Intl",
      "Ave", "Blvd", "Hwy", "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill",
      "Kan", "Ky", "La", "Md", "Mich", "Minn", "Mont", "Neb", "Nev", "Okla", "Ore",
      "Pa", "Penn", "Tenn", "Tex", "Va", "Vt", "Wis", "Wyo", "Ont", "Que", "Alta", "Pte", "Pty"}},
    {Abbreviation::kOther, true, {"vs", "approx", "cf", "ca", "est", "incl", "viz", "e.g", "i.e"}},
    {Abbreviation::kEtc, true, {"etc", "al"}},
    {Abbreviation::kEtc, false, {"Jr", "Sr", "Esq", "Ph.D", "M.Sc", "B.Sc", "M.Phil", "D.Phil"}},
    {Abbreviation::kClock, true, {"a.m", "p.m"}},
};

struct Row {
  std::uint64_t hash = 0;
  Abbreviation kind = Abbreviation::kNone;
  bool any_case = false;
};

class Table {
 public:
  Table() {
    for (const Group& group : kGroups) {
      for (const char* word : group.words) insert({fold_hash(word), group.kind, group.any_case});
    }
  }
  const Row* find(std::uint64_t hash) const {
    if ((filter_[hash >> 58] >> (hash >> 52 & 63) & 1) == 0) return nullptr;
    for (std::size_t i = hash & (kSize - 1); rows_[i].hash != 0; i = (i + 1) & (kSize - 1)) {
      if (rows_[i].hash == hash) return &rows_[i];
    }
    return nullptr;
  }

 private:
  static constexpr std::size_t kSize = 1024;
  void insert(const Row& row) {
    std::size_t i = row.hash & (kSize - 1);
    while (rows_[i].hash != 0) i = (i + 1) & (kSize - 1);
    rows_[i] = row;
    filter_[row.hash >> 58] |= std::uint64_t{1} << (row.hash >> 52 & 63);
  }
  std::array<Row, kSize> rows_;
  // Half a kilobyte that stays in the cache: nearly all words end here.
  std::array<std::uint64_t, 64> filter_{};
};

bool capital(char c) { return c >= 'A' && c <= 'Z'; }

bool digit_follows(std::string_view after) {
  std::size_t i = 0;
  while (i < after.size() && (after[i] == ' ' || after[i] == '\n')) ++i;
  return i < after.size() && after[i] >= '0' && after[i] <= '9';
}

// Letters that stand alone between full stops: "U.S", "p.m", "J.R.R".
bool single_letters(std::string_view word) {
  if (word.size() > 1 && word[1] != '.' && static_cast<unsigned char>(word[0]) < 0x80) return false;
  bool letter_due = true;
  for (std::size_t i = 0; i < word.size();) {
    const char32_t c = next_code_point(word, i);
    if (letter_due == (c == '.')) return false;
    if (c == '-' || (c >= '0' && c <= '9') || c == '_') return false;
    letter_due = !letter_due;
  }
  return !letter_due;
}

}  // namespace

Abbreviation abbreviation(std::uint64_t hash, std::string_view word, std::string_view after) {
  static const Table table;
  if (const Row* row = table.find(hash)) {
    const bool cased = capital(word.front());
    if (row->any_case || cased) {
      if (row->kind != Abbreviation::kNumbered || digit_follows(after)) return row->kind;
    }
  }
  if (single_letters(word)) {
    if (word.size() > 1 && word.find('.') != word.npos) return Abbreviation::kAcronym;
    if (word == "I" || !(capital(word.front()) || static_cast<unsigned char>(word.front()) >= 0x80)) {
      return word == "v" || word == "c" || word == "p" ? Abbreviation::kNumbered : Abbreviation::kNone;
    }
    return Abbreviation::kInitial;
  }
  return Abbreviation::kNone;
}

}  // namespace dragoman
