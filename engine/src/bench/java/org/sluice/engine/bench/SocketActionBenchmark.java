package org.sluice.engine.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.sluice.engine.multi.Multi;
import org.sluice.engine.multi.MultiCode;
import org.sluice.engine.multi.MultiOptions;
import org.sluice.engine.multi.Poll;
import org.sluice.engine.multi.Readiness;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.request.BodySink;
import org.sluice.engine.request.TimeLimits;
import org.sluice.engine.request.TransferOptions;

/// The cost of one `socketAction` that reads 64 bytes, with N idle sockets registered beside the
/// active one; and of the `perform` of old, which has to look at every transfer.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SocketActionBenchmark {
  @Param({"10", "100", "1000", "5000", "10000"})
  int idle;

  /// Whether each transfer has a deadline, so that the timer queue is as long as the rest.
  @Param({"false", "true"})
  boolean timeouts;

  private Process peer;
  private OutputStream commands;
  private Selector selector;
  private Multi multi;
  private SocketChannel active;
  private long timerMillis = -1;
  private long received;

  @Setup(Level.Trial)
  public void connect() throws IOException {
    peer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                IdlePeer.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    commands = peer.getOutputStream();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(peer.getInputStream(), StandardCharsets.US_ASCII));
    String base = "http://127.0.0.1:" + out.readLine();
    selector = Selector.open();
    multi =
        Multi.init(
            MultiOptions.DEFAULT
                .withSocketFunction((t, socket, what, userp, socketp) -> watch(socket, what), null)
                .withTimerFunction(
                    (m, millis, userp) -> {
                      timerMillis = millis;
                      return 0;
                    },
                    null));
    TimeLimits limits =
        timeouts ? TimeLimits.DEFAULT.withTotal(Duration.ofHours(1)) : TimeLimits.DEFAULT;
    for (int i = 0; i < idle; i++) {
      multi.add(
          new Transfer(
              TransferOptions.builder(base + "/idle").limits(limits).build(), BodySink.DISCARD));
      if (i % 500 == 499) {
        settle();
      }
    }
    settle();
    multi.add(
        new Transfer(
            TransferOptions.builder(base + "/active").limits(limits).build(),
            chunk -> {
              received += chunk.remaining();
              return BodySink.Answer.TAKEN;
            }));
    settle();
    for (SelectionKey key : selector.keys()) {
      active = (SocketChannel) key.channel();
      if (multi.serial(active) == idle + 1L) {
        break;
      }
    }
  }

  /// Drives the loop until every head has come and nothing happens any more.
  private void settle() throws IOException {
    multi.socketAction(Multi.TIMEOUT, Readiness.UNKNOWN);
    while (selector.select(timerMillis == 0 ? 1 : 300) > 0 || timerMillis == 0) {
      for (SelectionKey key : selector.selectedKeys()) {
        multi.socketAction((SocketChannel) key.channel(), Readiness.UNKNOWN);
      }
      selector.selectedKeys().clear();
      if (timerMillis == 0) {
        multi.socketAction(Multi.TIMEOUT, Readiness.UNKNOWN);
      }
    }
  }

  private int watch(SocketChannel socket, Poll what) {
    try {
      if (what == Poll.REMOVE) {
        socket.keyFor(selector).cancel();
        return 0;
      }
      int out = socket.isConnectionPending() ? SelectionKey.OP_CONNECT : SelectionKey.OP_WRITE;
      socket.register(
          selector,
          (what.wantsIn() ? SelectionKey.OP_READ : 0) | (what.wantsOut() ? out : 0));
      return 0;
    } catch (ClosedChannelException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Sends 64 bytes to the active socket and waits until they are there.
  @Setup(Level.Invocation)
  public void makeReadable() throws IOException {
    commands.write(1);
    commands.flush();
    selector.select();
    selector.selectedKeys().clear();
  }

  @Benchmark
  public MultiCode socketAction() {
    return multi.socketAction(active, Readiness.IN);
  }

  @Benchmark
  public MultiCode perform() {
    return multi.perform();
  }

  @TearDown(Level.Trial)
  public void close() throws IOException, InterruptedException {
    if (received == 0) {
      throw new IllegalStateException("nothing was received: this measured nothing");
    }
    multi.close();
    selector.close();
    commands.close();
    peer.waitFor();
  }
}
