// Part of dragoman; see LICENSE.
//
// FlatArray: an array that is either its own or a view into a mapped file.
//
//   FlatArray<Edge> entries = std::move(built);            // a vector's
//   FlatArray<Edge> entries = *bundle.section<Edge>("entries");
//
// Reading is the same for both, so that what was compiled to a file and what was just built
// are used by one code.  A view does not keep the file mapped; its owner does.

#ifndef DRAGOMAN_BASE_FLAT_ARRAY_H_
#define DRAGOMAN_BASE_FLAT_ARRAY_H_

#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace dragoman {

template <typename T>
class FlatArray {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  FlatArray() = default;
  FlatArray(std::vector<T> own) : own_(std::move(own)), view_(own_) {}
  FlatArray(std::span<const T> view) : view_(view) {}
  FlatArray(FlatArray&& other) noexcept { *this = std::move(other); }
  FlatArray& operator=(FlatArray&& other) noexcept {
    const bool owns = !other.own_.empty();
    own_ = std::move(other.own_);
    view_ = owns ? std::span<const T>(own_) : other.view_;
    other.own_.clear();
    other.view_ = {};
    return *this;
  }

  const T& operator[](std::size_t i) const { return view_[i]; }
  std::size_t size() const { return view_.size(); }
  bool empty() const { return view_.empty(); }
  const T* data() const { return view_.data(); }
  auto begin() const { return view_.begin(); }
  auto end() const { return view_.end(); }
  std::span<const T> span() const { return view_; }

 private:
  std::vector<T> own_;
  std::span<const T> view_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_BASE_FLAT_ARRAY_H_
