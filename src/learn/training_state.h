// Part of dragoman; see LICENSE.
//
// TrainingState: where a training stands, so that it can be stopped and go on.
//
//   const auto keep = [&](TrainingState& state) { state.keep(epoch); state.keep_all(weights); };
//   go_on(file, inputs, keep);                         // inputs: a hash of texts and options
//   ... an epoch ...
//   note_state(file, inputs, keep);
//
// One keep() of a trainer serves both ways: it names each number that the training needs, and
// TrainingState takes them, or puts back what it took before.

#ifndef DRAGOMAN_LEARN_TRAINING_STATE_H_
#define DRAGOMAN_LEARN_TRAINING_STATE_H_

#include <bit>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/byte_stream.h"

namespace dragoman {

class TrainingState {
 public:
  explicit TrainingState(std::uint64_t inputs) : inputs_(inputs) { out_.u64(inputs); }

  // False if there is no such file.  kBadData for one of other inputs, or a spoilt one.
  Result<bool> read(const std::filesystem::path& file);
  // kUnreadable if it cannot be written.  A stop while writing leaves the earlier file.
  Status write(const std::filesystem::path& file) const;

  bool reading() const { return in_.has_value(); }
  // While reading: was all that was asked for there, and nothing else?
  bool complete() const { return in_ && in_->ok() && in_->at_end(); }

  void keep(std::uint32_t& number) { reading() ? void(number = in_->u32()) : out_.u32(number); }
  void keep(std::uint64_t& number) { reading() ? void(number = in_->u64()) : out_.u64(number); }
  void keep(int& number) { as<std::uint32_t>(number); }
  void keep(float& number) { as<std::uint32_t>(number); }
  void keep(double& number) { as<std::uint64_t>(number); }
  void keep(std::string& bytes) { reading() ? void(bytes = in_->text()) : out_.text(bytes); }
  // Sizes do not change: they follow from the inputs.
  template <typename Numbers>
  void keep_all(Numbers& numbers) {
    for (auto& number : numbers) keep(number);
  }

 private:
  template <typename Bits, typename Number>
  void as(Number& number) {
    Bits bits = std::bit_cast<Bits>(number);
    keep(bits);
    number = std::bit_cast<Number>(bits);
  }

  std::uint64_t inputs_;
  ByteWriter out_;
  std::optional<ByteReader> in_;
};

// Goes on from the state in `file`; an empty name or no such file: from the beginning.  Errors: of
// TrainingState::read; kBadData for a state that keep() does not fit.
template <typename Keep>
Status go_on(const std::filesystem::path& file, std::uint64_t inputs, Keep&& keep) {
  if (file.empty()) return Done{};
  TrainingState state(inputs);
  const Result<bool> there = state.read(file);
  if (!there.ok()) return there.error();
  if (*there) keep(state);
  if (*there && !state.complete()) return Error(ErrorCode::kBadData, file.string() + ": spoilt");
  return Done{};
}

// Writes the state; nothing for an empty name.
template <typename Keep>
Status note_state(const std::filesystem::path& file, std::uint64_t inputs, Keep&& keep) {
  if (file.empty()) return Done{};
  TrainingState state(inputs);
  keep(state);
  return state.write(file);
}

}  // namespace dragoman

#endif  // DRAGOMAN_LEARN_TRAINING_STATE_H_
