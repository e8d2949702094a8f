package org.sluice.app.curl.run;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sluice.app.curl.Operation;
import org.sluice.engine.http.HttpDate;
import org.sluice.engine.http.ResponseHead;

/// Whether a transfer is tried again, and when: curl's rules, not those of the downloads.
///
/// **Source**: curl's manual, `--retry`.
final class RetryRule {
  private static final long FIRST_WAIT_MILLIS = 1_000;
  private static final long LONGEST_WAIT_MILLIS = 600_000;
  private static final List<Integer> TRANSIENT_STATUS =
      List.of(408, 429, 500, 502, 503, 504, 522, 524);
  private static final List<Integer> ALWAYS = List.of(5, 6, 28);
  private static final int COULDNT_CONNECT = 7;

  private final Operation operation;
  private final long delayMillis;
  private final long mostMillis;
  private long remaining;
  private long waitMillis;

  RetryRule(Operation operation) {
    this.operation = operation;
    remaining = operation.number("retry", 0);
    delayMillis = operation.millis("retry-delay", 0);
    mostMillis = operation.millis("retry-max-time", 0);
    waitMillis = delayMillis;
  }

  long remaining() {
    return remaining;
  }

  /// How a wait is told of.
  ///
  /// @param reason a sentence; null for no other attempt
  record Decision(OptionalLong waitMillis, @Nullable String reason) {}

  /// @param code how it ended
  /// @param refused whether "connection refused" was the reason
  /// @param spentMillis since the first attempt
  Decision decide(
      int code, boolean refused, @Nullable ResponseHead head, long spentMillis, Instant now) {
    if (remaining <= 0 || (mostMillis > 0 && spentMillis >= mostMillis)) {
      return new Decision(OptionalLong.empty(), null);
    }
    String problem = problem(code, refused, head);
    if (problem == null) {
      return new Decision(OptionalLong.empty(), null);
    }
    long asked = problem.equals(": HTTP error") && head != null ? retryAfterMillis(head, now) : 0;
    if (asked > 0 && mostMillis > 0 && spentMillis + asked > mostMillis) {
      return new Decision(
          OptionalLong.empty(),
          "The Retry-After: time would make this command line exceed the maximum allowed time for"
              + " retries.");
    }
    if (asked == 0 && delayMillis == 0) {
      waitMillis =
          waitMillis == 0 ? FIRST_WAIT_MILLIS : Math.min(waitMillis * 2, LONGEST_WAIT_MILLIS);
    }
    long wait = asked > 0 ? asked : waitMillis;
    String sentence =
        "Problem "
            + problem
            + ". Retrying in "
            + seconds(wait)
            + ". "
            + remaining
            + (remaining > 1 ? " retries left." : " retry left.");
    remaining--;
    return new Decision(OptionalLong.of(wait), sentence);
  }

  private @Nullable String problem(int code, boolean refused, @Nullable ResponseHead head) {
    if (ALWAYS.contains(code)) {
      return ": timeout";
    }
    if (operation.isOn("retry-connrefused") && code == COULDNT_CONNECT && refused) {
      return ": connection refused";
    }
    boolean mayBeStatus =
        code == 0
            || (code == ExitCodes.HTTP_RETURNED_ERROR
                && (operation.isOn("fail") || operation.isOn("fail-with-body")));
    if (mayBeStatus && head != null && TRANSIENT_STATUS.contains(head.status())) {
      return ": HTTP error";
    }
    return code != 0 && operation.isOn("retry-all-errors") ? "(retrying all errors)" : null;
  }

  private static String seconds(long millis) {
    String number =
        millis % 1000 == 0
            ? Long.toString(millis / 1000)
            : "%d.%03d".formatted(millis / 1000, millis % 1000);
    return number + (millis == 1000 ? " second" : " seconds");
  }

  /// Seconds or a date.
  private static long retryAfterMillis(ResponseHead head, Instant now) {
    String value = head.header("Retry-After");
    if (value == null) {
      return 0;
    }
    String text = value.strip();
    if (text.matches("\\d{1,9}")) {
      return Long.parseLong(text) * 1000;
    }
    return HttpDate.parse(text)
        .map(at -> Math.max(0, at.toEpochMilli() - now.toEpochMilli()))
        .orElse(0L);
  }
}
