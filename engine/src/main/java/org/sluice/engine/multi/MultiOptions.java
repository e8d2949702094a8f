package org.sluice.engine.multi;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.request.Http2Limits;
import org.sluice.engine.time.NanoClock;

/// The options of a multi.
///
/// **Source**: `CURLMOPT_*`, curl_multi_setopt(3).
///
/// @param socketFunction told which sockets to watch; null for none (then only `perform` is of use)
/// @param socketData its `userp`
/// @param timerFunction told how long to wait; null for none (then ask [Multi#timeout])
/// @param timerData its `userp`
/// @param lifecycle told of opened and closed sockets
/// @param idlePoll what a paused or rate-limited connection is reported as
/// @param maxHostConnections open to one name and port; 0 for no limit
/// @param maxTotalConnections open in all; 0 for no limit
/// @param maxConnects idle connections kept; [#FOUR_PER_TRANSFER] for four times the added
///   transfers
/// @param maxConcurrentStreams transfers that share one connection of HTTP/2; the server may allow
///   less
/// @param http2 what such a connection may cost
/// @param clock where time comes from
/// @param wakeup called on any thread when `socketAction(TIMEOUT)` has something to do that no
///   socket and no timer tells of (a name was resolved); null makes the multi look at it by timer
public record MultiOptions(
    @Nullable SocketFunction socketFunction,
    @Nullable Object socketData,
    @Nullable TimerFunction timerFunction,
    @Nullable Object timerData,
    SocketLifecycle lifecycle,
    IdlePoll idlePoll,
    int maxHostConnections,
    int maxTotalConnections,
    int maxConnects,
    int maxConcurrentStreams,
    Http2Limits http2,
    NanoClock clock,
    @Nullable Runnable wakeup) {
  public static final int FOUR_PER_TRANSFER = -1;

  /// As libcurl's `CURLMOPT_MAX_CONCURRENT_STREAMS`.
  public static final int STREAMS = 100;

  public static final MultiOptions DEFAULT =
      new MultiOptions(
          null,
          null,
          null,
          null,
          SocketLifecycle.NONE,
          IdlePoll.NONE,
          0,
          0,
          FOUR_PER_TRANSFER,
          STREAMS,
          Http2Limits.DEFAULT,
          NanoClock.SYSTEM,
          null);

  /// @throws IllegalArgumentException for a negative limit
  public MultiOptions {
    if (maxHostConnections < 0 || maxTotalConnections < 0 || maxConnects < FOUR_PER_TRANSFER) {
      throw new IllegalArgumentException(
          "a limit of connections cannot be negative: host %d, total %d, idle %d"
              .formatted(maxHostConnections, maxTotalConnections, maxConnects));
    }
    if (maxConcurrentStreams < 1) {
      throw new IllegalArgumentException("no transfer at all on one connection");
    }
  }

  public MultiOptions withSocketFunction(SocketFunction function, @Nullable Object userp) {
    return new MultiOptions(
        function,
        userp,
        timerFunction,
        timerData,
        lifecycle,
        idlePoll,
        maxHostConnections,
        maxTotalConnections,
        maxConnects,
        maxConcurrentStreams,
        http2,
        clock,
        wakeup);
  }

  public MultiOptions withTimerFunction(TimerFunction function, @Nullable Object userp) {
    return new MultiOptions(
        socketFunction,
        socketData,
        function,
        userp,
        lifecycle,
        idlePoll,
        maxHostConnections,
        maxTotalConnections,
        maxConnects,
        maxConcurrentStreams,
        http2,
        clock,
        wakeup);
  }

  public MultiOptions withLifecycle(SocketLifecycle listener) {
    return new MultiOptions(
        socketFunction,
        socketData,
        timerFunction,
        timerData,
        listener,
        idlePoll,
        maxHostConnections,
        maxTotalConnections,
        maxConnects,
        maxConcurrentStreams,
        http2,
        clock,
        wakeup);
  }

  public MultiOptions withIdlePoll(IdlePoll value) {
    return new MultiOptions(
        socketFunction,
        socketData,
        timerFunction,
        timerData,
        lifecycle,
        value,
        maxHostConnections,
        maxTotalConnections,
        maxConnects,
        maxConcurrentStreams,
        http2,
        clock,
        wakeup);
  }

  /// @param idle [#FOUR_PER_TRANSFER] or the number of idle connections to keep
  public MultiOptions withLimits(int perHost, int total, int idle) {
    return new MultiOptions(
        socketFunction,
        socketData,
        timerFunction,
        timerData,
        lifecycle,
        idlePoll,
        perHost,
        total,
        idle,
        maxConcurrentStreams,
        http2,
        clock,
        wakeup);
  }

  public MultiOptions withHttp2(int concurrentStreams, Http2Limits limits) {
    return new MultiOptions(
        socketFunction,
        socketData,
        timerFunction,
        timerData,
        lifecycle,
        idlePoll,
        maxHostConnections,
        maxTotalConnections,
        maxConnects,
        concurrentStreams,
        limits,
        clock,
        wakeup);
  }

  public MultiOptions withClock(NanoClock value, @Nullable Runnable wakeupFunction) {
    return new MultiOptions(
        socketFunction,
        socketData,
        timerFunction,
        timerData,
        lifecycle,
        idlePoll,
        maxHostConnections,
        maxTotalConnections,
        maxConnects,
        maxConcurrentStreams,
        http2,
        value,
        wakeupFunction);
  }
}
