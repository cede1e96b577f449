// Part of dragoman; see LICENSE.

#include "learn/training_state.h"

namespace dragoman {
namespace {

constexpr const char* kSection = "training";

}  // namespace

Result<bool> TrainingState::read(const std::filesystem::path& file) {
  Result<ByteReader> in = open_stream(file, kSection);
  if (!in.ok() && in.error().code() == ErrorCode::kNotFound) return false;
  if (!in.ok()) return in.error();
  if (in->u64() != inputs_) {
    return Error(ErrorCode::kBadData, file.string() + ": of a training with other texts, data or options; remove it to "
                                                      "begin anew");
  }
  in_.emplace(*std::move(in));
  return true;
}

Status TrainingState::write(const std::filesystem::path& file) const { return save_stream(file, kSection, out_); }

}  // namespace dragoman
