package org.sluice.engine.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.multi.Multi;
import org.sluice.engine.multi.MultiCode;
import org.sluice.engine.multi.MultiOptions;
import org.sluice.engine.multi.Poll;
import org.sluice.engine.multi.Readiness;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.multi.TransferMessage;
import org.sluice.engine.request.RateLimit;
import org.sluice.engine.time.NanoClock;
import org.sluice.engine.trace.TraceRing;

/// The application side of the engine, in the nine steps of its manual page of July 2006: one
/// Selector, one one-shot timer, and a multi that is told of action and never waits itself.
///
/// **Threads**: owns `sluice-loop-N`, which alone touches the multi; every other thread only posts.
/// **Errors**: an error that escapes a step stops the loop and is kept in [#failure].
///
/// **Source**: curl_multi_socket(3), TYPICAL USAGE.
public final class SelectorLoop implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SelectorLoop.class.getName());
  private static final AtomicLong NUMBERS = new AtomicLong();

  private final LoopOptions options;
  private final HoldableClock clock;
  private final Selector selector;
  private final TraceRing ring;
  private final LoopTrace trace;
  private final WatchedSockets watched;
  private final OneShotTimer timer;
  private final Alarms alarms;
  private final Thread thread;
  private final Queue<Runnable> commands = new ConcurrentLinkedQueue<>();
  private final Deque<SelectionKey> acting = new ArrayDeque<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final SnapshotDesk desk;
  private volatile boolean stopping;
  private volatile boolean woken;
  private volatile @Nullable Throwable failure;
  private volatile Consumer<TransferMessage> onMessage = message -> {};
  private @Nullable Multi multi;

  private SelectorLoop(LoopOptions options, Selector selector) {
    this.options = options;
    this.selector = selector;
    clock = new HoldableClock(options.clock());
    ring = new TraceRing(options.traceCapacity());
    trace = new LoopTrace(ring, clock);
    watched = new WatchedSockets(selector, clock, trace);
    timer = new OneShotTimer(clock);
    alarms = new Alarms(clock);
    desk = new SnapshotDesk(watched, clock);
    thread =
        Thread.ofPlatform()
            .name("sluice-loop-" + NUMBERS.incrementAndGet())
            .daemon(true)
            .unstarted(this::run);
  }

  /// Starts a loop on its own thread.
  ///
  /// @throws UncheckedIOException if the system gives no Selector
  public static SelectorLoop start(LoopOptions options) {
    return start(options, ring -> {});
  }

  /// The same, with its ring shown to `beforeStart`, so that a reader made there misses nothing.
  ///
  /// @throws UncheckedIOException if the system gives no Selector
  public static SelectorLoop start(LoopOptions options, Consumer<TraceRing> beforeStart) {
    try {
      SelectorLoop loop = new SelectorLoop(options, Selector.open());
      beforeStart.accept(loop.ring);
      loop.thread.start();
      return loop;
    } catch (IOException e) {
      throw new UncheckedIOException("the system gives no Selector", e);
    }
  }

  // ---- the nine steps -----------------------------------------------------------------------

  private void run() {
    try {
      Multi multi = step1CreateMultiHandle();
      step2SetCallbacks(multi);
      step3AddEasyHandles();
      step4StartOnce(multi);
      while (!stopping) {
        long millis = step6AskTimeout();
        step7WaitForAction(millis);
        step8TellAction(multi);
        step9GoBack(multi);
      }
    } catch (InterruptedException e) {
      LOG.log(System.Logger.Level.DEBUG, "the loop was interrupted at its gate", e);
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
      LOG.log(System.Logger.Level.ERROR, "the loop has failed", e);
    } finally {
      shutDown();
    }
  }

  /// 1. Create a multi handle.
  private Multi step1CreateMultiHandle() throws InterruptedException {
    gate(Step.CREATE_MULTI_HANDLE, "curl_multi_init");
    Multi made = Multi.init(MultiOptions.DEFAULT.withClock(clock, this::wakeUp));
    multi = made;
    watched.use(made);
    return made;
  }

  /// 2. Set the socket callback; and since October 2006 the timer callback with it.
  private void step2SetCallbacks(Multi multi) throws InterruptedException {
    gate(Step.SET_SOCKET_CALLBACK, "curl_multi_setopt");
    multi.setopt(
        MultiOptions.DEFAULT
            .withSocketFunction(this::step5SuperviseSockets, null)
            .withTimerFunction((m, millis, userp) -> armTimer(millis), null)
            .withLifecycle(watched)
            .withIdlePoll(options.idlePoll())
            .withLimits(
                options.maxHostConnections(),
                options.maxTotalConnections(),
                options.maxConnects()));
  }

  /// 3. Add easy handles: other threads post them, and every other wish.
  private void step3AddEasyHandles() throws InterruptedException {
    for (Runnable command = commands.poll(); command != null; command = commands.poll()) {
      gate(Step.ADD_EASY_HANDLES, "curl_multi_add_handle");
      command.run();
    }
  }

  /// 4. Start: socketAll once, when nothing has happened yet.
  private void step4StartOnce(Multi multi) throws InterruptedException {
    gate(Step.START_ONCE, "curl_multi_socket_all");
    call("curl_multi_socket_all", null, multi::socketAll);
  }

  /// 5. Keep the collection of sockets to supervise: this is the socket callback.
  private int step5SuperviseSockets(
      @Nullable Transfer transfer,
      SocketChannel socket,
      Poll what,
      @Nullable Object userp,
      @Nullable Object socketp) {
    desk.countCallback();
    Sock sock = watched.announced(transfer, socket, what, socketp);
    gateInCallback(Step.SUPERVISE_SOCKETS, "curl_socket_callback");
    if (what == Poll.REMOVE) {
      watched.remove(sock);
    } else {
      watched.watch(sock, what, socketp == null);
    }
    return 0;
  }

  /// 6. Ask how long to wait at most: the timer callback has told it, and the application may have
  /// an earlier deadline of its own.
  ///
  /// @return milliseconds; -1 for as long as it takes
  private long step6AskTimeout() throws InterruptedException {
    gate(Step.ASK_TIMEOUT, "curl_multi_timeout");
    return alarms.shorten(timer.millisToWait());
  }

  /// 7. Wait for action on any of the sockets, or until the time is over.
  private void step7WaitForAction(long millis) throws IOException, InterruptedException {
    gate(Step.WAIT_FOR_ACTION, "select");
    watched.forget();
    if (millis == 0 || !commands.isEmpty() || woken || stopping) {
      selector.selectNow();
    } else if (millis < 0) {
      selector.select();
    } else {
      selector.select(millis);
    }
    acting.addAll(selector.selectedKeys());
    selector.selectedKeys().clear();
  }

  /// 8. Tell of each socket that got action, then of the time.
  private void step8TellAction(Multi multi) throws InterruptedException {
    for (SelectionKey key = acting.poll(); key != null; key = acting.poll()) {
      Readiness readiness = readinessOf(key);
      if (key.attachment() instanceof Sock sock && sock.watched && readiness != Readiness.UNKNOWN) {
        trace.ready(sock.serial, readiness.traceName());
        gate(Step.TELL_ACTION, "curl_multi_socket_action");
        act(multi, sock.channel, readiness);
        sock.acted(readiness.traceName(), clock.nanoTime());
      }
    }
    if (timer.fires()) {
      woken = false;
      trace.timerFired();
      gate(Step.TELL_ACTION, "curl_multi_socket_action");
      act(multi, Multi.TIMEOUT, Readiness.UNKNOWN);
    } else if (woken) {
      woken = false;
      gate(Step.TELL_ACTION, "curl_multi_socket_action");
      act(multi, Multi.TIMEOUT, Readiness.UNKNOWN);
    }
  }

  /// 9. Go back to step 6, with the completions read and the posted wishes fulfilled.
  private void step9GoBack(Multi multi) throws InterruptedException {
    gate(Step.GO_BACK, "");
    trace.noCause();
    alarms.takeDue(commands::add);
    step3AddEasyHandles();
    desk.answer(multi, timer);
  }

  // ---- what the steps are made of -------------------------------------------------------------

  private void act(Multi multi, @Nullable SocketChannel socket, Readiness readiness) {
    desk.countAction();
    long serial = socket == null ? 0 : multi.serial(socket);
    trace.call("curl_multi_socket_action", 0, serial, readiness.traceName());
    long before = multi.bodyBytes();
    MultiCode code = multi.socketAction(socket, readiness);
    trace.returned("curl_multi_socket_action", code, multi.running(), multi.bodyBytes() - before);
    readCompletions(multi);
  }

  private void readCompletions(Multi multi) {
    for (TransferMessage m = multi.infoRead(); m != null; m = multi.infoRead()) {
      trace.message(m);
      desk.countCompletion(m);
      onMessage.accept(m);
    }
  }

  /// An API call that is about one transfer, or about none.
  private MultiCode call(String fn, @Nullable Transfer transfer, Call call) {
    return call(fn, transfer, null, call);
  }

  private MultiCode call(
      String fn, @Nullable Transfer transfer, @Nullable String argument, Call call) {
    trace.call(fn, transfer == null ? 0 : transfer.id(), 0, argument);
    MultiCode code = call.run();
    boolean tellsRunning = fn.equals("curl_multi_socket_all");
    trace.returned(fn, code, tellsRunning ? multi().running() : -1, 0);
    readCompletions(multi());
    return code;
  }

  @FunctionalInterface
  private interface Call {
    MultiCode run();
  }

  /// The timer callback. 0 is "as soon as possible" and never acted on from in here.
  private int armTimer(long millis) {
    trace.timerCallback(millis);
    timer.arm(millis);
    return 0;
  }

  /// A key of a batch may have been cancelled by an earlier action of the same batch, as its socket
  /// was closed.
  private static Readiness readinessOf(SelectionKey key) {
    try {
      int ready = key.readyOps();
      int mask = (ready & SelectionKey.OP_READ) != 0 ? 1 : 0;
      mask |= (ready & (SelectionKey.OP_WRITE | SelectionKey.OP_CONNECT)) != 0 ? 2 : 0;
      return Readiness.of(mask);
    } catch (CancelledKeyException e) {
      return Readiness.UNKNOWN;
    }
  }

  @SuppressWarnings("ReferenceEquality") // the one gate that is never closed
  private void gate(Step step, String about) throws InterruptedException {
    if (options.gate() != Gate.OPEN && !stopping) {
      clock.hold();
      try {
        options.gate().pass(step, about);
      } finally {
        clock.release();
      }
    }
  }

  /// A callback can throw nothing: whoever interrupts it here is heard at the next gate.
  private void gateInCallback(Step step, String about) {
    try {
      gate(step, about);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void shutDown() {
    try {
      if (multi != null) {
        trace.call("curl_multi_cleanup", 0, 0, null);
        MultiCode code = multi.cleanup();
        trace.returned("curl_multi_cleanup", code, -1, 0);
      }
      selector.close();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "the Selector did not close", e);
    } finally {
      ended.countDown();
    }
  }

  private Multi multi() {
    if (multi == null) {
      throw new IllegalStateException("the loop has no multi yet");
    }
    return multi;
  }

  // ---- for other threads ------------------------------------------------------------------

  /// Adds a transfer; its completion comes to [#onMessage].
  public void add(Transfer transfer) {
    post(
        () -> {
          trace.note("transfer " + transfer.id() + " = " + transfer.options().shownUrl());
          call("curl_multi_add_handle", transfer, () -> multi().add(transfer));
        });
  }

  /// Takes a transfer out, in whatever state it is.
  public void remove(Transfer transfer) {
    post(() -> call("curl_multi_remove_handle", transfer, () -> multi().remove(transfer)));
  }

  public void pause(Transfer transfer) {
    post(() -> call("curl_easy_pause", transfer, "RECV", () -> multi().pause(transfer)));
  }

  public void unpause(Transfer transfer) {
    post(() -> call("curl_easy_pause", transfer, "CONT", () -> multi().unpause(transfer)));
  }

  /// Sets another speed for all transfers that share `limit`, at once.
  ///
  /// @param bytesPerSecond [RateLimit#NONE] to take it away
  public void limit(RateLimit limit, long bytesPerSecond) {
    post(
        () -> {
          trace.note("a shared limit is " + bytesPerSecond + " bytes a second now");
          call("curl_easy_setopt", null, () -> multi().limit(limit, bytesPerSecond));
        });
  }

  /// The machine is in another network: kept connections and known names are of the old one.
  public void networkChanged() {
    post(
        () -> {
          trace.note("the network is another one: connections kept and names known are given up");
          call("curl_multi_setopt", null, () -> multi().networkChanged());
        });
  }

  /// Runs `command` on the loop's thread, between two calls of the engine. A wish of the loop's own
  /// thread is fulfilled before it waits again, without a wake-up.
  public void post(Runnable command) {
    commands.add(command);
    if (Thread.currentThread() != thread) {
      selector.wakeup();
    }
  }

  /// Runs `command` on the loop's thread once `delayNanos` are over, unless it is cancelled.
  /// Confined to the loop's thread, as its alarm is.
  public Alarm later(long delayNanos, Runnable command) {
    checkThread();
    return alarms.set(delayNanos, command);
  }

  /// What the loop takes for the time: it stands still while a gate holds the loop.
  public NanoClock clock() {
    return clock;
  }

  /// Whether the caller runs on the loop's thread.
  public boolean isLoopThread() {
    return Thread.currentThread() == thread;
  }

  private void checkThread() {
    if (!isLoopThread()) {
      throw new IllegalStateException(
          "only for " + thread.getName() + ", not for " + Thread.currentThread().getName());
    }
  }

  /// Told of each completion, on the loop's thread; must not wait.
  public void onMessage(Consumer<TransferMessage> listener) {
    onMessage = listener;
  }

  /// The latest picture of the loop. Never waits: asks for a newer one for the next time.
  public LoopSnapshot snapshot() {
    if (desk.ask()) {
      selector.wakeup();
    }
    return desk.latest();
  }

  /// The events of this loop.
  public TraceRing trace() {
    return ring;
  }

  /// Why the loop has ended by itself; null if it has not.
  public @Nullable Throwable failure() {
    return failure;
  }

  public boolean isRunning() {
    return ended.getCount() > 0;
  }

  /// What a resolver does when an answer has arrived.
  private void wakeUp() {
    woken = true;
    selector.wakeup();
  }

  /// Ends the loop, its transfers and its connections, and waits for that.
  @Override
  public void close() {
    stopping = true;
    if (options.gate() instanceof SteppingGate gate) {
      gate.open();
    }
    selector.wakeup();
    if (Thread.currentThread() == thread) {
      return;
    }
    boolean interrupted = false;
    while (true) {
      try {
        ended.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
