package org.sluice.app.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// The orders for the files that are wanted, made as they are needed.
final class WantedOrders implements RunSource {
  private final WantedFiles wanted;
  private final OrderMaker maker;
  private final Deque<Order> made = new ArrayDeque<>();

  WantedOrders(WantedFiles wanted, OrderMaker maker) {
    this.wanted = wanted;
    this.maker = maker;
  }

  @Override
  public @Nullable Order next() throws IOException, InterruptedException {
    while (made.isEmpty()) {
      Wanted next = wanted.next();
      if (next == null) {
        return null;
      }
      made.addAll(maker.orders(next));
    }
    return made.poll();
  }
}
