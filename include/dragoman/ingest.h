// Part of dragoman; see LICENSE.
//
// Articles in, a store out.
//
//   ArticleReader articles({"news/"});
//   auto report = dragoman::ingest(*pipeline, articles, *store);
//   if (!report.ok()) return report.error().message();           // the store failed
//   for (const IngestError& e : report->errors) print(e.message);  // these articles did not
//
// What is done is skipped: an article whose bytes and options are those of a document in the store is
// not looked into.  So a run that was interrupted is taken up by saying the same again.

#ifndef DRAGOMAN_INGEST_H_
#define DRAGOMAN_INGEST_H_

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "dragoman/api.h"
#include "dragoman/article.h"
#include "dragoman/pipeline.h"
#include "dragoman/store.h"

namespace dragoman {

struct IngestProgress {
  std::size_t documents = 0;       // written, or known to be there
  std::size_t skipped = 0;         // of these: not looked into
  std::size_t errors = 0;
  std::uint64_t bytes_read = 0;    // of the files as they lie on the disk
  std::uint64_t bytes_total = 0;   // 0: not known
};

struct IngestOptions {
  unsigned threads = 0;            // that analyse; 0: as many as the machine has.  The store's content
                                   // does not depend on it
  std::size_t batch = 256;         // articles a transaction: more is faster, less is lost by a crash
  bool again = false;              // look into what is done, too: after a change of tables or rules
  // Called after each article, on the calling thread; false ends the run, what was read is written.
  std::function<bool(const IngestProgress&)> progress = {};
};

// An article that was not taken.  The store's table `errors` keeps it, too.
struct IngestError {
  std::string place;               // "wire.jsonl:17"
  std::string message;             // begins with the place
  ErrorCode code = ErrorCode::kBadData;
};

// An article that was taken, though not all of it was read as it came.
struct IngestLoss {
  std::string place;
  std::string what;                // to_string(LossReport)
};

struct IngestReport {
  StoreChange change;              // skipped articles are none of these
  std::size_t skipped = 0;
  std::size_t error_count = 0;
  std::vector<IngestError> errors; // the first 1000
  std::size_t loss_count = 0;      // of articles that were looked into
  std::vector<IngestLoss> losses;  // the first 1000
};

// Reads all articles, in order.  Two articles of one id in a run: the first counts, the second is an
// error, unless it is the same.  Fails where the store fails; the batches before are in it.
DRAGOMAN_EXPORT Result<IngestReport> ingest(const Pipeline& pipeline, ArticleReader& articles, Store& store,
                                            const IngestOptions& options = {});

}  // namespace dragoman

#endif  // DRAGOMAN_INGEST_H_
