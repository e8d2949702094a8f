package org.sluice.app.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.sluice.app.terminal.Columns;
import org.sluice.app.words.Sizes;
import org.sluice.app.words.StateWords;
import org.sluice.app.words.Times;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;

/// The list of downloads as a table: number, state, share, size, file, and why it goes no further.
final class ListTable {
  private static final List<String> HEAD = List.of("ID", "STATE", "DONE", "SIZE", "FILE");
  private static final String GAP = "  ";

  private final Instant now;
  private final ZoneId zone;

  ListTable(Instant now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /// The lines of the table; none if there is no item.
  List<String> of(List<ItemView> items) {
    if (items.isEmpty()) {
      return List.of();
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    items.forEach(item -> rows.add(row(item)));
    int[] widths = new int[HEAD.size() - 1];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Columns.of(row.get(i)));
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private List<String> row(ItemView item) {
    ItemView.Amount amount = item.amount();
    long length = amount.length();
    return List.of(
        item.id().toString(),
        JsonReport.word(item.state()),
        length > 0 ? share(amount.received(), length) : "",
        size(amount),
        Columns.harmless(ItemWords.shown(item)) + note(item));
  }

  private static String size(ItemView.Amount amount) {
    if (amount.length() >= 0) {
      return Sizes.bytes(amount.length());
    }
    return amount.received() == 0 ? "?" : Sizes.bytes(amount.received()) + "+";
  }

  private String note(ItemView item) {
    StateReason reason = item.standing().reason();
    if (reason == StateReason.NONE) {
      return "";
    }
    String words = StateWords.briefly(item.state(), reason);
    Instant until = item.standing().until();
    String when = until == null ? "" : ", again " + Times.until(until, now, zone);
    return GAP + "(" + words + when + ")";
  }

  private static String share(long part, long whole) {
    return (part >= whole ? 100 : Math.min(99, (long) (100.0 * part / whole))) + "%";
  }

  /// Numbers to the right, words to the left.
  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = row.get(i);
      String space = " ".repeat(widths[i] - Columns.of(cell));
      line.append(i == 1 ? cell + space : space + cell).append(GAP);
    }
    return line.append(row.getLast()).toString();
  }

  /// What is said below a table that does not show all.
  static String hidden(List<ItemView> all, StateChoice choice) {
    long complete = all.stream().filter(item -> item.state() == ItemState.COMPLETE).count();
    return choice.has(ItemState.COMPLETE) || complete == 0
        ? ""
        : complete
            + (complete == 1 ? " complete one is" : " complete ones are")
            + " not shown; --all shows all.";
  }
}
