// Part of dragoman; see LICENSE.
//
// Reads our GraphML with expat, element by element.  A document type is refused: entities
// declared in one are the way to make a small file large.  Keys are found by attr.name, so
// that a file which passed through another program under new key ids is still read.

#include <array>
#include <map>
#include <memory>
#include <string>

#include <expat.h>
#include <fmt/format.h>

#include "export/graph_formats.h"
#include "export/graph_json.h"

namespace dragoman {
namespace {

class Reader {
 public:
  explicit Reader(std::string_view name) : name_(name), parser_(XML_ParserCreate("UTF-8")) {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), &Reader::on_start, &Reader::on_end);
    XML_SetCharacterDataHandler(parser_.get(), &Reader::on_text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), &Reader::on_doctype);
  }

  Result<RelationGraph> read(std::string_view bytes) {
    constexpr std::size_t kPiece = std::size_t{1} << 24;   // expat counts in int
    do {
      const std::string_view piece = bytes.substr(0, kPiece);
      bytes.remove_prefix(piece.size());
      if (XML_Parse(parser_.get(), piece.data(), int(piece.size()), bytes.empty()) ==
          XML_STATUS_ERROR) {
        if (message_.empty()) message_ = XML_ErrorString(XML_GetErrorCode(parser_.get()));
        break;
      }
    } while (!bytes.empty());
    if (message_.empty() && !seen_version_) {
      message_ = "not a graph of dragoman: no field dragoman_graph; make one with dragoman graph "
                 "FILE --out g.graphml";
    }
    if (!message_.empty()) return error(message_);
    Result<RelationGraph> graph = builder_.graph();
    return graph.ok() ? std::move(graph) : error(graph.error().message());
  }

 private:
  using Attributes = const XML_Char**;

  static Reader& self(void* data) { return *static_cast<Reader*>(data); }

  static std::string attribute(Attributes attributes, std::string_view name) {
    for (; *attributes != nullptr; attributes += 2) {
      if (attributes[0] == name) return attributes[1];
    }
    return {};
  }

  static void on_start(void* data, const XML_Char* element, Attributes attributes) {
    Reader& r = self(data);
    const std::string_view name = element;
    if (name == "key") {
      r.keys_[attribute(attributes, "id")] = attribute(attributes, "attr.name");
    } else if (name == "node" || name == "edge") {
      r.fields_.clear();
    } else if (name == "data") {
      const auto key = r.keys_.find(attribute(attributes, "key"));
      r.field_ = key == r.keys_.end() ? std::string() : key->second;
      r.text_.clear();
      r.in_data_ = true;
    }
  }

  static void on_text(void* data, const XML_Char* text, int size) {
    Reader& r = self(data);
    if (r.in_data_) r.text_.append(text, std::size_t(size));
  }

  static void on_end(void* data, const XML_Char* element) {
    Reader& r = self(data);
    const std::string_view name = element;
    // Nothing may be thrown through expat's frames.
    try {
      if (name == "data") {
        r.in_data_ = false;
        r.end_data();
      } else if (name == "node") {
        r.check(r.builder_.add_node(r.json("id_json"), r.json("named_in_json")));
      } else if (name == "edge") {
        r.end_edge();
      }
    } catch (const std::exception& error) {
      r.fail(error.what());
    }
  }

  static void on_doctype(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    self(data).fail("a document type is not read: expected GraphML without <!DOCTYPE>");
  }

  void end_data() {
    if (field_ == "dragoman_graph") {
      seen_version_ = true;
      if (text_ != std::to_string(kGraphVersion)) {
        fail(fmt::format("version \"{}\", expected {}", text_, kGraphVersion));
      }
    } else if (field_ == "documents_json") {
      for (const Json& document : Json::parse(text_)) check(builder_.add_document(document));
    } else if (field_.ends_with("_json") || field_ == "symmetric") {
      fields_[field_] = std::move(text_);
    }
  }

  void end_edge() {
    const Json ends = json("ends_json");
    if (!ends.is_array() || ends.size() != 3) return fail("edge: expected three ends_json");
    FactsBuilder::Edge edge{ends[0], ends[1], ends[2], fields_["symmetric"] == "true",
                            json("arguments_json"), json("reports_json")};
    check(builder_.add_edge(edge));
  }

  Json json(const char* name) {
    const auto field = fields_.find(name);
    if (field != fields_.end()) return Json::parse(field->second);
    fail(fmt::format("no field \"{}\"", name));
    return {};
  }

  void check(const Status& status) {
    if (!status.ok()) fail(status.error().message());
  }

  void fail(std::string message) {
    if (message_.empty()) message_ = std::move(message);
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  Error error(const std::string& message) const {
    return Error(ErrorCode::kBadData,
                 fmt::format("{}:{}: {}", name_, XML_GetCurrentLineNumber(parser_.get()), message));
  }

  struct Free {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };

  std::string_view name_;
  std::unique_ptr<XML_ParserStruct, Free> parser_;
  std::map<std::string, std::string, std::less<>> keys_;     // id -> attr.name
  std::map<std::string, std::string, std::less<>> fields_;   // of the node or edge
  std::string field_, text_, message_;
  bool in_data_ = false;
  bool seen_version_ = false;
  FactsBuilder builder_;
};

}  // namespace

Result<RelationGraph> read_graphml(std::string_view bytes, std::string_view name) {
  return Reader(name).read(bytes);
}

}  // namespace dragoman
