package org.sluice.app.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sluice.app.terminal.Columns;
import org.sluice.app.words.Times;
import org.sluice.engine.download.DownloadEvent;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;

/// One line for each file that is complete, for pipes and logs; what failed goes to the error
/// output, and so does what waits long. If it is to be quiet, only what failed is said.
final class LineReport implements RunReport {
  /// A wait that is shorter is not worth a line.
  private static final Duration LONG_WAIT = Duration.ofSeconds(5);

  private final PrintStream out;
  private final PrintStream err;
  private final boolean verbose;
  private final Clock clock;
  private final Map<ItemId, String> said = new HashMap<>();

  LineReport(Caller caller, boolean verbose, Clock clock) {
    out = caller.out();
    err = caller.err();
    this.verbose = verbose;
    this.clock = clock;
  }

  @Override
  public void begun(ItemView item, Begun begun) {
    if (verbose && begun != Begun.NEW) {
      say(RunWords.begun(item, begun));
    }
  }

  @Override
  public void refused(Order.Refused order) {
    complain(RunWords.refused(order));
  }

  @Override
  public void changed(ItemView item) {
    if (item.state() != ItemState.WAITING && item.state() != ItemState.PAUSED) {
      said.remove(item.id());
      return;
    }
    Instant now = clock.instant();
    Instant until = item.standing().until();
    boolean isLong = until == null || Duration.between(now, until).compareTo(LONG_WAIT) > 0;
    if (verbose && isLong) {
      String text = RunWords.waiting(item);
      if (!text.equals(said.put(item.id(), text))) {
        String when =
            until == null ? "" : " It goes on " + Times.until(until, now, clock.getZone()) + ".";
        complain(text + when);
      }
    }
  }

  @Override
  public void ended(ItemView item, RunEnd end, EndCode code) {
    said.remove(item.id());
    if (!end.isGood()) {
      complain(RunWords.ended(item, end, code));
    } else if (verbose) {
      say(RunWords.ended(item, end, code));
    }
  }

  @Override
  public void notice(DownloadEvent.Notice notice) {
    complain(notice.sentence());
  }

  @Override
  public void tick(List<ItemView> items, RunSummary sum) {}

  @Override
  public void finished(RunSummary sum, int code) {
    if (verbose && sum.ended() != 1) {
      say(sum.words());
    }
  }

  @Override
  public void complain(String sentence) {
    err.println("sluice: " + Columns.harmless(sentence));
  }

  @Override
  public void interrupted(List<ItemView> items, RunSummary sum, boolean lasts) {
    RunWords.interrupted(items, sum, lasts).forEach(this::complain);
  }

  private void say(String line) {
    out.println(Columns.harmless(line));
  }
}
