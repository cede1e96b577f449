// Part of dragoman; see LICENSE.

#include "entity/officials.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "entity/history.h"
#include "entity/office_holder.h"
#include "token/word_set.h"

namespace dragoman {
namespace {

class Pairs {
 public:
  Pairs(const LinkModel& model, const Document& document)
      : model_(model),
        document_(document),
        offices_(model.gazetteer, model.titles, model.offices, document),
        history_(document, mentions_) {
    if (document.info.date) day_ = to_days(*document.info.date);
  }

  std::vector<OfficialPair> run() {
    for (Index i = 0; i < document_.mentions.size(); ++i) {
      const Mention& m = document_.mentions[i];
      if (m.entity != kNone) history_.add(i);
      if (m.type != MentionType::kPerson || m.form != MentionForm::kNamed || m.entity == kNone) continue;
      if (m.last - m.first < 2) continue;   // a family name alone is nothing to put into a table
      before(m);
      beside(i);
    }
    return std::move(found_);
  }

 private:
  // "Foreign Minister [Hugh Todd]"
  void before(const Mention& m) {
    const OfficeHolders::Title title = offices_.title_before(m.first);
    if (title.info != nullptr) add(m, title, m.state);
  }

  // "[Hugh Todd], Guyana's foreign minister," and "its foreign minister, [Hugh Todd],"
  void beside(Index i) {
    static constexpr std::uint64_t kComma = word_hash(",");
    const std::vector<Token>& tokens = document_.tokens.tokens;
    const Mention& m = document_.mentions[i];
    for (Index k = i - std::min<Index>(i, 6); k < document_.mentions.size(); ++k) {
      const Mention& other = document_.mentions[k];
      if (other.first > m.last + 2) break;
      const bool describes = (other.type == MentionType::kPerson && other.form == MentionForm::kNominal) ||
                             other.type == MentionType::kOffice;
      if (!describes || other.sentence != m.sentence) continue;
      const bool after = m.last < tokens.size() && tokens[m.last].hash == kComma && other.first == m.last + 1;
      const bool in_front = other.last + 1 == m.first && tokens[other.last].hash == kComma;
      if (!after && !in_front) continue;
      const OfficeHolders::Description d = offices_.read(k, history_);
      if (d.title == nullptr || d.other_time) continue;
      Index state = d.state;
      // "Mali's foreign minister": the OFFICE alone has its state in front.
      if (state == kNone && k > 0 && other.type == MentionType::kOffice) state = owner(k);
      add(m, {d.title, d.title_first, d.title_last}, state);
      return;
    }
  }

  Index owner(Index office) const {
    const Mention& m = document_.mentions[office];
    for (Index k = office; k-- > 0;) {
      const Mention& other = document_.mentions[k];
      if (other.last + 1 < m.first) break;
      if (other.state != kNone && other.last <= m.first &&
          (other.type == MentionType::kState || other.type == MentionType::kNationality)) {
        return other.state;
      }
    }
    return kNone;
  }

  void add(const Mention& m, const OfficeHolders::Title& title, Index state) {
    if (!title.info->official || title.info->role_class >= RoleClass::kHonorific) return;
    const Entity& person = document_.entities[m.entity];
    const RoleClass role_class = title.info->role_class;
    if (person.record != kNone && holds(person.record, role_class, state)) return;
    if (!seen_.emplace(m.entity, role_class, state).second) return;
    const std::vector<Token>& tokens = document_.tokens.tokens;
    found_.push_back({m.span, Span{tokens[title.first].start, tokens[title.last - 1].end}, m.entity, state,
                      role_class, person.record != kNone});
  }

  bool holds(Index person, RoleClass role_class, Index state) const {
    const std::vector<const Office*> terms = model_.offices.of_person(person);
    return std::any_of(terms.begin(), terms.end(), [&](const Office* term) {
      const bool same = term->role_class == role_class || role_class == RoleClass::kLeader ||
                        role_class == RoleClass::kMinister || role_class == RoleClass::kOther;
      const bool here = state == kNone || term->state == kNone || term->state == state;
      const bool now = !day_ || (term->from <= *day_ && *day_ <= term->to);
      return same && here && now;
    });
  }

  const LinkModel& model_;
  const Document& document_;
  OfficeHolders offices_;
  std::vector<Index> mentions_;
  History history_;
  std::optional<std::int32_t> day_;
  std::set<std::tuple<Index, RoleClass, Index>> seen_;
  std::vector<OfficialPair> found_;
};

}  // namespace

std::vector<OfficialPair> unknown_officials(const LinkModel& model, const Document& document) {
  return Pairs(model, document).run();
}

}  // namespace dragoman
