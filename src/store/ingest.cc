// Part of dragoman; see LICENSE.
//
// The calling thread reads and writes, a pool of others decodes and analyses, a group of articles at a
// time.  Articles under way stand in a queue in their order; the front one is waited for and put into the
// batch.  So the store sees the articles in the order of the files, whatever the number of threads, and
// memory holds the queue alone.

#include "dragoman/ingest.h"

#include <algorithm>
#include <cstring>
#include <deque>
#include <future>
#include <thread>
#include <unordered_map>

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <fmt/format.h>

#include "base/hash128.h"

namespace dragoman {
namespace {

constexpr std::size_t kMostBytesUnderWay = std::size_t{128} << 20;
constexpr std::size_t kMostErrorsShown = 1000;

// What makes an article the same as one that is done.  A line of JSON Lines may move, from file to file as
// well; any other article is known by its place.
std::string input_hash(const RawArticle& raw, const ArticleOptions& options) {
  std::string all;
  const auto add = [&all](std::string_view part) {
    all += std::to_string(part.size()) + ":";
    all += part;
  };
  add(raw.format == ArticleFormat::kJsonLines ? "" : raw.place);
  add(std::to_string(int(raw.format)));
  add(options.encoding);
  add(options.date ? to_string(*options.date) : "");
  add(options.outlet);
  return hash128(all + hash128(raw.bytes));
}

struct Analysed {
  StoreRecord record;
  std::string loss;
  std::optional<Error> error;
};

// Articles that one task reads, and that go through the pipeline together.
constexpr std::size_t kGroupArticles = 64;   // or Pipeline::kBatchBytes

struct Given {
  RawArticle raw;
  std::string input;      // input_hash()
};

std::vector<Analysed> analyse(const Pipeline& pipeline, std::vector<Given> given, const ArticleOptions& options) {
  std::vector<Analysed> out(given.size());
  std::vector<Article> articles;
  for (std::size_t i = 0; i < given.size(); ++i) {
    StoreRecord& record = out[i].record;
    record.read_from = given[i].raw.place;
    record.input = std::move(given[i].input);
    Result<Article> article = read_article(std::move(given[i].raw), options);
    if (!article.ok()) {
      out[i].error = article.error();
      continue;
    }
    record.title = std::move(article->title);
    record.language = std::move(article->language);
    out[i].loss = to_string(article->text.loss());
    articles.push_back(*std::move(article));
  }
  std::size_t read = 0;
  const std::vector<Document> documents = pipeline.analyze_batch(articles);
  for (Analysed& one : out) {
    if (!one.error) one.record.facts = facts_of(documents[read++]);
  }
  return out;
}

class Ingest {
 public:
  Ingest(const Pipeline& pipeline, ArticleReader& articles, Store& store, const IngestOptions& options)
      : pipeline_(pipeline), articles_(articles), store_(store), options_(options),
        threads_(options.threads != 0 ? options.threads : std::max(1u, std::thread::hardware_concurrency())),
        pool_(threads_) {}

  ~Ingest() {
    pool_.stop();
    pool_.join();
  }

  Result<IngestReport> run() {
    bool reading = true;
    while (reading || !under_way_.empty()) {
      while (reading && room()) {
        std::optional<RawArticle> raw = articles_.next();
        if (!raw) {
          reading = false;
        } else if (Status begun = begin(*std::move(raw)); !begun.ok()) {
          return begun.error();
        }
      }
      if (under_way_.empty()) break;
      if (!reading || under_way_.front().group == group_) post();
      take(under_way_.front());
      under_way_.pop_front();
      if (documents_.size() + errors_.size() >= std::max<std::size_t>(options_.batch, 1)) {
        if (Status written = write(); !written.ok()) return written.error();
      }
      if (options_.progress && !options_.progress(progress())) break;
    }
    if (Status written = write(); !written.ok()) return written.error();
    return std::move(report_);
  }

 private:
  struct Group {
    std::future<std::vector<Analysed>> result;
    std::vector<Analysed> done;      // what it gave
  };
  struct UnderWay {
    std::shared_ptr<Group> group;    // none: skipped
    std::size_t at = 0;              // its place in the group
    std::string place, skipped_id, input;
    std::size_t bytes = 0;
  };

  // Enough for the threads to go on while a batch is written.
  bool room() const {
    return under_way_.size() < std::max<std::size_t>(4 * kGroupArticles * threads_, options_.batch) &&
           (bytes_under_way_ < kMostBytesUnderWay || under_way_.empty());
  }

  Status begin(RawArticle raw) {
    UnderWay& next = under_way_.emplace_back();
    next.place = raw.place;
    next.bytes = raw.bytes.size();
    bytes_under_way_ += next.bytes;
    if (!raw.error) {
      next.input = input_hash(raw, articles_.options());
      if (!options_.again) {
        Result<std::optional<std::string>> known = store_.find_input(next.input);
        if (!known.ok()) return known.error();
        if (*known) {
          next.skipped_id = **known;
          return Done{};
        }
      }
    }
    if (!group_) group_ = std::make_shared<Group>();
    next.group = group_;
    next.at = given_.size();
    given_bytes_ += next.bytes;
    given_.push_back({std::move(raw), next.input});
    if (given_.size() >= kGroupArticles || given_bytes_ >= Pipeline::kBatchBytes) post();
    return Done{};
  }

  // Hands the articles that wait for a task to one.
  void post() {
    if (given_.empty()) return;
    // A shared pointer because asio copies its handlers.
    const auto task = std::make_shared<std::packaged_task<std::vector<Analysed>()>>(
        [this, given = std::move(given_)]() mutable { return analyse(pipeline_, std::move(given), articles_.options()); });
    given_.clear();
    given_bytes_ = 0;
    group_->result = task->get_future();
    group_.reset();
    boost::asio::post(pool_, [task] { (*task)(); });
  }

  // The front article, into the batch.
  void take(UnderWay& front) {
    bytes_under_way_ -= front.bytes;
    if (!front.group) {
      input_before(front.skipped_id, front.input);
      ++report_.skipped;
      return;
    }
    if (front.group->result.valid()) front.group->done = front.group->result.get();
    Analysed done = std::move(front.group->done[front.at]);
    if (done.error) return fail(done.record.read_from, *done.error);
    const std::string& id = done.record.facts.document.id;
    const auto before = input_before(id, done.record.input);
    if (!before) {
      if (!done.loss.empty()) lose(front.place, std::move(done.loss));
      documents_.push_back(std::move(done.record));
    } else if (*before == short_hash(done.record.input)) {
      ++report_.skipped;
    } else {
      fail(front.place, Error(ErrorCode::kBadData, fmt::format("{}: a second article with the id \"{}\" in this run",
                                                               front.place, id)));
    }
  }

  static std::uint64_t short_hash(std::string_view hash) {
    std::uint64_t value = 0;
    std::memcpy(&value, hash.data(), std::min(hash.size(), sizeof value));
    return value;
  }

  // What was read under that id earlier in this run; nothing for the first one.
  std::optional<std::uint64_t> input_before(const std::string& id, const std::string& input) {
    const auto [at, fresh] = seen_.try_emplace(short_hash(hash128(id)), short_hash(input));
    return fresh ? std::nullopt : std::optional(at->second);
  }

  void fail(const std::string& place, const Error& error) {
    errors_.push_back({place, error.message()});
    ++report_.error_count;
    if (report_.errors.size() < kMostErrorsShown) report_.errors.push_back({place, error.message(), error.code()});
  }

  void lose(const std::string& place, std::string what) {
    ++report_.loss_count;
    if (report_.losses.size() < kMostErrorsShown) report_.losses.push_back({place, std::move(what)});
  }

  Status write() {
    if (documents_.empty() && errors_.empty()) return Done{};
    const Result<StoreChange> put = store_.put(documents_, errors_);
    if (!put.ok()) return put.error();
    report_.change.added += put->added;
    report_.change.replaced += put->replaced;
    report_.change.unchanged += put->unchanged;
    documents_.clear();
    errors_.clear();
    return Done{};
  }

  IngestProgress progress() const {
    const StoreChange& c = report_.change;
    return {.documents = c.added + c.replaced + c.unchanged + report_.skipped + documents_.size(),
            .skipped = report_.skipped, .errors = report_.error_count, .bytes_read = articles_.bytes_read(),
            .bytes_total = articles_.bytes_total()};
  }

  const Pipeline& pipeline_;
  ArticleReader& articles_;
  Store& store_;
  const IngestOptions& options_;
  const unsigned threads_;
  boost::asio::thread_pool pool_;

  std::deque<UnderWay> under_way_;
  std::size_t bytes_under_way_ = 0;
  std::shared_ptr<Group> group_;               // of the articles that wait for a task
  std::vector<Given> given_;
  std::size_t given_bytes_ = 0;
  std::unordered_map<std::uint64_t, std::uint64_t> seen_;   // hash of the id -> of the input
  std::vector<StoreRecord> documents_;
  std::vector<StoreError> errors_;
  IngestReport report_;
};

}  // namespace

Result<IngestReport> ingest(const Pipeline& pipeline, ArticleReader& articles, Store& store,
                            const IngestOptions& options) {
  return Ingest(pipeline, articles, store, options).run();
}

}  // namespace dragoman
