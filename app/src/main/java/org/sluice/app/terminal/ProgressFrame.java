package org.sluice.app.terminal;

import java.util.ArrayList;
import java.util.List;
import org.sluice.app.words.Sizes;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemState;

/// All that moves on the terminal at one moment: a line for each download at work, and one for the
/// rest.
///
/// **Limits**: [#MOST_LINES] downloads.
public final class ProgressFrame {
  public static final int MOST_LINES = 12;

  /// What is said below the lines, if more than one download is wanted.
  ///
  /// @param done complete or given up
  /// @param all 0 if it is not known yet how many there are
  public record Sum(long done, long all, long bytesPerSecond) {}

  private ProgressFrame() {}

  /// The lines.
  ///
  /// @param items of this run, in their order
  public static List<String> of(List<ItemView> items, Sum sum, int width, ProgressLine line) {
    List<String> lines = new ArrayList<>();
    int more = 0;
    int queued = 0;
    int running = 0;
    for (ItemView item : items) {
      if (item.state() == ItemState.QUEUED) {
        queued++;
      } else if (!item.state().isOver()) {
        running++;
        if (lines.size() < MOST_LINES) {
          lines.add(line.of(item));
        } else {
          more++;
        }
      }
    }
    if (more > 0) {
      lines.add("… and " + more + " more at work");
    }
    if (queued > 0 || running > 1 || sum.done > 0) {
      lines.add(cut(last(sum, queued), width));
    }
    return lines;
  }

  private static String last(Sum sum, int queued) {
    String files = sum.all == 0 ? sum.done + " files" : sum.done + " of " + sum.all + " files";
    String wait = queued == 0 ? "" : ", " + queued + (queued == 1 ? " waits" : " wait");
    return files + wait + ", " + Sizes.rate(sum.bytesPerSecond);
  }

  private static String cut(String text, int width) {
    return Columns.of(text) <= width ? text : text.substring(0, Math.min(text.length(), width));
  }
}
