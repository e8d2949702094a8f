package org.sluice.app.tracefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.app.tape.MonitorState;
import org.sluice.app.tape.Sample;
import org.sluice.engine.trace.TraceEvent;
import org.sluice.engine.trace.TraceRing;

@Timeout(60)
class TraceRecorderTest {
  private static final TraceHead HEAD = new TraceHead("Sluice", 0, 0, false);
  private static final int RING = 1 << 12;

  private final TraceRing ring = new TraceRing(RING);

  @TempDir Path folder;

  @Test
  void nothingIsLostWhileTheDiskKeepsUp() throws Exception {
    TraceRecorder recorder = start(Files.newBufferedWriter(folder.resolve("t")));
    int total = 200_000;
    for (int i = 0; i < total; i++) {
      while (i - recorder.written() >= RING / 2) {
        Thread.onSpinWait(); // a real loop is not faster than its readers for long
      }
      publish();
    }
    Path file = recorder.stop().get(50, TimeUnit.SECONDS);
    assertThat(recorder.lost()).isZero();
    assertThat(recorder.written()).isEqualTo(total);
    LoadedTrace read = TraceFileReader.read(file);
    assertThat(read.tape().end()).isEqualTo(total);
    assertThat(read.lost()).isZero();
    assertThat(ring.listening()).isFalse();
  }

  @Test
  void whatASlowDiskLosesIsCountedAndSaid() throws Exception {
    CountDownLatch stuck = new CountDownLatch(1);
    Path file = folder.resolve("t");
    TraceRecorder recorder = start(new SlowWriter(Files.newBufferedWriter(file), stuck));
    long published = 0;
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
    while (recorder.lost() == 0) {
      assertThat(System.nanoTime()).as("nothing was lost").isLessThan(deadline);
      publish();
      published++;
    }
    stuck.countDown();
    recorder.stop().get(50, TimeUnit.SECONDS);
    assertThat(recorder.written() + recorder.lost()).isEqualTo(published);
    assertThat(TraceFileReader.read(file).lost()).isEqualTo(recorder.lost());
  }

  @Test
  void aFullDiskEndsTheRecordingWithAReason() {
    TraceRecorder recorder = start(new FullWriter());
    for (int i = 0; i < 100; i++) {
      publish();
    }
    assertThatThrownBy(() -> recorder.stop().get(50, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("No space left on device");
  }

  private TraceRecorder start(Writer out) {
    Sample first = Sample.whole(new MonitorState(), 0);
    return TraceRecorder.start(folder.resolve("t"), out, ring.reader(), HEAD, first);
  }

  private void publish() {
    long seq = ring.nextSeq();
    ring.publish(
        new TraceEvent.Call(
            seq, seq * 1_000, 0, -1, "curl_multi_socket_action", 0, 1 + seq % 50, "IN"));
  }

  /// Writes nothing until it is let.
  private static final class SlowWriter extends Writer {
    private final Writer out;
    private final CountDownLatch gate;

    SlowWriter(Writer out, CountDownLatch gate) {
      this.out = out;
      this.gate = gate;
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
      try {
        gate.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      out.write(text, from, length);
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  /// A disk without room.
  private static final class FullWriter extends Writer {
    @Override
    public void write(char[] text, int from, int length) throws IOException {
      throw new IOException("No space left on device");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
      return List.of().toString();
    }
  }
}
