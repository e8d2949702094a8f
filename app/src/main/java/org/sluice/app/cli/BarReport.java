package org.sluice.app.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.loop.SelectorLoop;
import org.sluice.engine.loop.TransferView;

/// A bar for each file at work, redrawn in place; lines of finished files stand above.
///
/// **Limits**: ten redraws a second, [#MAX_BARS] bars.
final class BarReport implements GetReport {
  private static final int MAX_BARS = 12;
  private static final long TICK_NANOS = 100_000_000L;
  private static final String ERASE_BELOW = "\r\u001b[J";
  private static final String NO_WRAP = "\u001b[?7l";
  private static final String WRAP = "\u001b[?7h";

  private final PrintStream out;
  private final PrintStream err;
  private final Map<Long, Bar> bars = new LinkedHashMap<>();
  private final List<String> saved = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private int drawn;
  private long drawnNanos = System.nanoTime();
  private volatile boolean stopped;

  BarReport(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public void started(GetEvent.Started event) {
    bars.put(event.transfer(), new Bar(event.name(), System.nanoTime()));
  }

  @Override
  public void done(GetEvent.Done event) {
    bars.remove(event.transfer());
    if (event.result().ok()) {
      saved.add(GetWords.saved(event.result()));
    } else {
      failures.add(GetWords.failure(event.url(), event.result()));
    }
  }

  @Override
  public void tick(SelectorLoop loop) {
    long now = System.nanoTime();
    if (now - drawnNanos < TICK_NANOS || stopped) {
      return;
    }
    drawnNanos = now;
    LoopSnapshot snapshot = loop.snapshot();
    for (TransferView view : snapshot.transfers()) {
      Bar bar = bars.get(view.id());
      if (bar != null) {
        bar.update(view.info(), now);
      }
    }
    draw();
  }

  @Override
  public void ended(GetEvent.Ended event) {
    bars.clear();
    if (event.listError() != null) {
      failures.add(event.listError());
    }
    if (event.ok() + event.failed() != 1) {
      saved.add(GetWords.total(event));
    }
    draw();
  }

  private void draw() {
    StringBuilder text = new StringBuilder(erasing());
    for (String line : saved) {
      text.append(line).append('\n');
    }
    saved.clear();
    if (!failures.isEmpty()) {
      out.print(text);
      out.flush();
      text.setLength(0);
      failures.forEach(this::failed);
      failures.clear();
    }
    text.append(NO_WRAP);
    for (Bar bar : bars.values()) {
      if (drawn == MAX_BARS) {
        text.append("… and ").append(bars.size() - drawn).append(" more\n");
        drawn++;
        break;
      }
      text.append(bar.line()).append('\n');
      drawn++;
    }
    out.print(text.append(WRAP));
    out.flush();
  }

  /// Back to the first bar, and nothing below it any more.
  private String erasing() {
    String up = drawn == 0 ? "" : "\u001b[" + drawn + "A";
    drawn = 0;
    return up + ERASE_BELOW;
  }

  @Override
  public void failed(String sentence) {
    err.println("sluice: " + sentence);
  }

  @Override
  public void interrupted() {
    stopped = true;
    out.print(WRAP);
    out.flush();
  }
}
