// Part of dragoman; see LICENSE.
//
// TrainingState: where a training stands, so that it can be stopped and go on.
//
//   TrainingState state(inputs);                       // inputs: a hash of texts and options
//   if (const auto read = state.read(file)) ...        // then keep() puts numbers back
//   trainer.keep(state);                               // state.keep(weights); state.keep(epoch); ...
//   state.write(file);
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

}  // namespace dragoman

#endif  // DRAGOMAN_LEARN_TRAINING_STATE_H_
