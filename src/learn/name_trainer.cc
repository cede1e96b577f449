// Part of dragoman; see LICENSE.
//
// A conditional random field (Lafferty, McCallum, Pereira 2001) over sets of allowed labels
// (Tsuboi et al. 2008): the gradient is the difference of two marginals, with all labels and
// with the allowed ones.  AdaGrad; a part of the features is dropped at random, so that the
// model does not lean on words alone; the weights of the later epochs are averaged.
//
// Only + - * / and sqrt are used, exp() is our own: the same bytes on every machine.

#include "learn/name_trainer.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>

#include "learn/linear.h"
#include "learn/random.h"
#include "learn/training_state.h"

namespace dragoman {
namespace {

constexpr std::size_t L = kNameLabels;
constexpr std::size_t kRow = 20;            // floats a row: 17 and padding
constexpr std::uint32_t kUnused = ~std::uint32_t{0};

struct Sentences {
  std::vector<std::uint32_t> features;      // kNameQuestions a token: ids, kUnused
  std::vector<std::uint32_t> allowed;       // of each token
  std::vector<std::uint32_t> begin{0};      // of each sentence, in tokens; one more for the end
};

class FeatureIds {
 public:
  std::uint32_t id(std::uint64_t hash) {
    std::uint32_t& id = ids_[hash];
    if (id == 0) {
      hashes_.push_back(hash);
      uses_.push_back(0);
      id = std::uint32_t(hashes_.size());
    }
    ++uses_[id - 1];
    return id - 1;
  }
  // New ids for the features seen often enough; kUnused for others.
  std::vector<std::uint32_t> keep(std::uint32_t least) {
    std::vector<std::uint32_t> to(hashes_.size(), kUnused);
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < hashes_.size(); ++i) {
      if (uses_[i] < least) continue;
      hashes_[count] = hashes_[i];
      to[i] = count++;
    }
    hashes_.resize(count);
    return to;
  }
  const std::vector<std::uint64_t>& hashes() const { return hashes_; }

 private:
  FlatMap<std::uint32_t> ids_;
  std::vector<std::uint64_t> hashes_;
  std::vector<std::uint32_t> uses_;
};

using Scores = std::array<double, L>;

class Trainer {
 public:
  Trainer(Sentences sentences, FeatureIds features, const NameTrainerOptions& options)
      : s_(std::move(sentences)), features_(std::move(features)), o_(options), random_(options.seed) {
    weight_.assign((features_.hashes().size()) * kRow, 0.0f);
    square_.assign(weight_.size(), 0.0f);
    sum_.assign(weight_.size(), 0.0f);
    order_.resize(s_.begin.size() - 1);
    std::iota(order_.begin(), order_.end(), 0u);
  }

  double epoch() {
    random_.shuffle(order_);
    loss_ = 0;
    tokens_ = 0;
    for (const std::uint32_t i : order_) learn(s_.begin[i], s_.begin[i + 1]);
    const float keep = 1.0f - o_.decay;
    for (float& w : weight_) w *= keep;
    for (float& w : transition_) w *= keep;
    ++epochs_;
    if (epochs_ * 2 > o_.epochs) {
      for (std::size_t i = 0; i < weight_.size(); ++i) sum_[i] += weight_[i];
      for (std::size_t i = 0; i < transition_.size(); ++i) transition_sum_[i] += transition_[i];
      summed_ = true;
    }
    return tokens_ > 0 ? loss_ / double(tokens_) : 0;
  }

  // The averaged weights as a table; the features that matter most get their place first.
  NameTagger tagger(std::shared_ptr<const WordClusters> clusters) const {
    const std::vector<float>& w = summed_ ? sum_ : weight_;
    const auto& t = summed_ ? transition_sum_ : transition_;
    const float scale = scale_of(w);
    WeightTable table = make_table(features_.hashes(), w, kRow, L, L, o_.bits, scale);
    NameTransitions transitions{};
    for (std::size_t a = 0; a < L; ++a) {
      for (std::size_t b = 0; b < L; ++b) {
        transitions[a][b] = std::int16_t(std::clamp(std::nearbyint(t[a * L + b] * scale), -30000.0f, 30000.0f));
      }
    }
    return NameTagger(std::move(table), transitions, std::move(clusters));
  }

  // Between two epochs.
  void keep(TrainingState& state) {
    state.keep(random_.state());
    state.keep(epochs_);
    state.keep_all(order_);
    for (std::vector<float>* numbers : {&weight_, &square_, &sum_}) state.keep_all(*numbers);
    for (auto* numbers : {&transition_, &transition_square_, &transition_sum_}) state.keep_all(*numbers);
    if (state.reading()) summed_ = epochs_ * 2 > o_.epochs;
  }
  int epochs() const { return epochs_; }

  // What the training depends on.
  std::uint64_t hash() const {
    std::uint64_t hash = o_.seed;
    const auto add = [&hash](std::uint64_t value) { hash = join_hash(hash, value); };
    for (const std::uint32_t n : {std::uint32_t(o_.epochs), o_.drop, o_.least_uses, o_.bits}) add(n);
    for (const float x : {o_.rate, o_.decay}) add(std::bit_cast<std::uint32_t>(x));
    for (const std::uint64_t feature : features_.hashes()) add(feature);
    for (const auto* numbers : {&s_.features, &s_.allowed, &s_.begin}) {
      for (const std::uint32_t number : *numbers) add(number);
    }
    return hash;
  }

 private:
  // Probabilities of labels (and of pairs, into `pairs`) given the allowed sets.
  double marginals(std::size_t count, const std::uint32_t* allowed, std::vector<Scores>& out,
                   std::array<double, L * L>& pairs) {
    alpha_.resize(count);
    beta_.resize(count);
    scale_.resize(count);
    double log = 0;
    for (std::size_t i = 0; i < count; ++i) {
      double total = 0;
      for (std::size_t b = 0; b < L; ++b) {
        double in = 0;
        if (allowed[i] >> b & 1) {
          if (i == 0) {
            in = exp_transition_[b];
          } else {
            for (std::size_t a = 0; a < L; ++a) in += alpha_[i - 1][a] * exp_transition_[a * L + b];
          }
          in *= emit_[i][b];
        }
        alpha_[i][b] = in;
        total += in;
      }
      if (!(total > 1e-280)) return -1;
      scale_[i] = total;
      log += std::log2(total);   // for the progress shown, not for the weights
      for (double& x : alpha_[i]) x /= total;
    }
    double end = 0;
    for (std::size_t a = 0; a < L; ++a) end += alpha_[count - 1][a] * exp_transition_[a * L];
    if (!(end > 1e-280)) return -1;
    log += std::log2(end);
    for (std::size_t a = 0; a < L; ++a) beta_[count - 1][a] = exp_transition_[a * L] / end;
    for (std::size_t i = count - 1; i-- > 0;) {
      Scores next;
      for (std::size_t b = 0; b < L; ++b) {
        next[b] = allowed[i + 1] >> b & 1 ? emit_[i + 1][b] * beta_[i + 1][b] / scale_[i + 1] : 0;
      }
      for (std::size_t a = 0; a < L; ++a) {
        double in = 0;
        for (std::size_t b = 0; b < L; ++b) in += exp_transition_[a * L + b] * next[b];
        beta_[i][a] = in;
        for (std::size_t b = 0; b < L; ++b) {
          pairs[a * L + b] += alpha_[i][a] * exp_transition_[a * L + b] * next[b];
        }
      }
    }
    out.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t a = 0; a < L; ++a) out[i][a] = alpha_[i][a] * beta_[i][a];
    }
    for (std::size_t b = 0; b < L; ++b) pairs[b] += out[0][b];
    for (std::size_t a = 0; a < L; ++a) pairs[a * L] += out[count - 1][a];
    return log;
  }

  void learn(std::uint32_t begin, std::uint32_t end) {
    const std::size_t count = end - begin;
    active_.resize(count);
    emit_.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
      active_[i].clear();
      std::array<float, kRow> score{};
      const std::uint32_t* id = &s_.features[(begin + i) * kNameQuestions];
      for (std::size_t q = 0; q < kNameQuestions; ++q) {
        if (id[q] == kUnused || random_.below(100) < o_.drop) continue;
        active_[i].push_back(id[q]);
        const float* w = &weight_[std::size_t(id[q]) * kRow];
        for (std::size_t l = 0; l < kRow; ++l) score[l] += w[l];
      }
      double most = score[0];
      for (std::size_t l = 1; l < L; ++l) most = std::max(most, double(score[l]));
      for (std::size_t l = 0; l < L; ++l) emit_[i][l] = own_exp(double(score[l]) - most);
    }
    for (std::size_t a = 0; a < L; ++a) {
      for (std::size_t b = 0; b < L; ++b) {
        const float t = std::min(transition_[a * L + b], 20.0f);
        exp_transition_[a * L + b] = name_labels_fit(std::uint32_t(a), std::uint32_t(b)) ? own_exp(double(t) - 20) * 4.85e8 : 0;
      }
    }
    std::array<double, L * L> pairs_free{}, pairs_set{};
    all_.assign(count, kAllNameLabels);
    const double free = marginals(count, all_.data(), free_, pairs_free);
    const double set = marginals(count, &s_.allowed[begin], set_, pairs_set);
    if (free == -1 || set == -1) return;
    loss_ += free - set;
    tokens_ += count;
    for (std::size_t i = 0; i < count; ++i) {
      std::array<float, kRow> slope{};
      float most = 0;
      for (std::size_t l = 0; l < L; ++l) {
        slope[l] = float(free_[i][l] - set_[i][l]);
        most = std::max(most, std::fabs(slope[l]));
      }
      if (most < 1e-4f) continue;
      for (const std::uint32_t id : active_[i]) {
        float* w = &weight_[std::size_t(id) * kRow];
        float* g = &square_[std::size_t(id) * kRow];
        for (std::size_t l = 0; l < kRow; ++l) {
          g[l] += slope[l] * slope[l];
          w[l] -= o_.rate * slope[l] / (std::sqrt(g[l]) + 0.1f);
        }
      }
    }
    for (std::size_t k = 0; k < L * L; ++k) {
      const float slope = float(pairs_free[k] - pairs_set[k]);
      transition_square_[k] += slope * slope;
      transition_[k] -= o_.rate * slope / (std::sqrt(transition_square_[k]) + 0.1f);
    }
  }

  Sentences s_;
  FeatureIds features_;
  const NameTrainerOptions& o_;
  Random random_;
  std::vector<float> weight_, square_, sum_;
  std::array<float, L * L> transition_{}, transition_square_{}, transition_sum_{};
  std::array<double, L * L> exp_transition_{};
  std::vector<std::uint32_t> order_, all_;
  std::vector<std::vector<std::uint32_t>> active_;
  std::vector<Scores> emit_, alpha_, beta_, free_, set_;
  std::vector<double> scale_;
  double loss_ = 0;
  std::size_t tokens_ = 0;
  int epochs_ = 0;
  bool summed_ = false;
};

bool overlaps_doubt(const std::vector<std::uint32_t>& allowed, Index first, Index last) {
  for (Index i = first; i < last; ++i) {
    if (allowed[i] == kAllNameLabels) return true;
  }
  return false;
}

}  // namespace

NameScore score_names(const NameTagger& tagger, const std::vector<AnalysedText>& texts,
                      const std::vector<std::vector<std::uint32_t>>& allowed) {
  NameScore score;
  std::vector<TaggedName> names;
  const auto counts = [](TagKind kind) { return kind != TagKind::kOther; };
  for (std::size_t d = 0; d < texts.size(); ++d) {
    const std::vector<std::uint32_t>& labels = allowed[d];
    const auto is = [&labels](Index i, std::uint32_t label) { return labels[i] == 1u << label; };
    for (Index i = 0; i < labels.size(); ++i) {
      for (const TagKind kind : {TagKind::kPerson, TagKind::kLocation, TagKind::kOrganisation}) {
        score.marked += is(i, name_label(kind, TagPart::kBegin)) || is(i, name_label(kind, TagPart::kSingle));
      }
    }
    names.clear();
    tagger.tag(texts[d].document, texts[d].words, texts[d].told, texts[d].readings, names);
    for (const TaggedName& name : names) {
      if (!counts(name.kind)) continue;
      const bool single = name.last - name.first == 1;
      const bool right = single ? is(name.first, name_label(name.kind, TagPart::kSingle))
                                : is(name.first, name_label(name.kind, TagPart::kBegin)) &&
                                      is(name.last - 1, name_label(name.kind, TagPart::kEnd)) &&
                                      std::none_of(labels.begin() + name.first + 1, labels.begin() + name.last - 1,
                                                   [&](std::uint32_t l) {
                                                     return l != 1u << name_label(name.kind, TagPart::kInside);
                                                   });
      score.right += right;
      score.found += right || !overlaps_doubt(labels, name.first, name.last);
    }
  }
  return score;
}

Result<NameTagger> train_names(const std::shared_ptr<const Knowledge>& knowledge, std::shared_ptr<const WordClusters> clusters,
                               const NameTrainerOptions& options, const NameProgress& progress) {
  Sentences sentences;
  FeatureIds ids;
  std::vector<std::uint64_t> hashes;
  NameFeatures features;
  for (const MarkedText& marks : options.train) {
    for (const LetterCase letters : {LetterCase::kAsWritten, LetterCase::kUpper, LetterCase::kLower}) {
      const AnalysedText text = analyse_for_names(knowledge, in_case(marks.text, letters));
      const std::vector<std::uint32_t> allowed = allowed_labels(knowledge, text, marks);
      features.read(text.document, {text.words, text.readings, *clusters, text.told}, true);
      for (const Stretch& sentence : features.stretches()) {
        features.of(sentence, hashes);
        for (const std::uint64_t hash : hashes) sentences.features.push_back(ids.id(hash));
        for (Index i = sentence.first; i < sentence.last; ++i) sentences.allowed.push_back(allowed[i]);
        sentences.begin.push_back(std::uint32_t(sentences.allowed.size()));
      }
    }
  }
  if (sentences.allowed.empty()) return Error(ErrorCode::kBadData, "no sentence to learn from");
  const std::vector<std::uint32_t> kept = ids.keep(options.least_uses);
  for (std::uint32_t& id : sentences.features) id = kept[id];

  std::vector<AnalysedText> dev;
  std::vector<std::vector<std::uint32_t>> dev_allowed;
  for (const MarkedText& marks : options.dev) {
    dev.push_back(analyse_for_names(knowledge, marks.text));
    dev_allowed.push_back(allowed_labels(knowledge, dev.back(), marks));
  }
  Trainer trainer(std::move(sentences), std::move(ids), options);
  const std::uint64_t inputs = trainer.hash();
  std::string best;              // the model, as it is written
  double best_f1 = -1;
  int since = 0;
  const auto keep = [&](TrainingState& state) {
    trainer.keep(state);
    state.keep(best);
    state.keep(best_f1);
    state.keep(since);
  };
  if (const Status went = go_on(options.state, inputs, keep); !went.ok()) return went.error();
  for (int epoch = trainer.epochs() + 1; epoch <= options.epochs; ++epoch) {
    const double loss = trainer.epoch();
    NameScore score;
    if (!dev.empty() || epoch == options.epochs) {
      const NameTagger now = trainer.tagger(clusters);
      score = score_names(now, dev, dev_allowed);
      ++since;
      if (dev.empty() || score.f1() > best_f1) {
        ByteWriter out;
        now.write(out);
        best = out.bytes();
        best_f1 = score.f1();
        since = 0;
      }
    }
    if (const Status noted = note_state(options.state, inputs, keep); !noted.ok()) return noted.error();
    if (progress) progress(epoch, loss, score);
    if (!dev.empty() && since >= options.patience) break;
  }
  ByteReader in(best, "the best epoch");
  return NameTagger::read(in, clusters);
}

}  // namespace dragoman
