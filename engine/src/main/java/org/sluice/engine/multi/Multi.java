package org.sluice.engine.multi;

import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.buffer.SharedBuffers;
import org.sluice.engine.connection.ConnectionPool;
import org.sluice.engine.connection.PoolLimits;
import org.sluice.engine.connection.WaitingLine;
import org.sluice.engine.dns.Lookup;
import org.sluice.engine.dns.Resolver;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.filter.Pollset;
import org.sluice.engine.filter.TlsContexts;
import org.sluice.engine.request.RateLimit;
import org.sluice.engine.time.TimerQueue;
import org.sluice.engine.time.TimerTable;
import org.sluice.engine.transfer.EasyWork;
import org.sluice.engine.transfer.Outcome;
import org.sluice.engine.transfer.Phase;
import org.sluice.engine.transfer.Wakes;
import org.sluice.engine.transfer.Workshop;

/// A set of transfers that are driven by socket action: the multi handle.
///
/// It never waits. By the socket function it says which sockets to watch and for what, by the timer
/// function how long to wait at most; it is told of action on one socket by [#socketAction], and
/// hands out completions by [#infoRead]. All I/O is non-blocking and happens inside these calls.
///
/// No step of a call is longer for more transfers, but for [#socketAll], [#perform] and [#cleanup].
///
/// **Threads**: one at a time; a call while another thread is inside throws. In the callbacks only
/// [#assign], [#infoRead] and the queries are allowed, others return RECURSIVE_API_CALL.
///
/// **Source**: curl_multi_socket(3) of July 2006, curl_multi_socket_action(3);
/// `engine/CONTRACT.md`.
public final class Multi implements AutoCloseable {
  /// `CURL_SOCKET_TIMEOUT`: the timer fired, or this is the first call.
  public static final @Nullable SocketChannel TIMEOUT = null;

  private static final int ABORT = -1;
  private static final int LEAST_IDLE = 4;

  private final CallGuard guard = new CallGuard();
  private final SocketTable sockets = new SocketTable(this::tellSocket, this::lifecycle);
  private final LinkedHashSet<Handle> added = new LinkedHashSet<>();
  private final RunQueue dirty = new RunQueue();
  private final TimerQueue<Handle> timers = new TimerQueue<>();
  private final WaitingLine<Handle> line = new WaitingLine<>();
  private final MessageQueue messages = new MessageQueue();
  private final TimerTeller teller = new TimerTeller();
  private final Pollset wanted = new Pollset();
  private final ConnectionPool pool =
      new ConnectionPool(this::poolLimits, line, this::slotFreed, this::streamFreed);
  private final Resolver resolver;
  private final Wakes wakes;
  private final Workshop workshop;
  private MultiOptions options;
  private int running;
  private int done;
  private long addedEver;
  private long bodyBytes;
  private boolean abortWanted;
  private boolean dead;

  private Multi(MultiOptions options, Lookup lookup) {
    this.options = options;
    Runnable wakeup = options.wakeup() == null ? () -> {} : options.wakeup();
    resolver = new Resolver(lookup, options.clock(), wakeup);
    wakes = new Wakes(wakeup);
    workshop =
        new Workshop(
            pool,
            resolver,
            new TlsContexts(),
            new SharedBuffers(),
            sockets,
            wakes,
            options.wakeup() == null);
  }

  /// An empty multi: `curl_multi_init`.
  public static Multi init(MultiOptions options) {
    return new Multi(options, Lookup.SYSTEM);
  }

  /// With another way to find addresses, for tests of name resolution.
  static Multi init(MultiOptions options, Lookup lookup) {
    return new Multi(options, lookup);
  }

  /// The fixed text for a code: `curl_multi_strerror`.
  public static String strerror(MultiCode code) {
    return code.text();
  }

  /// Changes the options; limits count from the next check on, nothing in use is closed. The clock
  /// and the wake-up function stay those of [#init].
  public MultiCode setopt(MultiOptions next) {
    MultiCode refused = guard.enter();
    if (refused != null) {
      return refused;
    }
    options = next.withClock(options.clock(), options.wakeup());
    guard.leave();
    return MultiCode.OK;
  }

  public MultiOptions options() {
    return options;
  }

  /// Adds a transfer; no I/O happens, the timer function is told 0: `curl_multi_add_handle`.
  public MultiCode add(@Nullable Transfer transfer) {
    MultiCode refused = guard.enter();
    if (refused != null) {
      return refused;
    }
    try {
      if (transfer == null) {
        return MultiCode.BAD_EASY_HANDLE;
      }
      if (transfer.handle != null) {
        return MultiCode.ADDED_ALREADY;
      }
      if (dead && !added.isEmpty()) {
        return MultiCode.ABORTED_BY_CALLBACK;
      }
      dead = false;
      Handle handle = new Handle(this, transfer);
      transfer.handle = handle;
      added.add(handle);
      addedEver++;
      running++;
      markDirty(handle);
      tellTimer(true);
      if (!abortWanted) {
        return MultiCode.OK;
      }
      forget(handle);
      return settle();
    } finally {
      guard.leave();
    }
  }

  /// Takes a transfer out, at any time: `curl_multi_remove_handle`. In the middle of its work it is
  /// stopped and never gets a message.
  public MultiCode remove(@Nullable Transfer transfer) {
    MultiCode refused = guard.enter();
    if (refused != null) {
      return refused;
    }
    try {
      if (transfer == null) {
        return MultiCode.BAD_EASY_HANDLE;
      }
      Handle handle = transfer.handle;
      if (handle == null) {
        return MultiCode.OK;
      }
      if (handle.multi != this) {
        return MultiCode.BAD_EASY_HANDLE;
      }
      forget(handle);
      tellTimer(false);
      return settle();
    } finally {
      guard.leave();
    }
  }

  /// Something happened on `socket`, or with [#TIMEOUT] the time has come:
  /// `curl_multi_socket_action`.
  ///
  /// An unknown socket is ignored, the rest is done all the same. Afterwards see [#running] and
  /// [#infoRead].
  ///
  /// @param readiness a hint; the engine tries the socket itself
  public MultiCode socketAction(@Nullable SocketChannel socket, Readiness readiness) {
    MultiCode refused = guard.enter();
    if (refused != null) {
      return refused;
    }
    try {
      if (socket == null) {
        teller.forget(now());
      } else {
        sockets.concerned(socket, this::markDirty);
      }
      return drive();
    } finally {
      guard.leave();
    }
  }

  /// The call of July 2006, before there was a readiness: `curl_multi_socket`.
  public MultiCode socket(@Nullable SocketChannel socket) {
    return socketAction(socket, Readiness.UNKNOWN);
  }

  /// Runs every transfer: `curl_multi_socket_all`, the kick-off of July 2006. As long as there are
  /// transfers.
  public MultiCode socketAll() {
    return perform();
  }

  /// Runs every transfer that does not wait for a connection: `curl_multi_perform`. Unlike libcurl
  /// it compares sockets too, so that it can be mixed with [#socketAction].
  public MultiCode perform() {
    MultiCode refused = guard.enter();
    if (refused != null) {
      return refused;
    }
    try {
      teller.forget(now());
      for (Handle handle : added) {
        if (!handle.done && handle.work.phase() != Phase.PENDING) {
          markDirty(handle);
        }
      }
      return drive();
    } finally {
      guard.leave();
    }
  }

  /// Stops a transfer's reading at once: `curl_easy_pause(CURLPAUSE_RECV)`. Its deadlines go on.
  public MultiCode pause(Transfer transfer) {
    return setPaused(transfer, work -> !work.paused(), work -> work.pause(true, now()), false);
  }

  /// Goes on: `curl_easy_pause(CURLPAUSE_CONT)`. What was held back comes with the next
  /// `socketAction`, for which the timer function is told 0.
  public MultiCode unpause(Transfer transfer) {
    return setPaused(transfer, EasyWork::paused, work -> work.pause(false, now()), true);
  }

  /// Stops sending a transfer's body at once: `curl_easy_pause(CURLPAUSE_SEND)`.
  public MultiCode pauseSending(Transfer transfer) {
    return setPaused(
        transfer, work -> !work.sendPaused(), work -> work.pauseSending(true, now()), false);
  }

  /// Goes on sending.
  public MultiCode unpauseSending(Transfer transfer) {
    return setPaused(transfer, EasyWork::sendPaused, work -> work.pauseSending(false, now()), true);
  }

  private MultiCode setPaused(
      Transfer transfer, Predicate<EasyWork> matters, Consumer<EasyWork> change, boolean goesOn) {
    MultiCode refused = guard.enter();
    if (refused != null) {
      return refused;
    }
    try {
      Handle handle = transfer.handle;
      if (handle == null || handle.multi != this) {
        return MultiCode.BAD_EASY_HANDLE;
      }
      if (handle.done || !matters.test(handle.work)) {
        return MultiCode.OK;
      }
      change.accept(handle.work);
      if (goesOn) {
        markDirty(handle);
      }
      compareSockets(handle);
      timers.update(handle);
      tellTimer(false);
      return settle();
    } finally {
      guard.leave();
    }
  }

  /// Sets another speed for all that share `limit`, at once: those that wait for their turn are run
  /// again with the next `socketAction`, for which the timer function is told 0. libcurl has no
  /// limit that transfers share.
  ///
  /// @param bytesPerSecond [RateLimit#NONE] to take it away
  public MultiCode limit(RateLimit limit, long bytesPerSecond) {
    MultiCode refused = guard.enter();
    if (refused != null) {
      return refused;
    }
    try {
      limit.change(bytesPerSecond, now());
      tellTimer(false);
      return settle();
    } finally {
      guard.leave();
    }
  }

  /// The machine is in another network: kept connections are closed, and all names are looked up
  /// anew. Transfers under way go on: `CURLMOPT_NETWORK_CHANGED`.
  public MultiCode networkChanged() {
    MultiCode refused = guard.enter();
    if (refused != null) {
      return refused;
    }
    try {
      resolver.forget();
      pool.closeIdle();
      tellTimer(false);
      return settle();
    } finally {
      guard.leave();
    }
  }

  /// Stores one object for a socket, handed back with each later socket callback, the REMOVE
  /// included, and forgotten then: `curl_multi_assign`. Allowed in callbacks.
  public MultiCode assign(SocketChannel socket, @Nullable Object socketp) {
    guard.checkThread();
    if (guard.isClosed()) {
      return MultiCode.BAD_HANDLE;
    }
    return sockets.assign(socket, socketp) ? MultiCode.OK : MultiCode.BAD_SOCKET;
  }

  /// Milliseconds until the next call is due, rounded up; 0 if something is to run now, -1 for
  /// none: `curl_multi_timeout`.
  public long timeout() {
    guard.checkThread();
    if (!dirty.isEmpty()) {
      return 0;
    }
    long nearest = timers.nearestNanos();
    return nearest == TimerTable.NONE ? -1 : TimerTeller.millisUntil(nearest, now());
  }

  /// The oldest completion that has not been read, or null: `curl_multi_info_read`. Allowed in
  /// callbacks.
  public @Nullable TransferMessage infoRead() {
    guard.checkThread();
    return messages.poll();
  }

  /// Transfers added and neither completed nor removed.
  public int running() {
    return running;
  }

  /// Every added transfer, finished ones included: `curl_multi_get_handles`.
  public List<Transfer> handles() {
    guard.checkThread();
    List<Transfer> all = new ArrayList<>(added.size());
    for (Handle handle : added) {
      all.add(handle.transfer);
    }
    return all;
  }

  /// Bytes of bodies delivered since the multi was made.
  public long bodyBytes() {
    return bodyBytes;
  }

  public MultiCounters counters() {
    return new MultiCounters(added.size(), running, line.size(), done, addedEver);
  }

  /// Every open socket, idle ones included. As long as there are sockets.
  public List<SocketInfo> sockets() {
    guard.checkThread();
    return sockets.all();
  }

  /// The number of a socket; 0 if it is not one of this multi's open ones.
  public long serial(SocketChannel socket) {
    return sockets.serial(socket);
  }

  /// Detaches all transfers without a message and closes all connections: `curl_multi_cleanup`.
  /// Socket callbacks (REMOVE) come inside. One that returns -1 is told of by the code; the multi
  /// is cleaned up all the same.
  public MultiCode cleanup() {
    MultiCode refused = guard.enter();
    if (refused != null) {
      return refused;
    }
    try {
      dead = true;
      for (Handle handle : List.copyOf(added)) {
        forget(handle);
      }
      pool.closeIdle();
      tellTimer(false);
      guard.close();
      return abortWanted ? MultiCode.ABORTED_BY_CALLBACK : MultiCode.OK;
    } finally {
      guard.leave();
    }
  }

  /// [#cleanup]; nothing if that was done.
  ///
  /// @throws IllegalStateException from inside a callback
  @Override
  public void close() {
    if (cleanup() == MultiCode.RECURSIVE_API_CALL) {
      throw new IllegalStateException("a multi cannot be closed from its own callback");
    }
  }

  Workshop workshop() {
    return workshop;
  }

  void markDirty(Handle handle) {
    dirty.add(handle);
  }

  /// Runs what is to run, twice at most; the rest asks for a timer of 0.
  private MultiCode drive() {
    if (runDirty()) {
      runDirty();
    }
    tellTimer(false);
    return settle();
  }

  /// One round: answers of the resolver, expired deadlines, then each dirty transfer once.
  ///
  /// @return whether any ran
  private boolean runDirty() {
    long now = now();
    resolver.deliver();
    wakes.deliver();
    for (Handle h = timers.pollExpired(now); h != null; h = timers.pollExpired(now)) {
      markDirty(h);
    }
    int round = dirty.length();
    boolean any = false;
    for (int i = 0; i < round && !abortWanted; i++) {
      Handle handle = dirty.take();
      if (handle != null) {
        run(handle, now);
        any = true;
      }
    }
    return any;
  }

  private void run(Handle handle, long now) {
    long before = handle.work.received();
    Outcome outcome = handle.work.run(now);
    bodyBytes += handle.work.received() - before;
    timers.update(handle);
    switch (outcome) {
      case BLOCKED -> {}
      case MORE -> markDirty(handle);
      case PENDING_HOST -> {
        if (line.join(handle, handle.work.hostKey())) {
          wake(line.callNextOfTotal());
        }
      }
      case PENDING_TOTAL -> line.join(handle, null);
      case COMPLETED -> {}
    }
    if (outcome != Outcome.COMPLETED && !line.waits(handle)) {
      passOn(handle);
    }
    compareSockets(handle);
    if (outcome == Outcome.COMPLETED) {
      complete(handle);
    }
  }

  /// Whoever came while `handle` was called had to stand behind it, even with another slot free.
  private void passOn(Handle handle) {
    if (!line.served(handle)) {
      return;
    }
    String host = handle.work.hostKey();
    if (pool.hasStreams(host)) {
      streamFreed(host);
    } else if (pool.hasRoom(host)) {
      slotFreed(host);
    }
  }

  private void compareSockets(Handle handle) {
    wanted.clear();
    handle.work.pollset(wanted);
    if (options.idlePoll() == IdlePoll.REMOVE) {
      for (int i = wanted.size() - 1; i >= 0; i--) {
        if (wanted.bits(i) == Pollset.HELD) {
          wanted.remove(wanted.socket(i));
        }
      }
    }
    sockets.apply(handle, wanted);
  }

  private void complete(Handle handle) {
    if (!handle.done) {
      handle.done = true;
      dirty.drop(handle);
      done++;
      running--;
      leaveLine(handle);
      TransferErrorCode result = handle.work.result();
      messages.add(handle, result == null ? TransferErrorCode.ABORTED_BY_CALLBACK : result);
    }
  }

  /// Everything that removing a transfer means, but for telling the timer.
  private void forget(Handle handle) {
    handle.removed = true;
    dirty.drop(handle);
    if (!handle.done) {
      running--;
      handle.work.abandon();
      leaveLine(handle);
    } else {
      done--;
    }
    timers.remove(handle);
    wanted.clear();
    sockets.apply(handle, wanted);
    messages.drop(handle);
    added.remove(handle);
    handle.transfer.detach();
  }

  private void leaveLine(Handle handle) {
    if (line.leave(handle) && handle.work.woken()) {
      slotFreed(handle.work.hostKey());
    }
  }

  /// Wakes the one that has waited longest for a slot of `host`.
  private void slotFreed(String host) {
    if (!dead && !abortWanted) {
      wake(line.callNext(host));
    }
  }

  /// Wakes the one that has waited longest for a transfer's place on a connection to `host`.
  private void streamFreed(String host) {
    if (!dead && !abortWanted) {
      wake(line.callNextOfHost(host));
    }
  }

  private void wake(@Nullable Handle next) {
    if (next != null) {
      next.work.wake();
      markDirty(next);
    }
  }

  /// After the callbacks of a call: if one of them asked for it, everything is aborted.
  private MultiCode settle() {
    if (!abortWanted) {
      return MultiCode.OK;
    }
    dead = true;
    for (Handle handle : List.copyOf(added)) {
      if (!handle.done) {
        handle.work.fail(
            TransferErrorCode.ABORTED_BY_CALLBACK, "A callback of the application returned -1");
        timers.remove(handle);
        dirty.drop(handle);
        compareSockets(handle);
        complete(handle);
      }
    }
    tellTimer(false);
    abortWanted = false;
    return MultiCode.ABORTED_BY_CALLBACK;
  }

  private void tellSocket(
      @Nullable Transfer transfer, SocketChannel socket, Poll what, @Nullable Object socketp) {
    SocketFunction function = options.socketFunction();
    if (function != null
        && function.onSocket(transfer, socket, what, options.socketData(), socketp) == ABORT) {
      abortWanted = true;
    }
  }

  private void tellTimer(boolean again) {
    TimerFunction function = options.timerFunction();
    long millis = teller.next(!dirty.isEmpty(), timers.nearestNanos(), now(), again);
    if (function != null
        && millis != TimerTeller.SILENCE
        && function.onTimer(this, millis, options.timerData()) == ABORT) {
      abortWanted = true;
    }
  }

  private SocketLifecycle lifecycle() {
    return options.lifecycle();
  }

  private PoolLimits poolLimits() {
    int idle = options.maxConnects();
    return new PoolLimits(
        options.maxHostConnections(),
        options.maxTotalConnections(),
        idle == MultiOptions.FOUR_PER_TRANSFER
            ? Math.max(LEAST_IDLE, Math.multiplyExact(4, added.size()))
            : idle,
        options.maxConcurrentStreams(),
        options.http2());
  }

  private long now() {
    return options.clock().nanoTime();
  }
}
