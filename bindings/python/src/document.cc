// Part of dragoman; see LICENSE.
//
// dragoman.Document and what it holds.  Every field has the name that it has in C++ and in JSON.

#include <array>
#include <functional>

#include "dragoman/export.h"
#include "items.h"

namespace dragoman::python {
namespace {

// ---- Small things that several classes say.

std::string place(const Analysis& of, Span span) {
  return std::to_string(of.code_point(span.start)) + ":" + std::to_string(of.code_point(span.end));
}

std::string text_repr(const Analysis& of, Span span) {
  constexpr std::size_t kShown = 60;
  const std::string_view all = of.document().slice(span);
  if (all.size() <= kShown) return in_quotes(all);
  const Positions at(all);
  return in_quotes(all.substr(0, at.byte_of_code_point(at.code_point(kShown)))) + "...";
}

// Owns its words: those of a dragoman::Origin live as long as the knowledge only.
struct OwnOrigin {
  std::string file;
  std::uint32_t line = 0;
  std::string rule;
};

nb::object because(const Analysis& of, OriginId id) {
  if (id == kNoOrigin) return nb::none();
  const Origin origin = of.document().knowledge->origin(id);
  return nb::cast(OwnOrigin{std::string(origin.file), origin.line, std::string(origin.name)});
}

nb::object mention_or_none(const Shared& of, Index index) {
  if (index >= of->document().mentions.size()) return nb::none();
  return nb::cast(MentionView{of, index});
}

nb::object entity_or_none(const Shared& of, Index index) {
  if (index >= of->document().entities.size()) return nb::none();
  return nb::cast(EntityView{of, index});
}

// start, end, text, ==, hash: of every view.  span_of: V -> Span.
template <typename V, typename SpanOf>
void bind_span(nb::class_<V>& bound, SpanOf span_of) {
  bound
      .def_prop_ro(
          "start", [=](const V& v) { return v.of->code_point(span_of(v).start); },
          "Where it begins in the document's text, in code points.")
      .def_prop_ro(
          "end", [=](const V& v) { return v.of->code_point(span_of(v).end); },
          "Where it ends, exclusive, in code points.")
      .def_prop_ro(
          "text", [=](const V& v) { return v.of->slice(span_of(v)); },
          "The words themselves: document.text[start:end].")
      .def("__str__", [=](const V& v) { return v.of->slice(span_of(v)); });
}

template <typename V>
void bind_equality(nb::class_<V>& bound) {
  bound
      .def(
          "__eq__", [](const V& a, const V& b) { return a == b; }, nb::is_operator(),
          nb::sig("def __eq__(self, other: object, /) -> bool"))
      .def("__hash__",
           [](const V& v) { return std::hash<const void*>()(v.of.get()) * 31 + v.index; });
}

// ---- Tokens and sentences.

const Token& token(const TokenView& v) { return v.document().tokens.tokens[v.index]; }
const Sentence& sentence(const SentenceView& v) { return v.document().sentences()[v.index]; }

std::string_view kind_name(TokenKind kind) {
  constexpr std::array<std::string_view, 4> kNames = {"word", "number", "punctuation", "symbol"};
  return kNames[std::size_t(kind)];
}

void bind_token(nb::module_& module) {
  nb::class_<TokenView> bound(
      module, "Token",
      "One token: a word, number, punctuation mark or symbol. \"U.S.\" is one, "
      "\"Kim's\" two (Kim + 's).");
  bind_span(bound, [](const TokenView& v) { return token(v).span(); });
  bind_equality(bound);
  bound
      .def_prop_ro(
          "kind", [](const TokenView& v) { return to_python(kind_name(token(v).kind)); },
          "\"word\", \"number\", \"punctuation\" or \"symbol\".")
      .def_prop_ro(
          "folded",
          [](const TokenView& v) { return to_python(fold(v.document().slice(token(v).span()))); },
          "As names are compared: case, accents and the stops of \"U.S.\" removed.")
      .def_prop_ro(
          "space_before", [](const TokenView& v) { return token(v).has(kSpaceBefore); },
          "Does white space or a line break stand before it?")
      .def_prop_ro(
          "is_capitalised", [](const TokenView& v) { return token(v).has(kInitialCapital); },
          "Is its first letter upper or title case?")
      .def("__repr__", [](const TokenView& v) {
        return "<Token " + in_quotes(v.document().slice(token(v).span())) + " " +
               place(*v.of, token(v).span()) + ">";
      });
}

template <typename V, typename Of>
Items<V> in_sentence(const SentenceView& v, const std::vector<Of>& all) {
  std::vector<Index> picked;
  for (Index i = 0; i < all.size(); ++i) {
    if (all[i].sentence == v.index) picked.push_back(i);
  }
  return Items<V>::some(v.of, std::move(picked));
}

void bind_sentence(nb::module_& module) {
  nb::class_<SentenceView> bound(module, "Sentence", "One sentence, or one heading or other line.");
  bind_span(bound, [](const SentenceView& v) { return sentence(v).span; });
  bind_equality(bound);
  bound
      .def_prop_ro(
          "tokens",
          [](const SentenceView& v) {
            const Sentence& s = sentence(v);
            return Items<TokenView>::run(v.of, s.last - s.first, s.first);
          },
          "Its tokens.")
      .def_prop_ro(
          "ents",
          [](const SentenceView& v) { return in_sentence<MentionView>(v, v.document().mentions); },
          "The mentions in it.")
      .def_prop_ro(
          "relations",
          [](const SentenceView& v) {
            return in_sentence<RelationView>(v, v.document().relations);
          },
          "The relations that it states.")
      .def_prop_ro(
          "prose", [](const SentenceView& v) { return sentence(v).prose; },
          "False for menus, tag lists and the like, where no mentions are looked for.")
      .def_prop_ro(
          "caps", [](const SentenceView& v) { return sentence(v).caps; },
          "Written in capitals throughout?")
      .def("__repr__", [](const SentenceView& v) {
        return "<Sentence " + text_repr(*v.of, sentence(v).span) + " " +
               place(*v.of, sentence(v).span) + ">";
      });
}

// ---- Mentions.

const Mention& mention(const MentionView& v) { return v.document().mentions[v.index]; }

std::string_view form_name(MentionForm form) {
  constexpr std::array<std::string_view, 3> kNames = {"named", "nominal", "pronominal"};
  return kNames[std::size_t(form)];
}

nb::object value(const MentionView& v) {
  const Mention& m = mention(v);
  if (m.value == kNone) return nb::none();
  if (m.type == MentionType::kDate) {
    return m.value < v.document().dates.size()
               ? nb::object(to_python(to_string(v.document().dates[m.value])))
               : nb::none();
  }
  return m.value < v.document().amounts.size() ? nb::cast(v.document().amounts[m.value])
                                               : nb::none();
}

std::string mention_repr(const MentionView& v) {
  const Mention& m = mention(v);
  std::string out = "<Mention " + std::string(to_string(m.type)) + " " + text_repr(*v.of, m.span);
  if (m.entity < v.document().entities.size()) out += " = " + v.document().entities[m.entity].id;
  return out + " " + place(*v.of, m.span) + ">";
}

void bind_mention(nb::module_& module) {
  nb::class_<MentionView> bound(
      module, "Mention",
      "A place in the text where something is named, described or pointed at. "
      "Mentions may nest, but never cross.");
  bind_span(bound, [](const MentionView& v) { return mention(v).span; });
  bind_equality(bound);
  bound
      .def_prop_ro(
          "type", [](const MentionView& v) { return to_python(to_string(mention(v).type)); },
          "\"PERSON\", \"STATE\" ...: a type of data/schema/types.yaml.")
      .def_prop_ro(
          "form", [](const MentionView& v) { return to_python(form_name(mention(v).form)); },
          "\"named\", \"nominal\" (the minister) or \"pronominal\" (he).")
      .def_prop_ro(
          "entity", [](const MentionView& v) { return entity_or_none(v.of, mention(v).entity); },
          "What it names; None for dates, amounts and what could not be told.",
          nb::sig("def entity(self) -> Entity | None"))
      .def_prop_ro(
          "sentence",
          [](const MentionView& v) {
            return SentenceView{v.of, mention(v).sentence};
          },
          "The sentence it stands in.")
      .def_prop_ro("value", &value,
                   "Of a DATE its days (\"2023-09-05\", \"2023-07\", \"2022-02-24/..\"), of MONEY "
                   "and QUANTITY an "
                   "Amount, else None.",
                   nb::sig("def value(self) -> str | Amount | None"))
      .def_prop_ro(
          "link",
          [](const MentionView& v) {
            return mention(v).link_why == Why::kNotSaid
                       ? nb::none()
                       : nb::object(to_python(to_string(mention(v).link_why)));
          },
          "Why it is that entity, in words.", nb::sig("def link(self) -> str | None"))
      .def_prop_ro(
          "because", [](const MentionView& v) { return because(*v.of, mention(v).because); },
          "The rule or table row that found it.", nb::sig("def because(self) -> Origin | None"))
      .def("__repr__", &mention_repr);
}

// ---- Entities.

const Entity& entity(const EntityView& v) { return v.document().entities[v.index]; }

void bind_entity(nb::module_& module) {
  nb::class_<EntityView> bound(module, "Entity",
                               "One thing of the world, with all mentions of it in the document.");
  bind_equality(bound);
  bound
      .def_prop_ro(
          "id", [](const EntityView& v) { return to_python(entity(v).id); },
          "\"PRK\", \"person:kim-jong-un\": ISO 3166-1 alpha-3 for states, kind:slug for the rest.")
      .def_prop_ro(
          "type", [](const EntityView& v) { return to_python(to_string(entity(v).type)); },
          "\"PERSON\", \"STATE\" ...")
      .def_prop_ro(
          "name", [](const EntityView& v) { return to_python(entity(v).name); },
          "The fullest or preferred name.")
      .def_prop_ro(
          "aliases", [](const EntityView& v) { return entity(v).aliases; },
          "Other forms met in this document, in order.")
      .def_prop_ro(
          "state", [](const EntityView& v) { return to_python_or_none(entity(v).state); },
          "Alpha-3 code of the state it belongs to.", nb::sig("def state(self) -> str | None"))
      .def_prop_ro(
          "known", [](const EntityView& v) { return entity(v).record != kNone; },
          "Does it stand in dragoman's tables?")
      .def_prop_ro(
          "plural", [](const EntityView& v) { return entity(v).plural; },
          "Is it a group: \"U.S. officials\"?")
      .def_prop_ro(
          "mentions",
          [](const EntityView& v) { return Items<MentionView>::some(v.of, entity(v).mentions); },
          "Its mentions, in order.")
      .def("__str__", [](const EntityView& v) { return to_python(entity(v).name); })
      .def("__repr__", [](const EntityView& v) {
        const Entity& e = entity(v);
        const std::size_t n = e.mentions.size();
        return "<Entity " + e.id + " " + std::string(to_string(e.type)) + " " + in_quotes(e.name) +
               ", " + std::to_string(n) + (n == 1 ? " mention>" : " mentions>");
      });
}

// ---- Relations.

const Relation& relation(const RelationView& v) { return v.document().relations[v.index]; }
const RelationType& type_of(const RelationView& v) { return v.of->schema().type(relation(v).type); }
const std::string& role_name(const RelationView& v, const Argument& a) {
  return type_of(v).roles[a.role].name;
}

Span argument_span(const ArgumentView& v) {
  return v.document().mentions[v.argument().mention].span;
}

void bind_argument(nb::module_& module) {
  using V = ArgumentView;
  nb::class_<V>(module, "Argument",
                "What fills a role of a relation: an entity, or a value (a weapon, an amount).")
      .def_prop_ro(
          "role", [](const V& v) { return to_python(role_name(v.relation, v.argument())); },
          "\"supplier\" ...")
      .def_prop_ro(
          "entity", [](const V& v) { return entity_or_none(v.relation.of, v.argument().entity); },
          "None for a value.", nb::sig("def entity(self) -> Entity | None"))
      .def_prop_ro(
          "mention",
          [](const V& v) {
            return MentionView{v.relation.of, v.argument().mention};
          },
          "The words that fill the role.")
      .def_prop_ro(
          "id",
          [](const V& v) {
            const Index e = v.argument().entity;
            return e < v.document().entities.size()
                       ? nb::object(to_python(v.document().entities[e].id))
                       : nb::none();
          },
          "The entity's id; None for a value.", nb::sig("def id(self) -> str | None"))
      .def_prop_ro(
          "text", [](const V& v) { return v.relation.of->slice(argument_span(v)); },
          "The words themselves.")
      .def_prop_ro(
          "start", [](const V& v) { return v.relation.of->code_point(argument_span(v).start); },
          "Where they begin, in code points.")
      .def_prop_ro(
          "end", [](const V& v) { return v.relation.of->code_point(argument_span(v).end); },
          "Where they end, exclusive, in code points.")
      .def(
          "__eq__", [](const V& a, const V& b) { return a == b; }, nb::is_operator(),
          nb::sig("def __eq__(self, other: object, /) -> bool"))
      .def("__hash__", [](const V& v) { return std::hash<const void*>()(&v.argument()); })
      .def("__str__", [](const V& v) { return v.relation.of->slice(argument_span(v)); })
      .def("__repr__", [](const V& v) {
        std::string out = "<Argument " + role_name(v.relation, v.argument()) + "=" +
                          text_repr(*v.relation.of, argument_span(v));
        const Index e = v.argument().entity;
        if (e < v.document().entities.size()) out += " = " + v.document().entities[e].id;
        return out + ">";
      });
}

nb::list fillers(const RelationView& v, std::string_view role) {
  nb::list out;
  const std::vector<Argument>& all = relation(v).arguments;
  for (Index i = 0; i < all.size(); ++i) {
    if (role_name(v, all[i]) == role) out.append(ArgumentView{v, i});
  }
  return out;
}

nb::dict arguments(const RelationView& v) {
  nb::dict out;
  for (const Argument& a : relation(v).arguments) {
    const nb::str role = to_python(role_name(v, a));
    if (!out.contains(role)) out[role] = fillers(v, role_name(v, a));
  }
  return out;
}

nb::object first_filler(const RelationView& v, const std::string& role) {
  const nb::list all = fillers(v, role);
  return all.size() ? nb::object(all[0]) : nb::none();
}

nb::object filler(const RelationView& v, const std::string& role) {
  nb::object found = first_filler(v, role);
  if (!found.is_none()) return found;
  std::string message = type_of(v).name + " has no " + in_quotes(role) + "; filled:";
  for (const auto& [name, all] : arguments(v)) message += " " + nb::cast<std::string>(name);
  throw nb::key_error(message.c_str());
}

std::string relation_repr(const RelationView& v) {
  const Relation& r = relation(v);
  std::string out = "<Relation " + type_of(v).name + " " + std::string(to_string(r.status));
  if (r.polarity == Polarity::kDenied) out += " (denied)";
  for (const Argument& a : r.arguments) {
    out += " " + role_name(v, a) + "=" + text_repr(*v.of, a.words.empty() ? v.document().mentions[a.mention].span : a.words);
  }
  if (r.said_by && r.said_by->mention < v.document().mentions.size()) {
    out += " said_by=" + text_repr(*v.of, v.document().mentions[r.said_by->mention].span);
  }
  if (r.when) out += " when=" + to_string(r.when->value);
  return out + " " + place(*v.of, r.evidence) + ">";
}

// "evidence" and "trigger": a stretch of the text that is no mention.
struct Quote {
  Shared of;
  Span span;
  Index index = 0;
  bool operator==(const Quote& other) const { return of == other.of && span == other.span; }
};

void bind_quote(nb::module_& module) {
  nb::class_<Quote> bound(module, "Quote",
                          "A stretch of the text: the evidence or the trigger of a relation.");
  bind_span(bound, [](const Quote& q) { return q.span; });
  bound
      .def(
          "__eq__", [](const Quote& a, const Quote& b) { return a == b; }, nb::is_operator(),
          nb::sig("def __eq__(self, other: object, /) -> bool"))
      .def("__hash__",
           [](const Quote& q) { return std::hash<const void*>()(q.of.get()) * 31 + q.span.start; })
      .def("__repr__", [](const Quote& q) {
        return "<Quote " + text_repr(*q.of, q.span) + " " + place(*q.of, q.span) + ">";
      });
}

void bind_relation(nb::module_& module) {
  using V = RelationView;
  nb::class_<V> bound(
      module, "Relation",
      "One statement that a relation holds: what, between whom, said by whom, when, and whether it "
      "happened. data/schema/relations.yaml lists the types and their roles.");
  bind_equality(bound);
  bound
      .def_prop_ro(
          "type", [](const V& v) { return to_python(type_of(v).name); }, "\"arms_transfer\" ...")
      .def_prop_ro("arguments", &arguments,
                   "What fills each role that is filled, in the schema's order of roles.",
                   nb::sig("def arguments(self) -> dict[str, list[Argument]]"))
      .def("__getitem__", &filler, "The first that fills a role. KeyError if none does.",
           nb::sig("def __getitem__(self, role: str, /) -> Argument"))
      .def("get", &first_filler, "The first that fills a role; None if none does.", "role"_a,
           nb::sig("def get(self, role: str) -> Argument | None"))
      .def("__contains__",
           [](const V& v, const std::string& role) { return fillers(v, role).size() != 0; })
      .def(
          "__iter__", [](const V& v) { return nb::iter(arguments(v)); },
          nb::sig("def __iter__(self) -> collections.abc.Iterator[str]"))
      .def_prop_ro(
          "symmetric", [](const V& v) { return type_of(v).symmetric; },
          "May its first two roles be exchanged, as those of \"meet\"?")
      .def_prop_ro(
          "status", [](const V& v) { return to_python(to_string(relation(v).status)); },
          "\"happened\", \"ongoing\", \"planned\", \"potential\", \"requested\", \"offered\", "
          "\"threatened\", "
          "\"promised\", \"agreed\" or \"cancelled\".")
      .def_prop_ro(
          "polarity", [](const V& v) { return to_python(to_string(relation(v).polarity)); },
          "\"asserted\" or \"denied\".")
      .def_prop_ro(
          "said_by",
          [](const V& v) {
            return relation(v).said_by ? mention_or_none(v.of, relation(v).said_by->mention)
                                       : nb::none();
          },
          "Who says so; None for the outlet's own voice and for hearsay.",
          nb::sig("def said_by(self) -> Mention | None"))
      .def_prop_ro(
          "hearsay", [](const V& v) { return relation(v).said_by && relation(v).said_by->hearsay; },
          "\"Reportedly\": told by nobody named?")
      .def_prop_ro(
          "when",
          [](const V& v) {
            return relation(v).when ? nb::object(to_python(to_string(relation(v).when->value)))
                                    : nb::none();
          },
          "When it happened: \"2023-09-05\", \"2023-07\", \"2023\", or both ends: "
          "\"2022-02-24/..\".",
          nb::sig("def when(self) -> str | None"))
      .def_prop_ro(
          "period",
          [](const V& v) -> nb::object {
            if (!relation(v).when) return nb::none();
            const DateValue& value = relation(v).when->value;
            return nb::make_tuple(value.open_start ? nb::none() : day_to_python(value.from),
                                  value.open_end ? nb::none() : day_to_python(value.to));
          },
          "First and last day of `when`, both included; None for an open end.",
          nb::sig("def period(self) -> tuple[datetime.date | None, datetime.date | None] | None"))
      .def_prop_ro(
          "where", [](const V& v) { return mention_or_none(v.of, relation(v).where); },
          "The place, if one is told.", nb::sig("def where(self) -> Mention | None"))
      .def_prop_ro(
          "trigger",
          [](const V& v) {
            return Quote{v.of, relation(v).trigger};
          },
          "The word or words that made it.")
      .def_prop_ro(
          "evidence",
          [](const V& v) {
            return Quote{v.of, relation(v).evidence};
          },
          "The sentence that says so.")
      .def_prop_ro(
          "sentence",
          [](const V& v) {
            return SentenceView{v.of, relation(v).sentence};
          },
          "The sentence that says so, with its tokens.")
      .def_prop_ro(
          "because", [](const V& v) { return because(*v.of, relation(v).because); },
          "The frame that found it.", nb::sig("def because(self) -> Origin | None"))
      .def("__repr__", &relation_repr);
}

// ---- The document.

const Document& document(const PyDocument& d) { return d.analysis->document(); }

std::string count(std::size_t n, const char* one, const char* more) {
  return std::to_string(n) + " " + (n == 1 ? one : more);
}

std::string document_repr(const PyDocument& d) {
  constexpr std::size_t kShown = 40;
  const std::string_view text = document(d).text.view();
  const Positions at(text);
  const std::string_view head = text.substr(0, at.byte_of_code_point(kShown));
  std::string out = "<Document " + in_quotes(head) + (head.size() < text.size() ? "..." : "");
  if (document(d).info.date) out += " " + to_string(*document(d).info.date);
  return out + ": " + count(document(d).sentences().size(), "sentence", "sentences") + ", " +
         count(document(d).mentions.size(), "mention", "mentions") + ", " +
         count(document(d).entities.size(), "entity", "entities") + ", " +
         count(document(d).relations.size(), "relation", "relations") + ">";
}

std::string json(const PyDocument& d, bool pretty) {
  return to_json(document(d), {.offsets = OffsetUnit::kCodePoint, .pretty = pretty});
}

void bind_small(nb::module_& module) {
  nb::class_<OwnOrigin>(module, "Origin", "The rule, frame or table row behind a result.")
      .def_ro("file", &OwnOrigin::file, "Below the data folder, or a path.")
      .def_ro("line", &OwnOrigin::line, "Counted from 1; 0 if the file has no lines.")
      .def_ro("rule", &OwnOrigin::rule, "Its name.")
      .def("__repr__", [](const OwnOrigin& o) {
        return "<Origin " + o.rule + " " + o.file + ":" + std::to_string(o.line) + ">";
      });
  nb::class_<Amount>(module, "Amount",
                     "What a MONEY or QUANTITY stands for: \"dozens\" is 24 to 99.")
      .def_ro("low", &Amount::low, "The least it may be.")
      .def_ro("high", &Amount::high, "The most it may be.")
      .def_ro("unit", &Amount::unit,
              "ISO 4217 code, \"percent\", \"tonne\", \"shell\" ...; empty for a bare count.")
      .def("__repr__", [](const Amount& a) {
        const std::string low = nb::cast<std::string>(nb::str(nb::float_(a.low)));
        const std::string high = nb::cast<std::string>(nb::str(nb::float_(a.high)));
        return "<Amount " + low + (a.low == a.high ? "" : " to " + high) +
               (a.unit.empty() ? "" : " " + a.unit) + ">";
      });
}

}  // namespace

void bind_document(nb::module_& module) {
  bind_small(module);
  bind_token(module);
  bind_sentence(module);
  bind_entity(module);
  bind_mention(module);
  bind_quote(module);
  bind_argument(module);
  bind_relation(module);
  bind_items<TokenView>(module, "Tokens", "Token");
  bind_items<SentenceView>(module, "Sentences", "Sentence");
  bind_items<MentionView>(module, "Mentions", "Mention");
  bind_items<EntityView>(module, "Entities", "Entity");
  bind_items<RelationView>(module, "Relations", "Relation");

  using D = PyDocument;
  nb::class_<D>(module, "Document",
                "One analysed article. All offsets count code points, so text[x.start:x.end] == "
                "x.text for every token, "
                "sentence and mention.\n\nImmutable: any number of threads may read it. It pickles "
                "as its text and the "
                "place of its pipeline's data, and is analysed again where it is unpickled.")
      .def_prop_ro(
          "text", [](const D& d) { return d.text; }, "The text that was read.",
          nb::sig("def text(self) -> str"))
      .def_prop_ro(
          "id", [](const D& d) { return to_python(document(d).info.id); },
          "The caller's, or else a digest of text, date, outlet and url.")
      .def_prop_ro(
          "date", [](const D& d) { return to_python(document(d).info.date); },
          "Day of publication.", nb::sig("def date(self) -> datetime.date | None"))
      .def_prop_ro(
          "outlet", [](const D& d) { return to_python(document(d).info.outlet); },
          "Who published it.")
      .def_prop_ro(
          "url", [](const D& d) { return to_python(document(d).info.url); },
          "Where it was published.")
      .def_prop_ro(
          "sentences",
          [](const D& d) {
            return Items<SentenceView>::run(d.analysis, document(d).sentences().size());
          },
          "In order; they cover all tokens.")
      .def_prop_ro(
          "tokens",
          [](const D& d) {
            return Items<TokenView>::run(d.analysis, document(d).tokens.tokens.size());
          },
          "In order, never overlapping; white space is none.")
      .def_prop_ro(
          "ents",
          [](const D& d) {
            return Items<MentionView>::run(d.analysis, document(d).mentions.size());
          },
          "The mentions, by where they begin. They may nest.")
      .def_prop_ro(
          "entities",
          [](const D& d) {
            return Items<EntityView>::run(d.analysis, document(d).entities.size());
          },
          "The things mentioned, by first mention.")
      .def_prop_ro(
          "relations",
          [](const D& d) {
            return Items<RelationView>::run(d.analysis, document(d).relations.size());
          },
          "What is said of them, by trigger.")
      .def_prop_ro(
          "graph",
          [](const D& d) { return call_python("dragoman._graph", "graph_of", nb::cast(d)); },
          "A new Graph of this document alone.",
          nb::sig("def graph(self) -> dragoman._graph.Graph"))
      .def("to_json", &json, "pretty"_a = false,
           "As JSON, with offsets in code points; docs/cli.md lists the fields. pretty: indented "
           "for people.")
      .def(
          "to_dict", [](const D& d) { return call_python("json", "loads", json(d, false)); },
          "The same as dicts and lists.", nb::sig("def to_dict(self) -> dict[str, object]"))
      .def(
          "show", [](nb::handle self) { call_python("dragoman._notebook", "show", self); },
          "In a notebook: the text with its mentions marked, and the relations. Elsewhere: prints "
          "the relations.",
          nb::sig("def show(self) -> None"))
      .def(
          "_repr_html_",
          [](nb::handle self) { return call_python("dragoman._notebook", "document_html", self); },
          nb::sig("def _repr_html_(self) -> str"))
      .def(
          "to_spacy",
          [](nb::handle self, nb::handle vocab) {
            return call_python("dragoman.spacy", "to_spacy", self, vocab);
          },
          "vocab"_a = nb::none(),
          "As a spaCy Doc: dragoman's tokens and sentences, doc.ents (the outermost mentions), "
          "doc.spans[\"dragoman\"] "
          "(all), doc._.relations.\n\nvocab: a spacy.vocab.Vocab; None makes an English one.",
          nb::sig("def to_spacy(self, vocab: spacy.vocab.Vocab | None = None) -> spacy.tokens.Doc"))
      .def("__repr__", &document_repr)
      .def(
          "__eq__",
          [](const D& a, const D& b) {
            return a.analysis == b.analysis || json(a, false) == json(b, false);
          },
          nb::is_operator(), nb::sig("def __eq__(self, other: object, /) -> bool"))
      .def("__hash__", [](const D& d) { return std::hash<std::string>()(document(d).info.id); })
      .def(
          "__reduce__",
          [](nb::handle self) {
            const D& d = nb::cast<const D&>(self);
            return nb::make_tuple(
                nb::module_::import_("dragoman._pipeline").attr("_reread"),
                nb::make_tuple(d.pipeline, d.text, to_python(document(d).info.date),
                               document(d).info.id, document(d).info.outlet, document(d).info.url));
          },
          nb::sig("def __reduce__(self) -> tuple[object, ...]"));
}

}  // namespace dragoman::python
