package org.sluice.app.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.sluice.engine.download.DownloadEvent;
import org.sluice.engine.download.ItemView;

/// Everything as lines of JSON, one object each, the last with the result.
///
/// Each has `event` and `time`. What is not known is null. **Limits**: the progress of a file once a
/// second.
final class JsonReport implements RunReport {
  private static final Duration BETWEEN = Duration.ofSeconds(1);

  private final JsonLines lines;
  private final Clock clock;
  private Instant next = Instant.MIN;
  private volatile boolean stopped;

  JsonReport(Caller caller, Clock clock) {
    lines = new JsonLines(caller.out());
    this.clock = clock;
  }

  @Override
  public void begun(ItemView item, Begun begun) {
    line("begun", json -> json.text("how", word(begun)).item(item));
  }

  @Override
  public void refused(Order.Refused order) {
    line(
        "refused",
        json ->
            json.text("address", order.shown())
                .text("error", order.label())
                .text("sentence", order.sentence())
                .number("code", order.code()));
  }

  @Override
  public void changed(ItemView item) {
    line("state", json -> json.item(item));
  }

  @Override
  public void ended(ItemView item, RunEnd end, EndCode code) {
    line(
        "ended",
        json ->
            json.text("how", word(end))
                .text("error", end.isGood() ? null : code.label())
                .number("code", code.number())
                .text("sentence", end == RunEnd.STOPPED ? ItemWords.happened(item) : null)
                .text("advice", end == RunEnd.STOPPED ? ItemWords.advice(item) : null)
                .item(item));
  }

  @Override
  public void notice(DownloadEvent.Notice notice) {
    line(
        "notice",
        json -> json.text("topic", word(notice.topic())).text("sentence", notice.sentence()));
  }

  @Override
  public void tick(List<ItemView> items, RunSummary sum) {
    Instant now = clock.instant();
    if (now.isBefore(next) || stopped) {
      return;
    }
    next = now.plus(BETWEEN);
    for (ItemView item : items) {
      if (item.amount().connections() > 0 || item.amount().verified() >= 0) {
        line("progress", json -> json.item(item).segments(item.segments()));
      }
    }
  }

  @Override
  public void finished(RunSummary sum, int code) {
    line("result", json -> json.sum(sum).number("code", code));
  }

  @Override
  public void complain(String sentence) {
    line("error", json -> json.text("sentence", sentence));
  }

  @Override
  public void interrupted(List<ItemView> items, RunSummary sum, boolean lasts) {
    stopped = true;
    for (ItemView item : items) {
      line("kept", json -> json.item(item));
    }
    line("result", json -> json.sum(sum).text("how", "interrupted"));
  }

  private void line(String event, JsonLines.Fields fields) {
    lines.write(
        json -> fields.write(json.text("event", event).text("time", clock.instant().toString())));
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
