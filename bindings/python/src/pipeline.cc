// Part of dragoman; see LICENSE.
//
// The pipeline: one article, or a batch of them with the GIL released.
//
// A batch is what the threads of Pipeline.pipe() work on.  Its texts are copied to UTF-8 while the
// GIL is held, analysed while it is not, and wrapped when it is held again; so Python code runs on
// one core while the library runs on the others.

#include "pipeline.h"

#include <atomic>
#include <cstdio>
#include <utility>
#include <variant>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "analysis.h"
#include "dragoman/pipeline.h"

namespace dragoman::python {
namespace {

namespace fs = std::filesystem;

// Tells articles apart whose caller gave no id: the same article twice is one.
std::string digest(std::string_view text, const DocumentInfo& info) {
  std::string all(text);
  for (const std::string& field :
       {info.date ? to_string(*info.date) : std::string(), info.outlet, info.url}) {
    all += '\0';
    all += field;
  }
  const XXH128_hash_t hash = XXH3_128bits(all.data(), all.size());
  char out[33];
  std::snprintf(out, sizeof out, "%016llx%016llx", static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64));
  return out;
}

struct Article {
  std::string text;
  DocumentInfo info;
};

Article read(nb::handle text, nb::handle date, nb::handle id, nb::handle outlet, nb::handle url) {
  Article out{text_of(text, "text"), {}};
  out.info.date = date_of(date);
  out.info.outlet = text_of(outlet, "outlet");
  out.info.url = text_of(url, "url");
  out.info.id = id.is_none() ? digest(out.text, out.info) : text_of(id, "id");
  return out;
}

nb::object wrap(Shared analysis, nb::handle text, nb::handle pipeline) {
  return nb::cast(PyDocument{std::move(analysis), nb::borrow(text), nb::borrow(pipeline)});
}

nb::object analyze(nb::handle self, nb::handle text, nb::handle date, nb::handle id,
                   nb::handle outlet, nb::handle url) {
  const Pipeline& pipeline = nb::cast<const Pipeline&>(self);
  Article article = read(text, date, id, outlet, url);
  Shared analysis;
  {
    const nb::gil_scoped_release release;
    analysis = std::make_shared<const Analysis>(
        value_or_raise(pipeline.analyze(std::move(article.text), std::move(article.info))));
  }
  return wrap(std::move(analysis), text, self);
}

// Set from any thread: the batches that know it end after the articles under way.
struct Stop {
  std::atomic<bool> set{false};
};

using Outcome = std::variant<Article, std::string, Shared>;  // read; an error's message; done

// Of each article (text, date, id, outlet, url) a Document or the exception.
nb::list analyze_batch(nb::handle self, nb::list articles, const Stop& stop) {
  const Pipeline& pipeline = nb::cast<const Pipeline&>(self);
  std::vector<Outcome> outcomes;
  nb::list out;
  outcomes.reserve(articles.size());
  for (nb::handle item : articles) {
    out.append(nb::none());
    try {
      outcomes.emplace_back(read(item[0], item[1], item[2], item[3], item[4]));
    } catch (const DataError& error) {
      outcomes.emplace_back(std::string(error.what()));
    } catch (const nb::builtin_exception& error) {  // TypeError: nothing that could be read
      outcomes.emplace_back(std::string(error.what()));
    }
  }
  {
    const nb::gil_scoped_release release;
    constexpr std::size_t kTogether = 64;   // articles between two looks at `stop`
    std::vector<dragoman::Article> some;
    std::vector<std::size_t> places;        // of theirs in outcomes
    for (std::size_t i = 0; i < outcomes.size() && !stop.set;) {
      some.clear();
      places.clear();
      for (; i < outcomes.size() && some.size() < kTogether; ++i) {
        Article* article = std::get_if<Article>(&outcomes[i]);
        if (article == nullptr) continue;
        Result<Text> text = Text::from_utf8(std::move(article->text));
        if (text.ok()) {
          some.push_back({std::move(article->info), *std::move(text), {}, {}});
          places.push_back(i);
        } else {
          outcomes[i] = text.error().message();
        }
      }
      std::vector<Document> documents = pipeline.analyze_batch(some);
      for (std::size_t n = 0; n < places.size(); ++n) {
        outcomes[places[n]] = std::make_shared<const Analysis>(std::move(documents[n]));
      }
    }
  }
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    if (Shared* done = std::get_if<Shared>(&outcomes[i])) {
      out[i] = wrap(std::move(*done), articles[i][0], self);
    } else if (const std::string* message = std::get_if<std::string>(&outcomes[i])) {
      out[i] = nb::module_::import_("dragoman._core").attr("DataError")(*message);
    }
  }
  return out;
}

void load(Pipeline* self, const std::string& data, const std::vector<std::string>& tables,
          const std::vector<std::string>& rules, bool models) {
  KnowledgeOptions options;
  options.data = data;
  options.overlays.assign(tables.begin(), tables.end());
  options.overlays.insert(options.overlays.end(), rules.begin(), rules.end());
  options.models = models;
  const nb::gil_scoped_release release;
  new (self) Pipeline(value_or_raise(Pipeline::load(options)));
}

nb::dict relation_types(const Pipeline& pipeline) {
  nb::dict out;
  for (const RelationType& type : pipeline.knowledge()->schema().types())
    out[to_python(type.name)] = type;
  return out;
}

nb::list role_names(const RelationType& type) {
  nb::list out;
  for (const Role& role : type.roles) out.append(to_python(role.name));
  return out;
}

}  // namespace

void bind_pipeline(nb::module_& module) {
  nb::class_<RelationType>(module, "RelationType",
                           "A type of relation, as data/schema/relations.yaml defines it.")
      .def_ro("name", &RelationType::name, "\"arms_transfer\" ...")
      .def_ro("definition", &RelationType::definition, "One line.")
      .def_prop_ro("roles", &role_names, "Names of its roles, the doer first.",
                   nb::sig("def roles(self) -> list[str]"))
      .def_ro("symmetric", &RelationType::symmetric, "May its first two roles be exchanged?")
      .def("__repr__", [](const RelationType& t) {
        return "<RelationType " + t.name + ": " + t.definition + ">";
      });

  nb::class_<Stop>(module, "Stop", "Ends batches early.")
      .def(nb::init<>())
      .def(
          "set", [](Stop& stop) { stop.set = true; }, "From now on no further article is begun.");

  nb::class_<Pipeline>(
      module, "Pipeline",
      "Finds entities and relations in articles. Immutable: any number of threads may share one.",
      nb::is_weak_referenceable())
      .def("__init__", &load, "data"_a, "tables"_a, "rules"_a, "models"_a)
      .def("__call__", &analyze, "text"_a.none(), nb::kw_only(), "date"_a.none() = nb::none(),
           "id"_a.none() = nb::none(), "outlet"_a.none() = "", "url"_a.none() = "",
           nb::sig("def __call__(self, text: str, *, date: str | datetime.date | None = None, id: "
                   "str | None = None, "
                   "outlet: str = '', url: str = '') -> Document"),
           "Find entities and relations in one article.\n\n"
           "text: plain text, up to 2 GiB of UTF-8. date: the day of publication, \"2023-09-05\" "
           "or a datetime.date: what "
           "\"on Monday\" and \"the president\" refer to. id: tells documents of a graph apart; "
           "None: a digest of the "
           "article. outlet, url: who published it, where.\n\n"
           "Raises TypeError for anything but str, DataError for a lone surrogate or a date that "
           "is none. Time grows "
           "linearly with the text; the GIL is released meanwhile.")
      .def("_batch", &analyze_batch, "articles"_a, "stop"_a,
           nb::sig("def _batch(self, articles: list[tuple[object, ...]], stop: Stop) -> "
                   "list[Document | DataError | None]"),
           "Of each (text, date, id, outlet, url) a Document, the error, or None if it was not "
           "begun.")
      .def_prop_ro("relation_types", &relation_types, "All types of relations, by name.",
                   nb::sig("def relation_types(self) -> dict[str, RelationType]"));

  module.def(
      "default_data", [] { return default_knowledge().string(); },
      "The bundle or data folder that is used when none is named.");
}

}  // namespace dragoman::python
