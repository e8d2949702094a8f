package org.sluice.app.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.sluice.app.terminal.Columns;
import org.sluice.app.terminal.ProgressFrame;
import org.sluice.app.terminal.ProgressLine;
import org.sluice.app.terminal.Screen;
import org.sluice.app.terminal.Terminal;
import org.sluice.engine.download.DownloadEvent;
import org.sluice.engine.download.ItemView;

/// A bar for each file at work, redrawn in place; lines of finished files stand above.
final class BarReport implements RunReport {
  private final PrintStream err;
  private final Screen screen;
  private final Terminal terminal;
  private final Clock clock;
  private final List<String> passing = new ArrayList<>();
  private volatile boolean stopped;

  BarReport(Caller caller, Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
    err = caller.err();
    screen = new Screen(caller.out());
  }

  @Override
  public void begun(ItemView item, Begun begun) {
    if (begun != Begun.NEW) {
      pass(RunWords.begun(item, begun));
    }
  }

  @Override
  public void refused(Order.Refused order) {
    complain(RunWords.refused(order));
  }

  @Override
  public void changed(ItemView item) {}

  @Override
  public void ended(ItemView item, RunEnd end, EndCode code) {
    if (end.isGood()) {
      pass(RunWords.ended(item, end, code));
    } else {
      complain(RunWords.ended(item, end, code));
    }
  }

  @Override
  public void notice(DownloadEvent.Notice notice) {
    complain(notice.sentence());
  }

  @Override
  public void tick(List<ItemView> items, RunSummary sum) {
    if (!stopped) {
      ProgressLine line =
          new ProgressLine(terminal.width(), terminal.glyphs(), clock.instant(), clock.getZone());
      ProgressFrame.Sum last = new ProgressFrame.Sum(sum.ended(), sum.all(), sum.bytesPerSecond());
      screen.draw(passing, ProgressFrame.of(items, last, terminal.width(), line));
      passing.clear();
    }
  }

  @Override
  public void finished(RunSummary sum, int code) {
    if (sum.ended() != 1) {
      pass(sum.words());
    }
    screen.draw(passing, List.of());
    passing.clear();
  }

  @Override
  public void complain(String sentence) {
    if (!stopped) {
      screen.draw(passing, List.of());
      passing.clear();
    }
    err.println("sluice: " + Columns.harmless(sentence));
  }

  @Override
  public void interrupted(List<ItemView> items, RunSummary sum, boolean lasts) {
    stopped = true;
    screen.leave();
    RunWords.interrupted(items, sum, lasts).forEach(this::complain);
  }

  private void pass(String line) {
    passing.add(Columns.harmless(line));
  }
}
