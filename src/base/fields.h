// Part of dragoman; see LICENSE.
//
// Values of many fields in a byte stream.
//
//   struct Rule { std::string name; std::vector<Predicate> tests; MentionType type; };
//   template <typename Visit>
//   void each_field(Rule& rule, Visit&& visit) {       // beside Rule, found by its namespace
//     auto& [name, tests, type] = rule;                // all: a new field does not compile
//     visit(name, tests, type);
//   }
//   template <> inline constexpr unsigned kEnumEnd<MentionType> = unsigned(MentionType::kCount);
//
//   write_value(out, rules);                           // ByteWriter, std::vector<Rule>
//   read_value(in, rules);                             // then ask in.ok()
//
// What is read is bounded: an enumeration by its end, a count by the bytes that are left.

#ifndef DRAGOMAN_BASE_FIELDS_H_
#define DRAGOMAN_BASE_FIELDS_H_

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/byte_stream.h"
#include "base/flat_map.h"

namespace dragoman {

// One more than the greatest value of an enumeration; each that is stored gives its own.
template <typename Enum>
inline constexpr unsigned kEnumEnd = 0;

namespace fields {

template <typename T> struct IsVector : std::false_type {};
template <typename T> struct IsVector<std::vector<T>> : std::true_type {};
template <typename T> struct IsNumbers : std::false_type {};   // read as they lie
template <typename T> struct IsNumbers<std::vector<T>> : std::bool_constant<std::is_integral_v<T> && !std::is_same_v<T, bool>> {};
template <typename T> struct IsArray : std::false_type {};
template <typename T, std::size_t N> struct IsArray<std::array<T, N>> : std::true_type {};
template <typename T> struct IsOptional : std::false_type {};
template <typename T> struct IsOptional<std::optional<T>> : std::true_type {};
template <typename T> struct IsPair : std::false_type {};
template <typename A, typename B> struct IsPair<std::pair<A, B>> : std::true_type {};
template <typename T> struct IsFlatMap : std::false_type {};
template <typename T> struct IsFlatMap<FlatMap<T>> : std::true_type {};

}  // namespace fields

template <typename T>
void write_value(ByteWriter& out, const T& value) {
  if constexpr (std::is_same_v<T, bool>) {
    out.u8(value);
  } else if constexpr (std::is_enum_v<T>) {
    static_assert(kEnumEnd<T> > 0 && kEnumEnd<T> <= 256);
    out.u8(std::uint8_t(value));
  } else if constexpr (std::is_integral_v<T>) {
    if constexpr (sizeof(T) == 1) out.u8(std::uint8_t(value));
    else if constexpr (sizeof(T) == 2) out.u16(std::uint16_t(value));
    else if constexpr (sizeof(T) == 4) out.u32(std::uint32_t(value));
    else out.u64(std::uint64_t(value));
  } else if constexpr (std::is_same_v<T, std::string>) {
    out.text(value);
  } else if constexpr (fields::IsVector<T>::value) {
    out.u32(std::uint32_t(value.size()));
    for (const auto& item : value) write_value(out, item);
  } else if constexpr (fields::IsArray<T>::value) {
    for (const auto& item : value) write_value(out, item);
  } else if constexpr (fields::IsOptional<T>::value) {
    out.u8(value.has_value());
    if (value) write_value(out, *value);
  } else if constexpr (fields::IsPair<T>::value) {
    write_value(out, value.first);
    write_value(out, value.second);
  } else if constexpr (fields::IsFlatMap<T>::value) {
    out.u32(std::uint32_t(value.size()));
    value.each([&out](std::uint64_t key, const auto& item) {
      out.u64(key);
      write_value(out, item);
    });
  } else {
    each_field(const_cast<T&>(value), [&out](const auto&... field) { (write_value(out, field), ...); });
  }
}

template <typename T>
void read_value(ByteReader& in, T& value) {
  if constexpr (std::is_same_v<T, bool>) {
    value = in.u8() != 0;
  } else if constexpr (std::is_enum_v<T>) {
    static_assert(kEnumEnd<T> > 0 && kEnumEnd<T> <= 256);
    const std::uint8_t number = in.u8();
    if (number >= kEnumEnd<T>) in.spoil();
    value = in.ok() ? T(number) : T();
  } else if constexpr (std::is_integral_v<T>) {
    if constexpr (sizeof(T) == 1) value = T(in.u8());
    else if constexpr (sizeof(T) == 2) value = T(in.u16());
    else if constexpr (sizeof(T) == 4) value = T(in.u32());
    else value = T(in.u64());
  } else if constexpr (std::is_same_v<T, std::string>) {
    value = in.text();
  } else if constexpr (fields::IsNumbers<T>::value) {
    value.resize(in.count(0, std::uint32_t(in.left() / sizeof(typename T::value_type))));
    in.many(std::span(value));
  } else if constexpr (fields::IsVector<T>::value) {
    value.resize(in.count(0, std::uint32_t(in.left())));
    for (auto& item : value) {
      read_value(in, item);
      if (!in.ok()) return;
    }
  } else if constexpr (fields::IsArray<T>::value) {
    for (auto& item : value) read_value(in, item);
  } else if constexpr (fields::IsOptional<T>::value) {
    if (in.u8() != 0) read_value(in, value.emplace());
    else value.reset();
  } else if constexpr (fields::IsPair<T>::value) {
    read_value(in, value.first);
    read_value(in, value.second);
  } else if constexpr (fields::IsFlatMap<T>::value) {
    const std::uint32_t size = in.count(0, std::uint32_t(in.left() / 8));
    value.reserve(size);
    for (std::uint32_t i = 0; i < size && in.ok(); ++i) {
      const std::uint64_t key = in.u64();
      read_value(in, value[key]);
    }
  } else {
    each_field(value, [&in](auto&... field) { (read_value(in, field), ...); });
  }
}

}  // namespace dragoman

#endif  // DRAGOMAN_BASE_FIELDS_H_
