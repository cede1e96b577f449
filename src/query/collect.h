// Part of dragoman; see LICENSE.
//
// Rows out of bindings: RETURN, DISTINCT, aggregates, ORDER BY, SKIP and LIMIT.

#ifndef DRAGOMAN_QUERY_COLLECT_H_
#define DRAGOMAN_QUERY_COLLECT_H_

#include <map>
#include <set>
#include <vector>

#include "query/evaluate.h"
#include "query/value.h"

namespace dragoman::query_impl {

struct RowLess {
  bool operator()(const QueryRow& a, const QueryRow& b) const {
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
      if (const int each = order(a[i], b[i])) return each < 0;
    }
    return a.size() < b.size();
  }
};

class Collector {
 public:
  Collector(const Query& query, const Part& part, const Evaluator& evaluator,
            std::size_t most_rows);

  // False once no more rows are needed, or too many were found.
  bool add(Bindings& bindings);
  bool full() const { return full_; }
  QueryResult result();

 private:
  // One aggregate of one group.
  struct Tally {
    std::int64_t count = 0;
    QueryValue extreme;
    std::int64_t whole = 0;               // sum of integers
    double real = 0;                      // sum of the others
    bool has_real = false;
    QueryValue::List values;
    std::set<QueryRow, RowLess> seen;     // with DISTINCT
  };
  struct Row {
    QueryRow cells;
    QueryRow keys;                        // of ORDER BY
  };

  bool add_to_group(Bindings& bindings);
  void tally(const Expr& e, Bindings& bindings, Tally& tally);
  QueryValue total(const Expr& e, const Tally& tally) const;
  void finish_groups();
  bool room();
  void weigh(const QueryRow& row);

  const Query& query_;
  const Part& part_;
  const Evaluator& evaluator_;
  const std::size_t most_rows_;
  bool full_ = false;
  std::size_t kept_values_ = 0;           // by collect and DISTINCT
  std::size_t weight_ = 0;                // elements of lists and paths in rows
  std::vector<Row> rows_;
  std::set<QueryRow, RowLess> distinct_;
  std::map<QueryRow, std::vector<Tally>, RowLess> groups_;
};

}  // namespace dragoman::query_impl

#endif  // DRAGOMAN_QUERY_COLLECT_H_
