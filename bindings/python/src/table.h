// Part of dragoman; see LICENSE.
//
// Table: columns in Arrow's memory format, handed over without a copy.
//
//   Column names("name", Column::Kind::kText);
//   names.text("Iran");
//   names.null();
//   Table table({std::move(names)});
//
// pandas, polars, DuckDB, pyarrow ... take a Table by its __arrow_c_stream__ (the Arrow PyCapsule
// interface); their columns then are these buffers, kept alive until the last of them is released.
// The structs of Arrow's C data interface are made to be copied, so no Arrow library is needed:
// https://arrow.apache.org/docs/format/CDataInterface.html

#ifndef DRAGOMAN_PYTHON_TABLE_H_
#define DRAGOMAN_PYTHON_TABLE_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "convert.h"

namespace dragoman::python {

class Column {
 public:
  enum class Kind { kText, kInt, kTruth, kDay, kList, kStruct };

  // kList has one child, kStruct one a field.
  Column(std::string name, Kind kind, std::vector<Column> children = {});

  const std::string& name() const { return name_; }
  Kind kind() const { return kind_; }
  std::int64_t size() const { return size_; }
  std::int64_t nulls() const { return nulls_; }
  const std::vector<Column>& children() const { return children_; }
  Column& child(std::size_t i) { return children_[i]; }

  // Each adds one value.
  void null();  // of a struct: of its fields too
  void text(std::string_view value);
  void text_or_null(std::string_view value) { value.empty() ? null() : text(value); }
  void integer(std::int64_t value);  // kInt, and kDay: days since 1970-01-01
  void truth(bool value);
  void end_list();    // what the child got since the last one
  void end_struct();  // each field has got its value

  nb::object python(std::int64_t row) const;
  const char* format() const;  // Arrow's letters
  std::vector<const void*> buffers() const;

 private:
  void grow(bool valid);

  std::string name_;
  Kind kind_;
  std::vector<Column> children_;
  std::int64_t size_ = 0;
  std::int64_t nulls_ = 0;
  std::vector<std::uint8_t> valid_;     // a bit a row
  std::vector<std::int64_t> offsets_;   // kText, kList: 64 bits, so that nothing overflows
  std::string bytes_;                   // kText
  std::vector<std::int64_t> integers_;  // kInt
  std::vector<std::int32_t> days_;      // kDay
  std::vector<std::uint8_t> truths_;    // kTruth: a bit a row
};

// Immutable; copies share the columns.
class Table {
 public:
  explicit Table(std::vector<Column> columns);

  const std::vector<Column>& columns() const { return root_->children(); }
  std::int64_t rows() const { return root_->size(); }

  // A capsule "arrow_array_stream" of one batch; "arrow_schema".
  nb::object stream() const;
  nb::object schema() const;

 private:
  std::shared_ptr<const Column> root_;  // a struct whose fields are the columns
};

void bind_table(nb::module_& module);

}  // namespace dragoman::python

#endif  // DRAGOMAN_PYTHON_TABLE_H_
