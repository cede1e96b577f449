// Part of dragoman; see LICENSE.
//
// Readings are cut into clusters of mutually touching spans; nearly all clusters have one
// member and are done at once.  In a larger one the best by the total order is taken, all
// that it excludes are dropped, and so on: quadratic in the cluster, which is a few
// readings of a few tokens.

#include "mention/select.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace dragoman {
namespace {

// A name beats a value, a person beats a place of the same words ("Jordan Hill").
constexpr std::array<std::uint8_t, std::size_t(MentionType::kCount)> kTypeOrder = [] {
  std::array<std::uint8_t, std::size_t(MentionType::kCount)> order{};
  constexpr MentionType kList[] = {
      MentionType::kState,    MentionType::kInternationalOrg, MentionType::kGovernmentBody,
      MentionType::kArmedGroup, MentionType::kMedia,          MentionType::kThinkTank,
      MentionType::kCompany,  MentionType::kPerson,           MentionType::kOrganisation,
      MentionType::kEvent,    MentionType::kCity,             MentionType::kPlace,
      MentionType::kWeapon,   MentionType::kMoney,            MentionType::kDate,
      MentionType::kQuantity, MentionType::kNationality,      MentionType::kOffice,
      MentionType::kGroup};
  std::uint8_t place = 0;
  for (const MentionType type : kList) order[std::size_t(type)] = place++;
  return order;
}();

// Settled in this order: names and values, descriptions, offices.
int layer(const Mention& m) {
  if (m.type == MentionType::kOffice) return 2;
  return m.form != MentionForm::kNamed || m.type == MentionType::kGroup ? 1 : 0;
}

auto order_key(const Reading& r) {
  return std::tuple(~(r.mention.last - r.mention.first), !r.known,
                    kTypeOrder[std::size_t(r.mention.type)], r.rank, r.mention.first);
}

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
  if (loser.mention.last - loser.mention.first < winner.mention.last - winner.mention.first) {
    return Why::kShorter;
  }
  return loser.mention.type != winner.mention.type ? Why::kLowerType : Why::kLaterRule;
}

}  // namespace

void select_readings(std::vector<Reading>& readings, std::vector<Mention>& mentions,
                     std::vector<Rejected>& rejected) {
  std::sort(readings.begin(), readings.end(), [](const Reading& a, const Reading& b) {
    return std::tuple(a.mention.first, order_key(a)) < std::tuple(b.mention.first, order_key(b));
  });
  struct Loss {
    std::size_t reading;
    std::size_t winner;
  };
  std::vector<std::size_t> won;
  std::vector<Loss> lost;
  std::vector<std::size_t> cluster;
  for (std::size_t begin = 0; begin < readings.size();) {
    std::size_t end = begin + 1;
    Index reach = readings[begin].mention.last;
    while (end < readings.size() && readings[end].mention.first < reach) {
      reach = std::max(reach, readings[end].mention.last);
      ++end;
    }
    if (end == begin + 1) {
      won.push_back(begin);
    } else {
      cluster.clear();
      for (std::size_t i = begin; i < end; ++i) cluster.push_back(i);
      std::sort(cluster.begin(), cluster.end(), [&readings](std::size_t a, std::size_t b) {
        return std::tuple(layer(readings[a].mention), order_key(readings[a]), a) <
               std::tuple(layer(readings[b].mention), order_key(readings[b]), b);
      });
      const std::size_t first_winner = won.size();
      for (const std::size_t i : cluster) {
        std::size_t against = readings.size();
        for (std::size_t k = first_winner; k < won.size() && against == readings.size(); ++k) {
          if (exclude(readings[i].mention, readings[won[k]].mention)) against = won[k];
        }
        if (against == readings.size()) {
          won.push_back(i);
        } else {
          lost.push_back({i, against});
        }
      }
    }
    begin = end;
  }
  std::sort(won.begin(), won.end(), [&readings](std::size_t a, std::size_t b) {
    const Mention& x = readings[a].mention;
    const Mention& y = readings[b].mention;
    return std::tuple(x.first, ~x.last, a) < std::tuple(y.first, ~y.last, b);
  });
  for (const std::size_t i : won) mentions.push_back(readings[i].mention);
  for (const Loss& loss : lost) {
    const Reading& loser = readings[loss.reading];
    const Reading& winner = readings[loss.winner];
    // The same thing said twice by two sources is no loss worth keeping.
    if (loser.mention.first == winner.mention.first && loser.mention.last == winner.mention.last &&
        loser.mention.type == winner.mention.type) {
      continue;
    }
    rejected.push_back({loser.mention, reason(loser, winner), winner.mention.span});
  }
}

}  // namespace dragoman
