package org.sluice.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sluice.app.words.Redaction;
import org.sluice.app.words.Sizes;
import org.sluice.app.words.StateWords;
import org.sluice.engine.download.ItemView;

/// The sentences of a run.
final class RunWords {
  /// So many numbers are written out; more are all.
  private static final int MOST_NUMBERS = 8;

  private RunWords() {}

  /// That a download of the list goes on, and from where.
  static String begun(ItemView item, Begun begun) {
    long here = item.amount().received();
    String name = "download " + item.id() + ", " + ItemWords.shown(item);
    return switch (begun) {
      case NEW -> "Begins " + name;
      case CONTINUED ->
          "Goes on with "
              + name
              + (here == 0 ? "" : ", at " + amount(here, item.amount().length()));
      case RESTARTED -> "Begins again with " + name;
    };
  }

  private static String amount(long here, long length) {
    return length < 0 ? Sizes.bytes(here) : Sizes.of(here, length);
  }

  static String refused(Order.Refused order) {
    return order.shown()
        + ": "
        + (order.sentence().endsWith(".") ? order.sentence() : order.sentence() + ".")
        + " ("
        + order.label()
        + ", "
        + order.code()
        + ")";
  }

  /// What a download waits for.
  static String waiting(ItemView item) {
    String said = item.standing().sentence();
    String why =
        said.isBlank() ? StateWords.happened(item.standing().reason()) : Redaction.of(said.strip());
    return item.address() + ": " + (why.endsWith(".") ? why : why + ".");
  }

  static String ended(ItemView item, RunEnd end, EndCode code) {
    return switch (end) {
      case SAVED -> ItemWords.saved(item);
      case SKIPPED -> ItemWords.shown(item) + "  was there already";
      case STOPPED -> ItemWords.stopped(item, code);
      case TIMED_OUT ->
          item.address()
              + ": It was not complete in the time of --max-time. "
              + ItemWords.kept(item)
              + " To go on: sluice resume "
              + item.id()
              + "."
              + inBrackets(code);
      case REMOVED -> item.address() + ": It was taken out of the list." + inBrackets(code);
    };
  }

  static String inBrackets(EndCode code) {
    return " (" + code.label() + ", " + code.number() + ")";
  }

  /// What was kept when the process was ended, and how it goes on.
  ///
  /// @param items that have not ended
  /// @param lasts whether they can go on in another process
  static List<String> interrupted(List<ItemView> items, RunSummary sum, boolean lasts) {
    List<String> lines = new ArrayList<>();
    lines.add("Interrupted. What is here is kept.");
    for (ItemView item : items) {
      if (item.amount().received() > 0 && lines.size() <= MOST_NUMBERS) {
        lines.add(
            "Kept: "
                + (item.file().part() == null ? ItemWords.shown(item) : item.file().part())
                + ", "
                + amount(item.amount().received(), item.amount().length())
                + ".");
      }
    }
    if (!lasts) {
      lines.add("The lab has ended with this process, so nothing of it can go on.");
    } else if (!items.isEmpty()) {
      String numbers =
          items.size() > MOST_NUMBERS
              ? "--all"
              : items.stream().map(item -> item.id().toString()).collect(Collectors.joining(" "));
      lines.add("To go on: sluice resume " + numbers);
    }
    if (sum.more()) {
      lines.add("Not all was begun: run the same command again for the rest, with --no-clobber.");
    }
    return lines;
  }
}
