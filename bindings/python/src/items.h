// Part of dragoman; see LICENSE.
//
// Items<V>: a Python sequence of views, each made when it is asked for.

#ifndef DRAGOMAN_PYTHON_ITEMS_H_
#define DRAGOMAN_PYTHON_ITEMS_H_

#include <string>
#include <vector>

#include "analysis.h"

namespace dragoman::python {

template <typename V>
struct Items {
  Shared of;
  Index first = 0;  // a run of `size` ...
  std::size_t size = 0;
  std::vector<Index> picked;  // ... or these, if there are any

  static Items run(Shared of, std::size_t size, Index first = 0) {
    return {std::move(of), first, size, {}};
  }
  static Items some(Shared of, std::vector<Index> picked) {
    const std::size_t size = picked.size();
    return {std::move(of), 0, size, std::move(picked)};
  }
  V at(std::size_t i) const { return {of, picked.empty() ? Index(first + i) : picked[i]}; }
};

// A signature for the stub: the place it is kept outlives the module.
inline nb::sig signature(std::string text) {
  return nb::sig((new std::string(std::move(text)))->c_str());
}

// name: "Tokens"; item: "Token".
template <typename V>
void bind_items(nb::module_& module, const char* name, const std::string& item) {
  using Self = Items<V>;
  const std::string klass =
      std::string("class ") + name + "(collections.abc.Sequence[" + item + "])";
  nb::class_<Self> bound(
      module, name, signature(klass),
      ("A read-only sequence of " + item + " objects, each made when it is asked for.").c_str());
  bound.def("__len__", [](const Self& self) { return self.size; })
      .def("__bool__", [](const Self& self) { return self.size != 0; })
      .def(
          "__getitem__",
          [name](const Self& self, Py_ssize_t i) {
            if (i < 0) i += Py_ssize_t(self.size);
            if (i < 0 || i >= Py_ssize_t(self.size)) {
              throw nb::index_error(
                  (std::string(name) + " has " + std::to_string(self.size) + " items").c_str());
            }
            return self.at(std::size_t(i));
          },
          signature("def __getitem__(self, index: int, /) -> " + item))
      .def(
          "__getitem__",
          [](const Self& self, nb::slice slice) {
            const auto [start, stop, step, length] = slice.compute(self.size);
            nb::list out;
            for (std::size_t i = 0; i < length; ++i)
              out.append(self.at(std::size_t(Py_ssize_t(start) + Py_ssize_t(i) * step)));
            return out;
          },
          signature("def __getitem__(self, slice: slice, /) -> list[" + item + "]"))
      .def(
          "index",
          [](nb::handle self, nb::args args) {
            return nb::list(nb::borrow(self)).attr("index")(*args);
          },
          signature("def index(self, value: object, start: int = 0, stop: int = ...) -> int"))
      .def(
          "count",
          [](nb::handle self, nb::handle item) {
            return nb::list(nb::borrow(self)).attr("count")(item);
          },
          signature("def count(self, value: object) -> int"))
      .def("__repr__", [](const Self& self) {
        constexpr std::size_t kShown = 20;
        std::string out = "[";
        for (std::size_t i = 0; i < self.size && i < kShown; ++i) {
          if (i) out += ", ";
          out += nb::cast<std::string>(nb::repr(nb::cast(self.at(i))));
        }
        if (self.size > kShown) out += ", ... " + std::to_string(self.size - kShown) + " more";
        return out + "]";
      });
  nb::module_::import_("collections.abc").attr("Sequence").attr("register")(bound);
}

}  // namespace dragoman::python

#endif  // DRAGOMAN_PYTHON_ITEMS_H_
