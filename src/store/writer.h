// Part of dragoman; see LICENSE.
//
// Puts documents into the tables and takes them out.  What a document says is written at once;
// votes and numbers of reports are gathered and written by finish(), once for each entity and
// relation that the batch touched, so that an entity of every document costs no more than
// another.

#ifndef DRAGOMAN_STORE_WRITER_H_
#define DRAGOMAN_STORE_WRITER_H_

#include <map>
#include <string>
#include <tuple>
#include <unordered_map>

#include "dragoman/store.h"
#include "store/sqlite.h"

namespace dragoman::store_impl {

using Key = std::int64_t;

// All that a document says, as bytes; equal for equal facts only.
std::string bytes_of(const DocumentFacts& facts);

class Writer {
 public:
  explicit Writer(sqlite3* db);

  // Call first in a transaction: forgets what other programs may have changed.
  void begin();
  // Facts that make_ready() has passed; hash: of bytes_of().
  Key add(const DocumentFacts& facts, std::string_view hash);
  // What is known of it beside its facts.
  void describe(Key document, const StoreRecord& record);
  void remove(Key document);
  void add_error(const StoreError& error);
  // Call last, before the commit.
  void finish();
  // Call after a rollback.
  void forget();

 private:
  void add_entities(Key document, const DocumentFacts& facts);
  void add_reports(Key document, const DocumentFacts& facts);
  void count_votes(Key document, int vote);
  Key entity(const std::string& id);
  Key relation(const DocumentFacts::Edge& edge);
  Key rule(const std::string& name);
  bool leads(Key entity, std::string_view field, std::string_view value);
  void elect(Key entity);

  sqlite3* db_;
  std::int64_t seen_version_ = -1;

  // What is known of the file.
  std::unordered_map<std::string, Key> entities_;
  std::unordered_map<std::string, Key> relations_;   // by signature
  std::unordered_map<std::string, Key> rules_;

  // What the transaction has changed and not yet written.
  std::map<std::tuple<Key, std::string, std::string>, int> votes_;   // entity, field, value
  std::map<Key, std::int64_t> reports_;                              // by relation

  // The entity that leads() looked at last, and who leads there.
  Key leader_ = 0;
  std::string leads_[3];

  Statement data_version_;
  Statement describe_, insert_error_, drop_error_;
  Statement insert_document_, insert_entity_, find_entity_, insert_name_, insert_alias_;
  Statement insert_relation_, find_relation_, insert_argument_, insert_sentence_, index_sentence_, insert_report_;
  Statement find_rule_, insert_rule_;
  Statement names_of_, aliases_of_, reports_of_, ends_of_;
  Statement delete_names_, delete_aliases_, delete_reports_, unindex_sentences_, delete_sentences_, delete_document_;
  Statement change_vote_, drop_votes_, change_reports_, left_reports_, drop_relation_, drop_arguments_;
  Statement name_of_, type_of_, state_of_, leader_of_, elect_, leads_somewhere_, drop_entity_;
};

}  // namespace dragoman::store_impl

#endif  // DRAGOMAN_STORE_WRITER_H_
