// Part of dragoman; see LICENSE.
//
// Tables that change and their frozen form, which is made when first read.

#ifndef DRAGOMAN_GRAPH_IMPL_H_
#define DRAGOMAN_GRAPH_IMPL_H_

#include <atomic>
#include <memory>
#include <mutex>

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

  void changed() {
    ready.store(false, std::memory_order_relaxed);
    form.reset();
  }

  mutable std::atomic<bool> ready = false;
  mutable std::mutex mutex;
  mutable std::unique_ptr<const Frozen> form;
};

}  // namespace dragoman

#endif  // DRAGOMAN_GRAPH_IMPL_H_
