// Part of dragoman; see LICENSE.

#include "dragoman/gazetteer.h"
#include "mention/jsonl_table.h"
#include "mention/offices.h"
#include "mention/titles.h"
#include "targets.h"

namespace dragoman::fuzz {
namespace {

const std::string kHead = "name\ttype\tid\tkind\tguard\tfrom\tto\tmore\n";
const std::string kBase = kHead +
                          "South Korea\tSTATE\tKOR\tpreferred\t-\t-\t-\t-\n"
                          "Korea\tSTATE\tKOR\tshort\t-\t-\t-\t-\n"
                          "Kim Jong Un\tPERSON\tperson:kim-jong-un\tpreferred\t-\t-\t-\tstate=KOR;order=family-first;family=Kim\n"
                          "Seoul\tCITY\tcity:kor-seoul\tpreferred\tcontext\t-\t-\tstate=KOR;capital=1;population=9000000\n";

void check_names(const Result<Gazetteer>& names) {
  if (!names.ok()) {
    check_error(names.error());
    check(names.error().message().starts_with("t."), "a bad row says where", names.error().message());
    return;
  }
  for (Index i = 0; i < names->record_count(); ++i) {
    const Record record = names->record(i);
    check(names->record_of(record.id) == i, "an id leads to its record", record.id);
    check(record.state == kNone || record.state < names->record_count(), "a state is there", record.id);
    check(record.actor == kNone || record.actor < names->record_count(), "an actor is there", record.id);
    for (const NameEntry& entry : names->names_of(i)) {
      check(entry.record == i && !names->name(entry).empty(), "a record has its names", record.id);
      check(entry.origin < names->origin_count() && names->origin(entry.origin).line > 0, "a name has a place", record.id);
    }
  }
  const Text text = *Text::from_utf8("Kim Jong-un left Seoul for the U.S. and Korea.");
  const std::vector<Token> tokens = tokenize(text).tokens;
  std::vector<GazetteerMatch> found;
  names->find(tokens, 0, Index(tokens.size()), found);
}

}  // namespace

void tables(std::string_view input) {
  const std::string content(input);
  check_names(Gazetteer::parse({{"t.tsv", content}}));
  check_names(Gazetteer::parse({{"t.tsv", kHead + content}}));
  check_names(Gazetteer::parse({{"base.tsv", kBase}, {"t.tsv", content}}));
  check_names(Gazetteer::parse({{"base.tsv", kBase}, {"t.jsonl", content}}));
  static const Gazetteer base = *Gazetteer::parse({{"base.tsv", kBase}});
  if (const auto offices = Offices::parse("t.tsv", content, base); !offices.ok()) check_error(offices.error());
  if (const auto titles = Titles::parse("t.tsv", content); !titles.ok()) check_error(titles.error());
}

}  // namespace dragoman::fuzz
