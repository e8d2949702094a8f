package org.sluice.engine.lab;

import java.util.ArrayDeque;
import java.util.List;

/// The latest requests, up to a limit, and the count of all.
///
/// **Threads** any.
final class RequestLog {
  private final int limit;
  private final ArrayDeque<LabRequest> latest = new ArrayDeque<>();
  private long count;

  RequestLog(int limit) {
    this.limit = limit;
  }

  synchronized void add(LabRequest request) {
    count++;
    if (limit == 0) {
      return;
    }
    if (latest.size() == limit) {
      latest.removeFirst();
    }
    latest.addLast(request);
  }

  synchronized long count() {
    return count;
  }

  synchronized List<LabRequest> latest() {
    return List.copyOf(latest);
  }
}
