package org.sluice.engine.golden;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.dns.Lookup;
import org.sluice.engine.multi.IdlePoll;
import org.sluice.engine.multi.Multi;
import org.sluice.engine.multi.MultiCode;
import org.sluice.engine.multi.MultiOptions;
import org.sluice.engine.multi.MultiWithLookup;
import org.sluice.engine.multi.Poll;
import org.sluice.engine.multi.Readiness;
import org.sluice.engine.multi.SocketLifecycle;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.multi.TransferInfo;
import org.sluice.engine.multi.TransferMessage;
import org.sluice.engine.request.BodySink;
import org.sluice.engine.request.TransferOptions;

/// A multi whose every call and callback is written down, with an application around it that does
/// what the recorder of the golden traces does: assign `P<n>` where there is no pointer, read the
/// completions after each call.
///
/// **Source**: `golden/harness.c`.
final class TracedMulti implements SocketLifecycle, AutoCloseable {
  final Trace trace;
  final Multi multi;
  final HarnessLoop loop;

  /// What the callbacks answer; called with how many there were before.
  Answers socketAnswers = before -> 0;

  Answers timerAnswers = before -> 0;

  /// Called at the end of each socket callback but REMOVE.
  Runnable inSocketCallback = () -> {};

  boolean assigns = true;
  boolean reads = true;
  boolean asksTimeout;

  /// Whether a call that returns ABORTED_BY_CALLBACK ends the play with an exception.
  boolean stopsAtAbort;

  int socketCallbacks;
  int timerCallbacks;
  private final List<Easy> easies = new ArrayList<>();
  private final Map<SocketChannel, String> names = new HashMap<>();
  private int pointers;
  private boolean cleanedUp;

  /// What a callback returns.
  interface Answers {
    int answer(int before);
  }

  TracedMulti(String scenario, IdlePoll idle) {
    this(scenario, options -> options.withIdlePoll(idle), Lookup.SYSTEM);
  }

  TracedMulti(String scenario, UnaryOperator<MultiOptions> options, Lookup lookup) {
    trace = new Trace(scenario);
    loop = new HarnessLoop(this);
    MultiOptions ours = MultiOptions.DEFAULT.withSocketFunction(this::onSocket, "userp");
    if (!scenario.equals("socket_all_2006")) {
      ours = ours.withTimerFunction((m, millis, userp) -> onTimer(millis), null);
    }
    multi = MultiWithLookup.init(options.apply(ours.withLifecycle(this)), lookup);
  }

  Easy easy(TransferOptions options, BodySink sink) {
    Easy easy = new Easy(easies.size(), options, sink);
    easies.add(easy);
    return easy;
  }

  Easy easy(TransferOptions options) {
    Easy made = new Easy(easies.size(), options);
    easies.add(made);
    return made;
  }

  // ---- callbacks ----------------------------------------------------------------------------

  private int onSocket(
      @Nullable Transfer transfer,
      SocketChannel socket,
      Poll what,
      @Nullable Object userp,
      @Nullable Object socketp) {
    if (!"userp".equals(userp)) {
      throw new AssertionError("not the userp that was set: " + userp);
    }
    String name = name(socket);
    trace.add("sock", "easy", number(transfer), "s", name, "what", what.name(), "socketp", socketp);
    trace.enter();
    if (what == Poll.REMOVE) {
      loop.remove(socket);
    } else {
      loop.watch(socket, what);
      if (assigns && socketp == null) {
        String pointer = "P" + pointers++;
        trace.add("call", "fn", "curl_multi_assign", "s", name, "p", pointer);
        returned("curl_multi_assign", multi.assign(socket, pointer));
      }
      inSocketCallback.run();
    }
    trace.leave();
    return socketAnswers.answer(socketCallbacks++);
  }

  private int onTimer(long millis) {
    trace.add("timer", "cls", cls(millis), "ms", millis);
    loop.arm(millis);
    return timerAnswers.answer(timerCallbacks++);
  }

  @Override
  public void opened(SocketChannel socket, boolean inet6) {
    trace.add("open", "s", name(socket), "family", inet6 ? "inet6" : "inet");
  }

  @Override
  public void closing(SocketChannel socket) {
    trace.add("close", "s", name(socket), "still_registered", loop.watches(socket));
  }

  // ---- calls --------------------------------------------------------------------------------

  MultiCode add(Easy easy) {
    return call("curl_multi_add_handle", () -> multi.add(easy.transfer), "easy", easy.number);
  }

  MultiCode remove(Easy easy) {
    return call("curl_multi_remove_handle", () -> multi.remove(easy.transfer), "easy", easy.number);
  }

  MultiCode timeout() {
    loop.disarm();
    return act(Multi.TIMEOUT, Readiness.UNKNOWN);
  }

  MultiCode act(@Nullable SocketChannel socket, Readiness readiness) {
    return call(
        "curl_multi_socket_action",
        () -> multi.socketAction(socket, readiness),
        "s",
        socket == null ? "TIMEOUT" : name(socket),
        "mask",
        readiness.traceName());
  }

  MultiCode socketAll() {
    return call("curl_multi_socket_all", multi::socketAll);
  }

  MultiCode pause(Easy easy) {
    return call(
        "curl_easy_pause", () -> multi.pause(easy.transfer), "easy", easy.number, "bits", "RECV");
  }

  MultiCode unpause(Easy easy) {
    return call(
        "curl_easy_pause", () -> multi.unpause(easy.transfer), "easy", easy.number, "bits", "CONT");
  }

  MultiCode pauseSending(Transfer transfer) {
    return call("curl_easy_pause", () -> multi.pauseSending(transfer), "bits", "SEND");
  }

  MultiCode unpauseSending(Transfer transfer) {
    return call("curl_easy_pause", () -> multi.unpauseSending(transfer), "bits", "CONT");
  }

  MultiCode cleanup() {
    cleanedUp = true;
    boolean read = reads;
    reads = false;
    MultiCode code = call("curl_multi_cleanup", multi::cleanup);
    reads = read;
    return code;
  }

  /// An attempt from inside a callback; written down, and without any effect if the multi is right.
  MultiCode attempt(String fn, Supplier<MultiCode> attempt, @Nullable Object... fields) {
    trace.add("call", with(fn, fields));
    MultiCode code = attempt.get();
    returned(fn, code);
    return code;
  }

  private MultiCode call(String fn, Supplier<MultiCode> call, @Nullable Object... fields) {
    trace.add("call", with(fn, fields));
    trace.enter();
    MultiCode code = call.get();
    trace.leave();
    trace.add("ret", "fn", fn, "rc", code.curlName(), "running", multi.running());
    if (asksTimeout) {
      long millis = multi.timeout();
      trace.add("call", "fn", "curl_multi_timeout");
      trace.add("ret", "fn", "curl_multi_timeout", "rc", "CURLM_OK", "cls", cls(millis));
    }
    if (reads) {
      read();
    }
    if (stopsAtAbort && code == MultiCode.ABORTED_BY_CALLBACK) {
      throw new Aborted();
    }
    return code;
  }

  /// A call has returned ABORTED_BY_CALLBACK.
  static final class Aborted extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  void read() {
    for (TransferMessage m = multi.infoRead(); m != null; m = multi.infoRead()) {
      TransferInfo info = m.transfer().info();
      Object easy = number(m.transfer());
      trace.add(
          "msg",
          "easy",
          easy,
          "result",
          m.result().curlName(),
          "queue",
          m.queued(),
          "http",
          info.httpStatus(),
          "new_connects",
          info.newConnects(),
          "body",
          easies.get((Integer) easy).received);
    }
  }

  private void returned(String fn, MultiCode code) {
    trace.add("ret", "fn", fn, "rc", code.curlName());
  }

  private static @Nullable Object[] with(String fn, @Nullable Object[] fields) {
    @Nullable Object[] all = new @Nullable Object[fields.length + 2];
    all[0] = "fn";
    all[1] = fn;
    System.arraycopy(fields, 0, all, 2, fields.length);
    return all;
  }

  private Object number(@Nullable Transfer transfer) {
    for (Easy easy : easies) {
      if (easy.transfer == transfer) {
        return easy.number;
      }
    }
    return "internal";
  }

  private String name(SocketChannel socket) {
    return names.computeIfAbsent(socket, s -> "S" + names.size());
  }

  private static String cls(long millis) {
    return millis < 0 ? "-1" : millis == 0 ? "0" : ">0";
  }

  void removeAll() {
    if (!cleanedUp) {
      easies.forEach(this::remove);
    }
  }

  boolean cleanedUp() {
    return cleanedUp;
  }

  /// Removes everything and cleans up, as the recorder does at its end.
  List<Line> finish() {
    removeAll();
    if (!cleanedUp) {
      cleanup();
    }
    trace.add("end", "socket_callbacks", socketCallbacks, "timer_callbacks", timerCallbacks);
    return trace.lines();
  }

  @Override
  public void close() throws IOException {
    multi.close();
    loop.close();
  }
}
