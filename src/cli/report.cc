// Part of dragoman; see LICENSE.
//
// An article at a glance.  Entities are grouped by what readers ask for first; in a
// relation the first role is "who", the next one that an entity fills is "whom", and what
// else is known (item, amount, office) stands behind the relation's name.

#include "cli/report.h"

#include <algorithm>
#include <cstdlib>
#include <set>

#include <fmt/format.h>

#include "base/ascii.h"
#include "cli/output.h"
#include "cli/table.h"
#include "dragoman/knowledge.h"

namespace dragoman::cli {
namespace {

constexpr std::size_t kExcerpt = 160;

std::string filler(const Document& d, Index entity, Index mention) {
  if (entity < d.entities.size()) return d.entities[entity].name;
  if (mention < d.mentions.size()) return std::string(d.slice(d.mentions[mention]));
  return {};
}

std::string filler(const Document& d, const Argument& a) {
  return a.words.empty() ? filler(d, a.entity, a.mention) : std::string(d.slice(a));
}

void append(std::string& list, std::string_view item, std::string_view separator = ", ") {
  if (item.empty()) return;
  if (!list.empty()) list += separator;
  list += item;
}

std::string also(const Entity& e) {
  std::string list;
  for (const std::string& alias : e.aliases) append(list, alias);
  return list;
}

std::string count(std::size_t n, std::string_view one) {
  return fmt::format("{} {}{}", n, one, n == 1 ? "" : "s");
}

std::string section(std::string_view title, const Table& table, std::size_t width) {
  return table.empty() ? std::string() : fmt::format("\n{}\n{}", title, table.str(width));
}

template <typename Wanted>
std::string entities(const Document& d, std::string_view title, std::size_t width,
                     bool with_kind, Wanted wanted) {
  std::vector<Column> columns = {{.title = "name", .most = 40}, {.title = "id", .most = 40}};
  if (with_kind) columns.push_back({.title = "kind"});
  columns.push_back({.title = "mentions"});
  columns.push_back({.title = "also", .most = 60});
  Table table(std::move(columns));
  for (const Entity& e : d.entities) {
    if (!wanted(e.type)) continue;
    std::vector<std::string> row = {e.name, e.id};
    if (with_kind) row.emplace_back(to_string(e.type));
    row.push_back(fmt::format("{}", e.mentions.size()));
    row.push_back(also(e));
    table.add(std::move(row));
  }
  return section(title, table, width);
}

std::string officials(const Document& d, std::size_t width) {
  const Schema& schema = d.knowledge->schema();
  const auto holds_office = schema.find("holds_office");
  std::set<std::string> listed;   // "PRIME MINISTER" is said as well
  Table table({{.title = "name", .most = 40}, {.title = "office", .most = 40},
               {.title = "of", .most = 30}, {.title = "status"}});
  for (const Relation& r : d.relations) {
    if (!holds_office || r.type != *holds_office) continue;
    std::string cells[3];
    for (const Argument& a : r.arguments) {
      const std::string& role = schema.type(r.type).roles[a.role].name;
      append(cells[role == "holder" ? 0 : role == "office" ? 1 : 2],
             filler(d, a));
    }
    const std::string row = fmt::format("{}\n{}\n{}\n{}", cells[0], cells[1], cells[2], words_of(d, r).status);
    if (listed.insert(ascii_lowered(row)).second) table.add({cells[0], cells[1], cells[2], words_of(d, r).status});
  }
  return section("Officials", table, width);
}

std::string relations(const Document& d, std::size_t width) {
  Table table({{.title = "who"}, {.title = "relation"}, {.title = "whom"}, {.title = "status"},
               {.title = "said by"}, {.title = "when"}, {.title = "evidence", .below = true}});
  for (const Relation& r : d.relations) {
    RelationWords w = words_of(d, r);
    table.add({std::move(w.who), std::move(w.relation), std::move(w.whom), std::move(w.status),
               std::move(w.said_by), std::move(w.when), excerpt(d, r, kExcerpt)});
  }
  return section("Relations", table, width);
}

}  // namespace

RelationWords words_of(const Document& d, const Relation& r) {
  const RelationType& type = d.knowledge->schema().type(r.type);
  RelationWords w;
  std::string more;
  std::size_t whom = type.roles.size();
  for (const Argument& a : r.arguments) {
    const std::string name = filler(d, a);
    if (a.role == 0) {
      append(w.who, name);
    } else if (a.entity != kNone && (whom == type.roles.size() || whom == a.role)) {
      whom = a.role;
      append(w.whom, name);
    } else {
      // "missiles" needs no role before it; a further party does.
      append(more, a.entity == kNone ? name : fmt::format("{} {}", type.roles[a.role].name, name),
             "; ");
    }
  }
  if (w.who.empty()) w.who.assign(1, '-');
  if (w.whom.empty()) w.whom.assign(1, '-');
  w.relation = more.empty() ? type.name : fmt::format("{}: {}", type.name, more);
  w.status = to_string(r.status);
  if (r.polarity == Polarity::kDenied) w.status += " (denied)";
  if (r.said_by) {
    w.said_by = filler(d, r.said_by->entity, r.said_by->mention);
    if (r.said_by->hearsay) w.said_by = w.said_by.empty() ? "(hearsay)" : w.said_by + " (hearsay)";
  }
  if (r.when) w.when = to_string(r.when->value);
  return w;
}

std::string excerpt(const Document& d, const Relation& r, std::size_t columns) {
  const std::string_view text = d.text.view();
  Span shown = r.evidence;
  if (shown.size() > columns) {
    // As much before the trigger as after it, then out to spaces.
    const std::uint32_t room = std::uint32_t(columns) - std::min<std::uint32_t>(
        std::uint32_t(columns), r.trigger.size());
    const std::uint32_t before = std::min(room / 2, r.trigger.start - shown.start);
    shown.start = r.trigger.start - before;
    shown.end = std::min<std::uint32_t>(r.evidence.end, shown.start + std::uint32_t(columns));
    if (r.evidence.end - shown.start < columns) {
      shown.start = r.evidence.end - std::uint32_t(columns);
    }
    const auto inside = [&](std::uint32_t at) {
      return at > r.evidence.start && at < r.evidence.end && text[at - 1] != ' ' && text[at] != ' ';
    };
    while (inside(shown.start) && shown.start < r.trigger.start) ++shown.start;
    while (inside(shown.end) && shown.end > r.trigger.end) --shown.end;
  }
  return fmt::format("{}{}{}", shown.start > r.evidence.start ? "... " : "",
                     printable(d.slice(shown)), shown.end < r.evidence.end ? " ..." : "");
}

std::string report(const Document& d, std::size_t width) {
  std::string out = printable(d.info.id);
  if (d.info.date) out += ", " + to_string(*d.info.date);
  if (!d.info.outlet.empty()) out += ", " + printable(d.info.outlet);
  out += fmt::format("\n{}, {}, {}, {}\n", count(d.sentences().size(), "sentence"),
                     count(d.mentions.size(), "mention"),
                     fmt::format("{} {}", d.entities.size(),
                                 d.entities.size() == 1 ? "entity" : "entities"),
                     count(d.relations.size(), "relation"));
  if (const std::string loss = to_string(d.text.loss()); !loss.empty()) out += loss + "\n";
  const auto is = [](MentionType wanted) {
    return [wanted](MentionType type) { return is_a(type, wanted); };
  };
  out += entities(d, "People", width, false, is(MentionType::kPerson));
  out += entities(d, "States", width, false, is(MentionType::kState));
  out += officials(d, width);
  out += entities(d, "Organisations", width, true, is(MentionType::kOrganisation));
  out += entities(d, "Places and events", width, true, [](MentionType type) {
    return type == MentionType::kCity || type == MentionType::kPlace ||
           type == MentionType::kEvent;
  });
  out += relations(d, width);
  return out;
}

}  // namespace dragoman::cli
