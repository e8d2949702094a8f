package org.sluice.app.curl.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sluice.app.curl.CurlCommand;
import org.sluice.app.curl.Inputs;
import org.sluice.app.curl.Operation;
import org.sluice.app.curl.StartRate;
import org.sluice.app.curl.UsageException;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.http.HttpDate;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.loop.SelectorLoop;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.multi.TransferInfo;
import org.sluice.engine.multi.TransferMessage;
import org.sluice.engine.multi.TransferStages;
import org.sluice.engine.request.BodySink;
import org.sluice.engine.request.HeadKind;
import org.sluice.engine.request.TransferOptions;

/// Runs the transfers of a command line, one after the other or, with `-Z`, several at a time.
///
/// **Threads**: everything here is on the caller's thread; the loop only hands over its messages.
/// **Errors**: the exit code is that of the last transfer, or with `-Z` that of the first failure,
/// as in curl.
final class Runner {
  private final CurlCommand command;
  private final Place place;
  private final Inputs inputs;
  private final Messages messages;
  private final SelectorLoop loop;
  private final Jobs jobs;
  private final CookieShelf cookies;
  private final ProgressMeter meter;
  private final boolean parallel;
  private final int most;
  private final LinkedBlockingQueue<TransferMessage> done = new LinkedBlockingQueue<>();
  private final Map<Transfer, Active> active = new HashMap<>();
  private final List<Active> waiting = new ArrayList<>();
  private int exitCode;
  private boolean stopped;
  private boolean any;
  private long lastStartNanos;

  Runner(CurlCommand command, Place place, Inputs inputs, Messages messages, SelectorLoop loop) {
    this.command = command;
    this.place = place;
    this.inputs = inputs;
    this.messages = messages;
    this.loop = loop;
    jobs = new Jobs(command);
    cookies = new CookieShelf(place, inputs, messages);
    parallel = command.isOn("parallel");
    // On a terminal it would be in the middle of the answer.
    boolean mixed = place.terminal() && command.writesToStdout();
    meter =
        new ProgressMeter(
            mixed ? ProgressMeter.Kind.NONE : ProgressMeter.kindOf(command),
            messages.stream(),
            messages.width());
    most = parallel ? Math.clamp(command.number("parallel-max", 50), 1, 65_535) : 1;
  }

  /// A transfer between its first attempt and its end.
  private static final class Active {
    private final JobMaker.Ready ready;
    private final JobRun run;
    private final RetryRule retry;
    private final long firstNanos = System.nanoTime();
    private long startNanos = System.nanoTime();
    private long dueNanos;
    private int retries;
    private TransferStages stages = TransferStages.NONE;
    private @Nullable TransferOptions options;

    Active(JobMaker.Ready ready, JobRun run) {
      this.ready = ready;
      options = ready.options();
      this.run = run;
      retry = new RetryRule(ready.job().operation());
    }
  }

  /// @return the exit code
  int run() throws InterruptedException {
    loop.onMessage(done::add);
    while (true) {
      while (!stopped && active.size() + waiting.size() < most && jobs.hasNext()) {
        pace();
        begin();
      }
      if (active.isEmpty() && waiting.isEmpty()) {
        if (!any && !stopped) {
          messages.error("no transfer performed");
          return ExitCodes.READ_ERROR;
        }
        meter.closes(System.nanoTime());
        return exitCode;
      }
      long millis = Math.min(millisToWait(), meter.everyMillis());
      TransferMessage message = done.poll(millis, TimeUnit.MILLISECONDS);
      if (message != null) {
        ended(message);
      }
      meter.tick(moved(), System.nanoTime());
      startDue();
    }
  }

  private List<Moved> moved() {
    return active.values().stream().map(one -> one.run.moved(one.startNanos)).toList();
  }

  /// With `--rate`: not sooner after the last start than that.
  private void pace() throws InterruptedException {
    String rate = command.text("rate");
    if (rate == null || parallel) {
      return;
    }
    long millis = StartRate.parse(rate).millisBetween();
    long left = millis - (System.nanoTime() - lastStartNanos) / 1_000_000;
    if (any && left > 0) {
      messages.note("waits " + left + "ms as set by --rate");
      TimeUnit.MILLISECONDS.sleep(left);
    }
    lastStartNanos = System.nanoTime();
  }

  private long millisToWait() {
    long now = System.nanoTime();
    return waiting.stream()
        .mapToLong(a -> Math.max(0, (a.dueNanos - now) / 1_000_000 + 1))
        .min()
        .orElse(Long.MAX_VALUE);
  }

  private void startDue() {
    long now = System.nanoTime();
    for (Active one : List.copyOf(waiting)) {
      if (one.dueNanos - now <= 0) {
        waiting.remove(one);
        start(one);
      }
    }
  }

  /// Makes the next transfer ready and starts it.
  private void begin() {
    try {
      JobMaker.Ready ready = maker().make(jobs.next());
      any = true;
      JobRun run = ready.run();
      JobException problem = ready.problem();
      if (run != null && problem != null) {
        unsent(new Active(ready, run), problem);
      } else if (run != null) {
        start(new Active(ready, run));
      }
    } catch (NothingToDo e) {
      jobs.skipOperation();
    } catch (JobException e) {
      messages.error(e.code(), e.sentence());
      failed(e.code());
      stopped = true;
    } catch (UsageException e) {
      messages.error(e.sentence());
      failed(e.exitCode());
      stopped = true;
    }
  }

  private JobMaker maker() {
    return new JobMaker(place, inputs, messages, cookies);
  }

  /// A transfer that fails before anything is sent.
  private void unsent(Active one, JobException problem) {
    messages.error(problem.code(), problem.sentence());
    TransferInfo info = new Transfer(TransferOptions.get(one.ready.url()), BodySink.DISCARD).info();
    int code = finish(one, problem.code(), info);
    report(one, info, code, problem.sentence(), 0);
    failed(code);
    stopped |= command.isOn("fail-early");
  }

  private void start(Active one) {
    one.startNanos = System.nanoTime();
    Transfer transfer = new Transfer(java.util.Objects.requireNonNull(one.options), one.run);
    one.run.carriedBy(transfer);
    meter.begins(one.run.moved(one.startNanos));
    active.put(transfer, one);
    loop.add(transfer);
  }

  private void ended(TransferMessage message) {
    Active one = active.remove(message.transfer());
    if (one == null) {
      return;
    }
    long nanos = System.nanoTime() - one.startNanos;
    meter.ends(one.run.moved(one.startNanos), System.nanoTime());
    TransferInfo info = message.transfer().info();
    one.stages = message.transfer().stages();
    loop.remove(message.transfer());
    int code = code(message.result(), one.run);
    String sentence = sentence(code, message.result(), info, one.run);
    Operation operation = one.ready.job().operation();
    if (code == 0 && operation.isOn("fail-with-body") && info.httpStatus() >= 400) {
      code = ExitCodes.HTTP_RETURNED_ERROR;
      sentence = "The requested URL returned error: " + info.httpStatus();
    }
    if (code != 0) {
      messages.error(code, sentence == null ? "" : sentence);
    }
    if (code == 0 && one.run.bodyBytes() == 0 && !isUnmet(info) && !one.run.createEmpty()) {
      code = ExitCodes.WRITE_ERROR;
    }
    if (retries(one, code, info)) {
      return;
    }
    code = finish(one, code, info);
    report(one, info, code, sentence, nanos);
    failed(code);
    if (code != 0 && command.isOn("fail-early")) {
      stopped = true;
      waiting.clear();
    }
  }

  private static boolean isUnmet(TransferInfo info) {
    return info.httpStatus() == 304;
  }

  private static int code(TransferErrorCode result, JobRun run) {
    if (result != TransferErrorCode.OK && run.ownCode() != 0) {
      return run.ownCode();
    }
    return result.number();
  }

  private static @Nullable String sentence(
      int code, TransferErrorCode result, TransferInfo info, JobRun run) {
    if (code == 0) {
      return null;
    }
    if (run.ownCode() != 0) {
      return run.ownSentence();
    }
    SeenHead last = run.heads().isEmpty() ? null : run.heads().getLast();
    if (last != null && last.kind() == HeadKind.CONNECT && last.head().status() / 100 != 2) {
      return "CONNECT tunnel failed, response " + last.head().status();
    }
    String error = info.error();
    return error == null ? result.text() : error;
  }

  private boolean retries(Active one, int code, TransferInfo info) {
    long spentMillis = (System.nanoTime() - one.firstNanos) / 1_000_000;
    ResponseHead head = one.run.heads().isEmpty() ? info.head() : one.run.heads().getLast().head();
    boolean refused = String.valueOf(info.error()).contains("refused");
    RetryRule.Decision decision = one.retry.decide(code, refused, head, spentMillis, Instant.now());
    if (decision.reason() != null) {
      messages.warning(decision.reason());
    }
    if (decision.waitMillis().isEmpty()) {
      return false;
    }
    try {
      Operation operation = one.ready.job().operation();
      if ("-".equals(operation.text("continue-at")) && one.run.output().isFile()) {
        one.options = maker().again(one.ready, one.run, one.run.goOn());
      } else {
        one.run.startOver();
      }
    } catch (IOException | UsageException e) {
      messages.error("Failed to truncate file");
      return false;
    }
    one.retries++;
    one.dueNanos = System.nanoTime() + decision.waitMillis().getAsLong() * 1_000_000;
    waiting.add(one);
    return true;
  }

  /// Closes and dates the files.
  private int finish(Active one, int code, TransferInfo info) {
    Operation operation = one.ready.job().operation();
    OutputFile output = one.run.output();
    try {
      boolean wasOpen = output.isOpen();
      output.close();
      one.run.closeHeads();
      cookies.keep(operation);
      if (code != 0 && wasOpen && operation.isOn("remove-on-error") && output.delete()) {
        messages.note("Removed output file: " + output.name());
      }
      ResponseHead head = info.head();
      String modified = head == null ? null : head.header("Last-Modified");
      if (code == 0 && operation.isOn("remote-time") && modified != null && output.isFile()) {
        var time = HttpDate.parse(modified).or(() -> DateText.parse(modified));
        if (time.isPresent()) {
          output.setTime(time.get());
        }
      }
      return code;
    } catch (IOException e) {
      messages.error(ExitCodes.WRITE_ERROR, "Failed writing body");
      return ExitCodes.WRITE_ERROR;
    }
  }

  private void report(
      Active one, TransferInfo info, int code, @Nullable String sentence, long nanos) {
    String format = one.ready.job().operation().text("write-out");
    if (format == null) {
      return;
    }
    Report report =
        new Report(
            one.ready.job(),
            one.ready.url(),
            info,
            one.run.heads(),
            code,
            sentence,
            one.retries,
            nanos,
            info.sent(),
            one.stages,
            one.run.lastRequest(),
            one.run.requestBytes(),
            one.run.output().name());
    try {
      String text =
          format.startsWith("@")
              ? new String(inputs.read(format.substring(1)), StandardCharsets.UTF_8)
                  .replaceAll("[\\r\\n]", "")
              : format;
      new WriteOut(place, messages, report, Instant.now()).write(text);
    } catch (IOException e) {
      messages.warning("Failed to read or write what --write-out says: " + e.getMessage());
    }
  }

  private void failed(int code) {
    if (!parallel) {
      exitCode = code;
    } else if (exitCode == 0) {
      exitCode = code;
    }
  }
}
