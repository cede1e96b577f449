// Part of dragoman; see LICENSE.
//
// Every exported struct owns a small Exported: a share of the root column and the arrays of
// pointers that Arrow wants. Release deletes it; a consumer may move a struct elsewhere before.

#include "table.h"

#include <cerrno>
#include <utility>

namespace dragoman::python {
namespace {

// ---- As the specification gives them.

struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  std::int64_t flags;
  std::int64_t n_children;
  ArrowSchema** children;
  ArrowSchema* dictionary;
  void (*release)(ArrowSchema*);
  void* private_data;
};

struct ArrowArray {
  std::int64_t length;
  std::int64_t null_count;
  std::int64_t offset;
  std::int64_t n_buffers;
  std::int64_t n_children;
  const void** buffers;
  ArrowArray** children;
  ArrowArray* dictionary;
  void (*release)(ArrowArray*);
  void* private_data;
};

struct ArrowArrayStream {
  int (*get_schema)(ArrowArrayStream*, ArrowSchema* out);
  int (*get_next)(ArrowArrayStream*, ArrowArray* out);
  const char* (*get_last_error)(ArrowArrayStream*);
  void (*release)(ArrowArrayStream*);
  void* private_data;
};

constexpr std::int64_t kNullable = 2;

// What one struct owns. T: ArrowSchema or ArrowArray.
template <typename T>
struct Exported {
  std::shared_ptr<const Column> root;
  std::vector<T> children;
  std::vector<T*> pointers;
  std::vector<const void*> buffers;
};

template <typename T>
void release(T* self) {
  auto* own = static_cast<Exported<T>*>(self->private_data);
  for (T* child : own->pointers) {
    if (child->release != nullptr) child->release(child);
  }
  delete own;
  self->release = nullptr;
}

void describe(const Column& column, const std::shared_ptr<const Column>& root, ArrowSchema* out);
void hand_over(const Column& column, const std::shared_ptr<const Column>& root, ArrowArray* out);

template <typename T, typename Fill>
Exported<T>* exported(const Column& column, const std::shared_ptr<const Column>& root, Fill fill) {
  auto own = std::make_unique<Exported<T>>();
  own->root = root;
  own->children.resize(column.children().size());
  for (std::size_t i = 0; i < own->children.size(); ++i) {
    fill(column.children()[i], root, &own->children[i]);
    own->pointers.push_back(&own->children[i]);
  }
  return own.release();
}

void describe(const Column& column, const std::shared_ptr<const Column>& root, ArrowSchema* out) {
  Exported<ArrowSchema>* own = exported<ArrowSchema>(column, root, &describe);
  *out = {column.format(),
          column.name().c_str(),
          nullptr,
          kNullable,
          std::int64_t(own->pointers.size()),
          own->pointers.data(),
          nullptr,
          &release<ArrowSchema>,
          own};
}

void hand_over(const Column& column, const std::shared_ptr<const Column>& root, ArrowArray* out) {
  Exported<ArrowArray>* own = exported<ArrowArray>(column, root, &hand_over);
  own->buffers = column.buffers();
  *out = {column.size(),
          column.nulls(),
          0,
          std::int64_t(own->buffers.size()),
          std::int64_t(own->pointers.size()),
          own->buffers.data(),
          own->pointers.data(),
          nullptr,
          &release<ArrowArray>,
          own};
}

// ---- The stream: one batch.

struct Stream {
  std::shared_ptr<const Column> root;
  bool done = false;
};

int get_schema(ArrowArrayStream* self, ArrowSchema* out) try {
  const auto& root = static_cast<Stream*>(self->private_data)->root;
  describe(*root, root, out);
  return 0;
} catch (const std::exception&) {
  return ENOMEM;
}

int get_next(ArrowArrayStream* self, ArrowArray* out) try {
  auto* stream = static_cast<Stream*>(self->private_data);
  *out = {};
  if (!std::exchange(stream->done, true)) hand_over(*stream->root, stream->root, out);
  return 0;
} catch (const std::exception&) {
  return ENOMEM;
}

const char* last_error(ArrowArrayStream*) { return "out of memory"; }

void release_stream(ArrowArrayStream* self) {
  delete static_cast<Stream*>(self->private_data);
  self->release = nullptr;
}

template <typename T>
void destroy(PyObject* capsule) {
  auto* held = static_cast<T*>(PyCapsule_GetPointer(capsule, PyCapsule_GetName(capsule)));
  if (held->release != nullptr) held->release(held);
  delete held;
}

template <typename T>
nb::object capsule(std::unique_ptr<T> held, const char* name) {
  PyObject* made = PyCapsule_New(held.get(), name, &destroy<T>);
  if (made == nullptr) throw nb::python_error();
  held.release();
  return nb::steal(made);
}

bool bit(const std::vector<std::uint8_t>& bits, std::int64_t i) {
  return (bits[std::size_t(i / 8)] >> (i % 8) & 1) != 0;
}

void set_bit(std::vector<std::uint8_t>& bits, std::int64_t i, bool value) {
  if (i % 8 == 0) bits.push_back(0);
  if (value) bits.back() |= std::uint8_t(1 << (i % 8));
}

}  // namespace

Column::Column(std::string name, Kind kind, std::vector<Column> children)
    : name_(std::move(name)), kind_(kind), children_(std::move(children)) {
  if (kind_ == Kind::kText || kind_ == Kind::kList) offsets_.push_back(0);
}

void Column::grow(bool valid) {
  set_bit(valid_, size_, valid);
  nulls_ += !valid;
  ++size_;
}

void Column::null() {
  switch (kind_) {
    case Kind::kText: offsets_.push_back(std::int64_t(bytes_.size())); break;
    case Kind::kInt: integers_.push_back(0); break;
    case Kind::kTruth: set_bit(truths_, size_, false); break;
    case Kind::kDay: days_.push_back(0); break;
    case Kind::kList: offsets_.push_back(children_[0].size()); break;
    case Kind::kStruct:
      for (Column& field : children_) field.null();
      break;
  }
  grow(false);
}

void Column::text(std::string_view value) {
  bytes_ += value;
  offsets_.push_back(std::int64_t(bytes_.size()));
  grow(true);
}

void Column::integer(std::int64_t value) {
  if (kind_ == Kind::kDay)
    days_.push_back(std::int32_t(value));
  else
    integers_.push_back(value);
  grow(true);
}

void Column::truth(bool value) {
  set_bit(truths_, size_, value);
  grow(true);
}

void Column::end_list() {
  offsets_.push_back(children_[0].size());
  grow(true);
}

void Column::end_struct() { grow(true); }

const char* Column::format() const {
  switch (kind_) {
    case Kind::kText: return "U";
    case Kind::kInt: return "l";
    case Kind::kTruth: return "b";
    case Kind::kDay: return "tdD";
    case Kind::kList: return "+L";
    case Kind::kStruct: return "+s";
  }
  return "n";
}

std::vector<const void*> Column::buffers() const {
  const void* valid = nulls_ == 0 ? nullptr : valid_.data();
  switch (kind_) {
    case Kind::kText: return {valid, offsets_.data(), bytes_.data()};
    case Kind::kInt: return {valid, integers_.data()};
    case Kind::kTruth: return {valid, truths_.data()};
    case Kind::kDay: return {valid, days_.data()};
    case Kind::kList: return {valid, offsets_.data()};
    case Kind::kStruct: return {valid};
  }
  return {};
}

nb::object Column::python(std::int64_t row) const {
  if (!bit(valid_, row)) return nb::none();
  const auto i = std::size_t(row);
  switch (kind_) {
    case Kind::kText:
      return to_python(std::string_view(bytes_).substr(std::size_t(offsets_[i]),
                                                       std::size_t(offsets_[i + 1] - offsets_[i])));
    case Kind::kInt: return nb::int_(integers_[i]);
    case Kind::kTruth: return nb::bool_(bit(truths_, row));
    case Kind::kDay: return day_to_python(days_[i]);
    case Kind::kList: {
      nb::list out;
      for (std::int64_t k = offsets_[i]; k < offsets_[i + 1]; ++k)
        out.append(children_[0].python(k));
      return out;
    }
    case Kind::kStruct: {
      nb::dict out;
      for (const Column& field : children_) out[to_python(field.name())] = field.python(row);
      return out;
    }
  }
  return nb::none();
}

Table::Table(std::vector<Column> columns) {
  auto root = std::make_shared<Column>("", Column::Kind::kStruct, std::move(columns));
  const std::int64_t rows = root->children().empty() ? 0 : root->children()[0].size();
  for (std::int64_t i = 0; i < rows; ++i) root->end_struct();
  root_ = std::move(root);
}

nb::object Table::stream() const {
  auto out = std::make_unique<ArrowArrayStream>();
  *out = {&get_schema, &get_next, &last_error, &release_stream, new Stream{root_}};
  return capsule(std::move(out), "arrow_array_stream");
}

nb::object Table::schema() const {
  auto out = std::make_unique<ArrowSchema>();
  describe(*root_, root_, out.get());
  return capsule(std::move(out), "arrow_schema");
}

void bind_table(nb::module_& module) {
  nb::class_<Table>(
      module, "Table",
      "Columns in Arrow's memory format. pandas, polars, pyarrow, DuckDB ... take it as it is, "
      "without a "
      "copy: polars.DataFrame(table), pyarrow.table(table), duckdb.sql(\"from table\").")
      .def_prop_ro(
          "column_names",
          [](const Table& t) {
            nb::list out;
            for (const Column& column : t.columns()) out.append(to_python(column.name()));
            return out;
          },
          "In order.", nb::sig("def column_names(self) -> list[str]"))
      .def("__len__", &Table::rows)
      .def(
          "to_pydict",
          [](const Table& t) {
            nb::dict out;
            for (const Column& column : t.columns()) {
              nb::list values;
              for (std::int64_t i = 0; i < t.rows(); ++i) values.append(column.python(i));
              out[to_python(column.name())] = values;
            }
            return out;
          },
          "Its columns as lists.", nb::sig("def to_pydict(self) -> dict[str, list[object]]"))
      .def(
          "to_pylist",
          [](const Table& t) {
            nb::list out;
            for (std::int64_t i = 0; i < t.rows(); ++i) {
              nb::dict row;
              for (const Column& column : t.columns())
                row[to_python(column.name())] = column.python(i);
              out.append(row);
            }
            return out;
          },
          "Its rows as dicts.", nb::sig("def to_pylist(self) -> list[dict[str, object]]"))
      .def(
          "__arrow_c_stream__", [](const Table& t, nb::handle) { return t.stream(); },
          "requested_schema"_a = nb::none(),
          "Arrow PyCapsule interface: a capsule \"arrow_array_stream\".",
          nb::sig("def __arrow_c_stream__(self, requested_schema: object = None) -> object"))
      .def(
          "__arrow_c_schema__", [](const Table& t) { return t.schema(); },
          "Arrow PyCapsule interface: a capsule \"arrow_schema\".",
          nb::sig("def __arrow_c_schema__(self) -> object"))
      .def("__repr__", [](const Table& t) {
        std::string out = "<Table of " + std::to_string(t.rows()) + " rows:";
        for (const Column& column : t.columns()) out += " " + column.name();
        return out + ">";
      });
}

}  // namespace dragoman::python
