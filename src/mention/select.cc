// Part of dragoman; see LICENSE.
//
// Readings are cut into clusters of mutually touching spans; nearly all clusters have one
// member and are done at once.  In a larger one the best by the total order is taken, all
// that it excludes are dropped, and so on: quadratic in the cluster, which is a few
// readings of a few tokens.

#include "mention/select.h"

#include <algorithm>
#include <bit>
#include <array>
#include <tuple>

namespace dragoman {
namespace {

// A name beats a value, a person beats a place of the same words ("Jordan Hill"), a storm a person ("Storm Nora").
constexpr std::array<std::uint8_t, std::size_t(MentionType::kCount)> kTypeOrder = [] {
  std::array<std::uint8_t, std::size_t(MentionType::kCount)> order{};
  constexpr MentionType kList[] = {
      MentionType::kState,    MentionType::kInternationalOrg, MentionType::kGovernmentBody,
      MentionType::kArmedGroup, MentionType::kMedia,          MentionType::kThinkTank,
      MentionType::kCompany,  MentionType::kEvent,            MentionType::kPerson,
      MentionType::kOrganisation, MentionType::kCity,         MentionType::kPlace,
      MentionType::kWeapon,   MentionType::kMoney,            MentionType::kDate,
      MentionType::kQuantity, MentionType::kNationality,      MentionType::kOffice,
      MentionType::kGroup};
  std::uint8_t place = 0;
  for (const MentionType type : kList) order[std::size_t(type)] = place++;
  return order;
}();

// Settled in this order: names and values, descriptions, offices and pronouns ("[[its] head]").
int layer(const Mention& m) {
  if (m.type == MentionType::kOffice || m.form == MentionForm::kPronominal) return 2;
  return m.form != MentionForm::kNamed || m.type == MentionType::kGroup ? 1 : 0;
}

// What the header lists, as one number: smaller stands earlier.
std::uint64_t strength(const Reading& r) {
  const Index length = std::min<Index>(r.mention.last - r.mention.first, 255);
  return std::uint64_t(!r.voted) << 30 | std::uint64_t(255 - length) << 22 | std::uint64_t(!r.known) << 21 |
         std::uint64_t(kTypeOrder[std::size_t(r.mention.type)]) << 16 | r.rank;
}
struct Keyed {
  std::uint64_t key;
  std::uint32_t reading;
  friend auto operator<=>(const Keyed&, const Keyed&) = default;
};

// The readings by first token, then number.  A list a token instead of a sort of all: which of two numbers
// is smaller is what no processor foresees.
class ByPlace {
 public:
  void sort(const std::vector<Reading>& readings, std::vector<std::uint32_t>& order) {
    Index end = 0;
    for (const Reading& r : readings) end = std::max(end, r.mention.first + 1);
    taken_.assign(end / 64 + 1, 0);
    if (first_.size() < end) first_.resize(end);
    if (next_.size() < readings.size()) next_.resize(readings.size());
    for (auto i = std::uint32_t(readings.size()); i-- > 0;) {
      const Index token = readings[i].mention.first;
      const std::uint64_t bit = std::uint64_t{1} << token % 64;
      next_[i] = (taken_[token / 64] & bit) != 0 ? first_[token] : kNone;
      first_[token] = i;
      taken_[token / 64] |= bit;
    }
    order.resize(readings.size());
    std::uint32_t* out = order.data();
    for (std::size_t word = 0; word < taken_.size(); ++word) {
      for (std::uint64_t left = taken_[word]; left != 0; left &= left - 1) {
        for (std::uint32_t i = first_[word * 64 + std::size_t(std::countr_zero(left))]; i != kNone; i = next_[i]) *out++ = i;
      }
    }
  }

 private:
  std::vector<std::uint64_t> taken_;               // a bit a token
  std::vector<std::uint32_t> first_, next_;        // of a token that is taken; of the same token
};

struct Loss {
  std::uint32_t reading, winner;
};

// Memory, kept from one document to the next.
struct Room {
  std::vector<std::uint32_t> order, won;
  std::vector<Keyed> cluster;
  std::vector<Loss> lost;
  ByPlace places;
};

bool overlap(const Mention& a, const Mention& b) { return a.first < b.last && b.first < a.last; }
bool inside(const Mention& in, const Mention& out) {
  return out.first <= in.first && in.last <= out.last;
}

// Can both stand?  `in` comes from an earlier layer than `out`, or from the same.
bool exclude(const Mention& out, const Mention& in) {
  if (!overlap(in, out)) return false;
  if (layer(in) == layer(out)) return true;
  if (layer(out) == 1) return !inside(in, out) || (in.first == out.first && in.last == out.last);
  // An office within a description stands; as the whole of it, it says nothing more.
  return layer(in) == 0 || !inside(out, in) || (in.first == out.first && in.last == out.last);
}

Why reason(const Reading& loser, const Reading& winner) {
  if (winner.voted && !loser.voted) return Why::kTagger;
  if (loser.mention.last - loser.mention.first < winner.mention.last - winner.mention.first) {
    return Why::kShorter;
  }
  return loser.mention.type != winner.mention.type ? Why::kLowerType : Why::kLaterRule;
}

}  // namespace

void select_readings(std::vector<Reading>& readings, std::vector<Mention>& mentions,
                     std::vector<Rejected>& rejected) {
  thread_local Room room;
  std::vector<std::uint32_t>&order = room.order, &won = room.won;
  std::vector<Keyed>& cluster = room.cluster;
  std::vector<Loss>& lost = room.lost;
  order.clear();
  won.clear();
  lost.clear();
  room.places.sort(readings, order);
  const auto mention = [&readings](std::uint32_t i) -> const Mention& { return readings[i].mention; };
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin + 1;
    Index reach = mention(order[begin]).last;
    while (end < order.size() && mention(order[end]).first < reach) {
      reach = std::max(reach, mention(order[end]).last);
      ++end;
    }
    if (end == begin + 1) {
      won.push_back(order[begin]);
    } else {
      cluster.clear();
      for (std::size_t i = begin; i < end; ++i) {
        const std::uint32_t r = order[i];
        // Ties by place: `order` is sorted by it, and the number that follows keeps that.
        cluster.push_back({std::uint64_t(layer(mention(r))) << 60 | strength(readings[r]) << 20 | (i - begin), r});
      }
      std::sort(cluster.begin(), cluster.end());
      const std::size_t first_winner = won.size();
      for (const Keyed& next : cluster) {
        const auto against = std::find_if(won.begin() + std::ptrdiff_t(first_winner), won.end(),
                                          [&](std::uint32_t w) { return exclude(mention(next.reading), mention(w)); });
        if (against == won.end()) won.push_back(next.reading);
        else lost.push_back({next.reading, *against});
      }
      std::sort(won.begin() + std::ptrdiff_t(first_winner), won.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple(mention(a).first, ~mention(a).last, layer(mention(a))) <
               std::tuple(mention(b).first, ~mention(b).last, layer(mention(b)));
      });
    }
    begin = end;
  }
  mentions.reserve(mentions.size() + won.size());
  for (const std::uint32_t i : won) mentions.push_back(mention(i));
  // The same thing said twice by two sources is no loss worth keeping.
  std::erase_if(lost, [&mention](const Loss& loss) {
    const Mention &loser = mention(loss.reading), &winner = mention(loss.winner);
    return loser.first == winner.first && loser.last == winner.last && loser.type == winner.type;
  });
  rejected.reserve(rejected.size() + lost.size());
  for (const Loss& loss : lost) {
    const Reading &loser = readings[loss.reading], &winner = readings[loss.winner];
    rejected.push_back({loser.mention, reason(loser, winner), winner.mention.span});
  }
}

}  // namespace dragoman
