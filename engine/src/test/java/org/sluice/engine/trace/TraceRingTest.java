package org.sluice.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TraceRingTest {
  private static final int CAPACITY = 1 << 10;

  private final TraceRing ring = new TraceRing(CAPACITY);

  private void publish(int count) {
    for (int i = 0; i < count; i++) {
      ring.publish(new TraceEvent.Note(ring.nextSeq(), 0, 0, -1, ""));
    }
  }

  private static List<Long> drain(TraceRing.Reader reader) {
    List<Long> seen = new ArrayList<>();
    reader.drain(event -> seen.add(event.seq()));
    return seen;
  }

  @Test
  void nothingIsLostBelowCapacity() {
    try (TraceRing.Reader reader = ring.reader()) {
      for (int round = 0; round < 5; round++) {
        publish(CAPACITY - 1);
        List<Long> seen = drain(reader);
        assertThat(seen).hasSize(CAPACITY - 1).isSorted();
        assertThat(seen.getFirst()).isEqualTo((long) round * (CAPACITY - 1));
      }
      assertThat(reader.dropped()).isZero();
    }
  }

  @Test
  void whatASlowReaderMissesIsCounted() {
    try (TraceRing.Reader reader = ring.reader()) {
      publish(3 * CAPACITY + 7);
      List<Long> seen = drain(reader);
      assertThat(seen).isSorted().endsWith(3L * CAPACITY + 6);
      assertThat(seen.size() + reader.dropped()).isEqualTo(3L * CAPACITY + 7);
    }
  }

  @Test
  void theWriterWaitsForAReaderThatMustHaveAll() throws Exception {
    int all = 20 * CAPACITY;
    try (TraceRing.Reader reader = ring.wholeReader();
        ExecutorService writer = Executors.newSingleThreadExecutor()) {
      Future<?> written = writer.submit(() -> publish(all));
      List<Long> seen = new ArrayList<>();
      while (seen.size() < all && reader.dropped() == 0) {
        seen.addAll(drain(reader));
      }
      written.get(60, TimeUnit.SECONDS);
      assertThat(reader.dropped()).isZero();
      assertThat(seen).hasSize(all).isSorted();
    }
  }

  @Test
  void theWriterDoesNotWaitForEver() {
    TraceRing hasty = new TraceRing(CAPACITY, 3);
    try (TraceRing.Reader reader = hasty.wholeReader()) {
      for (int i = 0; i < 5 * CAPACITY; i++) {
        hasty.publish(new TraceEvent.TimerFired(hasty.nextSeq(), i, 0, -1));
      }
      List<Long> seen = drain(reader);
      assertThat(seen).isSorted().endsWith(5L * CAPACITY - 1);
      assertThat(seen.size() + reader.dropped()).isEqualTo(5L * CAPACITY);
    }
  }

  @Test
  void eachReaderHasItsOwnPlace() {
    try (TraceRing.Reader first = ring.reader()) {
      publish(5);
      try (TraceRing.Reader second = ring.reader()) {
        publish(3);
        assertThat(drain(first)).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(drain(second)).containsExactly(5L, 6L, 7L);
      }
      assertThat(ring.listening()).isTrue();
    }
    assertThat(ring.listening()).isFalse();
  }

  @Test
  void closingTwiceCountsOnce() {
    TraceRing.Reader reader = ring.reader();
    try (TraceRing.Reader other = ring.reader()) {
      reader.close();
      reader.close();
      assertThat(ring.listening()).isTrue();
      assertThat(drain(other)).isEmpty();
    }
  }

  /// The writer goes on whatever the readers do; what each saw and missed adds up, in order.
  @Test
  void readersAndTheWriterAtOnce() throws Exception {
    int total = 500_000;
    AtomicBoolean written = new AtomicBoolean();
    List<TraceRing.Reader> readers = List.of(ring.reader(), ring.reader(), ring.reader());
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      List<Future<Long>> sums = new ArrayList<>();
      for (TraceRing.Reader reader : readers) {
        Callable<Long> reading =
            () -> {
              long[] last = {-1};
              long seen = 0;
              boolean end;
              do {
                end = written.get();
                seen +=
                    reader.drain(
                        event -> {
                          assertThat(event.seq()).isGreaterThan(last[0]);
                          last[0] = event.seq();
                        });
              } while (!end);
              return seen + reader.dropped();
            };
        sums.add(threads.submit(reading));
      }
      publish(total);
      written.set(true);
      for (Future<Long> sum : sums) {
        assertThat(sum.get(20, TimeUnit.SECONDS)).isEqualTo(total);
      }
    }
  }

  @Test
  void aCapacityThatIsNoPowerOfTwoIsRefused() {
    assertThatThrownBy(() -> new TraceRing(1_000)).isInstanceOf(IllegalArgumentException.class);
  }
}
