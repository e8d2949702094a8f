package org.sluice.app.tracefile;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.sluice.app.tape.Sample;
import org.sluice.engine.trace.TraceEvent;
import org.sluice.engine.trace.TraceRing;

/// Writes every event of an engine into a file while it runs.
///
/// One thread takes the events out of the ring, one writes them: a slow disk fills the buffer between
/// them, then the ring, and only then are events lost, which is counted and said in the file.
///
/// **Threads**: two of its own; [#offer], [#written], [#lost] and [#stop] from any. **Limits**:
/// [#MOST_WAITING] events, [#MOST_SAMPLES] samples.
public final class TraceRecorder {
  /// Events that wait to be written.
  public static final int MOST_WAITING = 400_000;

  static final int MOST_SAMPLES = 64;

  private static final int MOST_BATCHES = 4_096;
  private static final int FILE_BUFFER = 1 << 18;
  private static final long PAUSE_NANOS = 10_000_000L;
  private static final long FLUSH_NANOS = 1_000_000_000L;

  /// What was taken out of the ring at once.
  ///
  /// @param lost events before these
  /// @param last whether nothing follows
  private record Batch(List<TraceEvent> events, List<Sample> samples, long lost, boolean last) {}

  private final Path file;
  private final TraceRing.Reader reader;
  private final TraceHead head;
  private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(MOST_BATCHES);
  private final Semaphore room = new Semaphore(MOST_WAITING);
  private final Queue<Sample> samples = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waitingSamples = new AtomicInteger();
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();
  private final CompletableFuture<Path> ended = new CompletableFuture<>();
  private volatile boolean stopping;

  private TraceRecorder(Path file, TraceRing.Reader reader, TraceHead head) {
    this.file = file;
    this.reader = reader;
    this.head = head;
  }

  /// Begins a file with the next event.
  ///
  /// @param reader is closed at the end
  /// @param first what is known already
  /// @throws IOException if the file cannot be made
  public static TraceRecorder start(
      Path file, TraceRing.Reader reader, TraceHead head, Sample first) throws IOException {
    return start(file, Files.newBufferedWriter(file), reader, head, first);
  }

  static TraceRecorder start(
      Path file, Writer out, TraceRing.Reader reader, TraceHead head, Sample first) {
    TraceRecorder recorder = new TraceRecorder(file, reader, head);
    recorder.offer(first);
    Thread.ofPlatform().daemon().name("sluice-record-take").start(recorder::take);
    Thread.ofPlatform().daemon().name("sluice-record-write").start(() -> recorder.write(out));
    return recorder;
  }

  /// Adds a sample; one too many is left out, since a later one tells the same.
  public void offer(Sample sample) {
    if (waitingSamples.incrementAndGet() <= MOST_SAMPLES) {
      samples.add(sample);
    } else {
      waitingSamples.decrementAndGet();
    }
  }

  public Path file() {
    return file;
  }

  /// Events in the file.
  public long written() {
    return written.get();
  }

  /// Events that were lost because the disk could not keep up.
  public long lost() {
    return lost.get();
  }

  /// Fails when the file cannot be written, and ends when it is closed.
  public CompletableFuture<Path> ended() {
    return ended;
  }

  /// Writes what there is, and ends the file.
  public CompletableFuture<Path> stop() {
    stopping = true;
    return ended;
  }

  private void take() {
    try (reader) {
      long known = 0;
      boolean last = false;
      while (!last && !ended.isDone()) {
        last = stopping;
        List<TraceEvent> events = new ArrayList<>();
        int count = reader.drain(events::add);
        long dropped = reader.dropped() - known;
        known = reader.dropped();
        lost.set(known);
        List<Sample> some = new ArrayList<>();
        for (Sample s = samples.poll(); s != null; s = samples.poll()) {
          waitingSamples.decrementAndGet();
          some.add(s);
        }
        if (count > 0 || !some.isEmpty() || last) {
          hand(new Batch(events, some, dropped, last));
        }
        if (!last) {
          LockSupport.parkNanos(PAUSE_NANOS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Waits for room; meanwhile the ring takes what comes.
  private void hand(Batch batch) throws InterruptedException {
    int permits = Math.min(batch.events.size(), MOST_WAITING);
    while (!room.tryAcquire(permits, 100, TimeUnit.MILLISECONDS)) {
      if (ended.isDone()) {
        return;
      }
    }
    while (!batches.offer(batch, 100, TimeUnit.MILLISECONDS)) {
      if (ended.isDone()) {
        return;
      }
    }
  }

  private void write(Writer to) {
    try {
      writeAll(to);
      ended.complete(file);
    } catch (IOException e) {
      ended.completeExceptionally(e);
    } catch (UncheckedIOException e) {
      ended.completeExceptionally(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      ended.completeExceptionally(e);
    } catch (RuntimeException e) {
      ended.completeExceptionally(e);
    }
  }

  private void writeAll(Writer to) throws IOException, InterruptedException {
    try (Writer out = new BufferedWriter(to, FILE_BUFFER)) {
      TraceFileWriter writer = new TraceFileWriter(out, head);
      List<Sample> held = new ArrayList<>();
      long flushed = System.nanoTime();
      for (boolean last = false; !last; ) {
        Batch batch = batches.take();
        last = batch.last;
        write(writer, batch, held);
        room.release(Math.min(batch.events.size(), MOST_WAITING));
        written.addAndGet(batch.events.size());
        if (System.nanoTime() - flushed > FLUSH_NANOS) {
          out.flush();
          flushed = System.nanoTime();
        }
      }
      writer.end();
    }
  }

  /// A sample is older than the events that were taken with it: it goes to its place among them.
  private static void write(TraceFileWriter writer, Batch batch, List<Sample> held) {
    held.addAll(batch.samples);
    if (batch.lost > 0) {
      writer.lost(batch.events.isEmpty() ? 0 : batch.events.getFirst().nanos(), batch.lost);
    }
    for (TraceEvent event : batch.events) {
      while (!held.isEmpty() && held.getFirst().nanos() < event.nanos()) {
        writer.accept(held.removeFirst());
      }
      writer.accept(event);
    }
    if (batch.last || batch.events.isEmpty()) {
      held.forEach(writer::accept);
      held.clear();
    }
  }

  /// Words for one who sees it in a list of threads or a log.
  @Override
  public String toString() {
    return "recording of " + file + (lastProblem() == null ? "" : ": " + lastProblem());
  }

  private @Nullable String lastProblem() {
    return ended.isCompletedExceptionally() ? ended.exceptionNow().getMessage() : null;
  }
}
