// Part of dragoman; see LICENSE.
//
// Tables that change and their frozen form, which is made when first read.

#ifndef DRAGOMAN_GRAPH_IMPL_H_
#define DRAGOMAN_GRAPH_IMPL_H_

#include <atomic>
#include <memory>
#include <mutex>

#include "dragoman/happening.h"
#include "graph/frozen.h"

namespace dragoman {

struct RelationGraph::Impl {
  Tables tables;

  // Safe from any number of reading threads: the first one freezes, the others wait.
  const Frozen& frozen() const {
    if (!ready.load(std::memory_order_acquire)) {
      const std::lock_guard lock(mutex);
      if (!ready.load(std::memory_order_relaxed)) {
        form = std::make_unique<const Frozen>(tables);
        ready.store(true, std::memory_order_release);
      }
    }
    return *form;
  }

  // Made when first asked for, in the same way.
  template <typename Make>
  const Happenings& happenings(Make make) const {
    frozen();
    const std::lock_guard lock(groups_mutex);
    if (groups == nullptr) groups = std::make_unique<const Happenings>(make());
    return *groups;
  }

  void changed() {
    ready.store(false, std::memory_order_relaxed);
    form.reset();
    groups.reset();
  }

  mutable std::atomic<bool> ready = false;
  mutable std::mutex mutex;
  mutable std::unique_ptr<const Frozen> form;
  mutable std::mutex groups_mutex;
  mutable std::unique_ptr<const Happenings> groups;
};

}  // namespace dragoman

#endif  // DRAGOMAN_GRAPH_IMPL_H_
