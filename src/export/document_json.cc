// Part of dragoman; see LICENSE.
//
// A document as JSON.  Everything refers to entities by id and to places by offset, so
// that a reader needs no indices but those of "mentions" inside "entities".  All offsets
// go through one converter (Offsets): asking for another unit changes nothing else.

#include "export/document_json.h"

#include <string>
#include <vector>

namespace dragoman {
namespace {

using Json = nlohmann::ordered_json;

class Offsets {
 public:
  Offsets(std::string_view text, OffsetUnit unit) : positions_(text), unit_(unit) {}

  std::size_t at(std::size_t byte) const {
    switch (unit_) {
      case OffsetUnit::kByte: break;
      case OffsetUnit::kCodePoint: return positions_.code_point(byte);
      case OffsetUnit::kUtf16: return positions_.utf16(byte);
    }
    return byte;
  }

 private:
  Positions positions_;
  OffsetUnit unit_;
};

std::string_view form_name(MentionForm form) {
  switch (form) {
    case MentionForm::kNamed: return "named";
    case MentionForm::kNominal: return "nominal";
    case MentionForm::kPronominal: return "pronominal";
  }
  return "";
}

class Writer {
 public:
  Writer(const Document& document, const DocumentNames& names, const DocumentJsonOptions& options)
      : d_(document), names_(names), offsets_(document.text.view(), options.offsets),
        options_(options) {}

  Json document() const {
    Json out;
    out["document"] = head();
    out["mentions"] = Json::array();
    for (const Mention& m : d_.mentions) out["mentions"].push_back(mention(m));
    out["entities"] = Json::array();
    for (const Entity& e : d_.entities) out["entities"].push_back(entity(e));
    out["relations"] = Json::array();
    if (names_.schema != nullptr) {
      for (const Relation& r : d_.relations) out["relations"].push_back(relation(r));
    }
    out["events"] = Json::array();
    for (const Event& e : d_.events) out["events"].push_back(event(e));
    if (options_.rejected) {
      out["rejected"] = Json::array();
      for (const Rejected& r : d_.rejected) out["rejected"].push_back(rejected(r));
    }
    return out;
  }

 private:
  Json head() const {
    const LossReport& loss = d_.text.loss();
    Json out;
    out["id"] = d_.info.id;
    out["date"] = d_.info.date ? Json(to_string(*d_.info.date)) : Json();
    out["outlet"] = d_.info.outlet;
    out["url"] = d_.info.url;
    out["offsets"] = to_string(options_.offsets);
    out["length"] = offsets_.at(d_.text.size());
    out["sentences"] = d_.sentences().size();
    out["loss"] = {{"encoding", loss.encoding},
                   {"replaced_bytes", loss.replaced_bytes},
                   {"replacements", loss.replacements},
                   {"first_replaced_at", loss.replaced_bytes ? Json(loss.first_replaced_at) : Json()},
                   {"nul_bytes", loss.nul_bytes},
                   {"byte_order_mark", loss.byte_order_mark},
                   {"unread_lines", loss.unread_lines},
                   {"unread_bytes", loss.unread_bytes},
                   {"left_out_bytes", loss.left_out_bytes}};
    return out;
  }

  Json span(Span s) const { return {{"start", offsets_.at(s.start)}, {"end", offsets_.at(s.end)}}; }

  Json quote(Span s) const {
    Json out = span(s);
    out["text"] = d_.slice(s);
    return out;
  }

  Json because(OriginId id) const {
    if (id == kNoOrigin || !names_.origin) return nullptr;
    const Origin origin = names_.origin(id);
    return {{"rule", origin.name}, {"file", origin.file}, {"line", origin.line}};
  }

  Json entity_id(Index entity) const {
    return entity < d_.entities.size() ? Json(d_.entities[entity].id) : Json();
  }

  // The id of the entity, or the words themselves for a value.
  Json entity_or_text(Index entity, Index mention) const {
    if (entity < d_.entities.size()) return d_.entities[entity].id;
    if (mention < d_.mentions.size()) return d_.slice(d_.mentions[mention]);
    return nullptr;
  }

  Json mention(const Mention& m) const {
    Json out = quote(m.span);
    out["type"] = to_string(m.type);
    out["form"] = form_name(m.form);
    out["entity"] = entity_id(m.entity);
    out["sentence"] = m.sentence;
    if (m.value != kNone) value(m, out);
    out["because"] = because(m.because);
    if (m.link_why != Why::kNotSaid) out["link"] = to_string(m.link_why);
    return out;
  }

  void value(const Mention& m, Json& out) const {
    if (m.type == MentionType::kDate) {
      if (m.value >= d_.dates.size()) return;
      out["value"] = to_string(d_.dates[m.value]);
      out["precision"] = to_string(d_.dates[m.value].precision);
    } else if (m.value < d_.amounts.size()) {
      const Amount& amount = d_.amounts[m.value];
      out["value"] = {{"low", amount.low}, {"high", amount.high}, {"unit", amount.unit}};
    }
  }

  Json entity(const Entity& e) const {
    Json out;
    out["id"] = e.id;
    out["type"] = to_string(e.type);
    out["name"] = e.name;
    out["aliases"] = e.aliases;
    out["state"] = e.state.empty() ? Json() : Json(e.state);
    out["known"] = e.record != kNone;
    if (e.plural) out["plural"] = true;
    out["mentions"] = e.mentions;
    return out;
  }

  // A role that is filled once has its filler, one that is filled more often a list.
  Json arguments(const Relation& r, const RelationType& type) const {
    Json out = Json::object();
    for (const Argument& a : r.arguments) {
      if (a.role >= type.roles.size()) continue;
      Json& slot = out[type.roles[a.role].name];
      Json filler = a.words.empty() ? entity_or_text(a.entity, a.mention) : Json(d_.slice(a));
      if (slot.is_null()) {
        slot = std::move(filler);
      } else if (slot.is_array()) {
        slot.push_back(std::move(filler));
      } else {
        slot = Json::array({std::move(slot), std::move(filler)});
      }
    }
    return out;
  }

  Json relation(const Relation& r) const {
    const RelationType& type = names_.schema->type(r.type);
    Json out;
    out["type"] = type.name;
    out["arguments"] = arguments(r, type);
    out["symmetric"] = type.symmetric;
    out["status"] = to_string(r.status);
    out["polarity"] = to_string(r.polarity);
    out["said_by"] = r.said_by ? entity_or_text(r.said_by->entity, r.said_by->mention) : Json();
    out["hearsay"] = r.said_by && r.said_by->hearsay;
    out["when"] = r.when ? Json(to_string(r.when->value)) : Json();
    out["where"] = r.where < d_.mentions.size()
                       ? entity_or_text(d_.mentions[r.where].entity, r.where) : Json();
    out["outlet"] = d_.info.outlet;
    out["trigger"] = quote(r.trigger);
    out["evidence"] = quote(r.evidence);
    out["because"] = because(r.because);
    return out;
  }

  Json actor(const EventActor& a) const {
    return {{"entity", entity_id(a.entity)}, {"state", a.state.empty() ? Json() : Json(a.state)}, {"by_place", a.by_place}};
  }

  Json event(const Event& e) const {
    Json out;
    out["plover"] = e.code->plover;
    out["mode"] = e.code->mode.empty() ? Json() : Json(e.code->mode);
    out["cameo"] = e.code->cameo;
    out["source"] = actor(e.source);
    out["target"] = actor(e.target);
    out["symmetric"] = e.symmetric;
    out["background"] = e.background;
    out["relation"] = e.relation;
    return out;
  }

  Json rejected(const Rejected& r) const {
    Json out = quote(r.mention.span);
    out["type"] = to_string(r.mention.type);
    out["because"] = because(r.mention.because);
    out["reason"] = to_string(r.why);
    out["winner"] = r.winner.empty() ? Json() : quote(r.winner);
    return out;
  }

  const Document& d_;
  const DocumentNames& names_;
  Offsets offsets_;
  const DocumentJsonOptions& options_;
};

}  // namespace

nlohmann::ordered_json document_json(const Document& document, const DocumentNames& names,
                                     const DocumentJsonOptions& options) {
  return Writer(document, names, options).document();
}

}  // namespace dragoman
