package org.sluice.app.downloads;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/// What is kept of the columns of the table until the next start: their order and widths, which are shown,
/// and what the table is sorted by.
///
/// **Threads**: JavaFX.
final class ColumnMemory {
  private static final String NEWEST_FIRST = "added,down";

  private ColumnMemory() {}

  /// @param chosen whether the user said which are shown; else that follows the width of the window
  static Map<String, String> of(DownloadsTable table, boolean chosen) {
    Map<String, String> memory = new HashMap<>();
    List<String> order = new ArrayList<>();
    for (TableColumn<DownloadRow, ?> each : table.getColumns()) {
      String key = key(each);
      order.add(key);
      memory.put("width." + key, Long.toString(Math.round(each.getWidth())));
      if (chosen) {
        memory.put("column." + key, Boolean.toString(each.isVisible()));
      }
    }
    memory.put("columns", String.join(",", order));
    if (!table.getSortOrder().isEmpty()) {
      TableColumn<DownloadRow, ?> first = table.getSortOrder().getFirst();
      boolean up = first.getSortType() == TableColumn.SortType.ASCENDING;
      memory.put("sort", key(first) + (up ? "" : ",down"));
    }
    return memory;
  }

  /// What is not known, or makes no sense, stays as it is.
  static void restore(DownloadsTable table, Map<String, String> memory) {
    String kept = memory.getOrDefault("columns", "");
    if (!kept.isEmpty()) {
      List<String> order = List.of(kept.split(",", -1));
      List<TableColumn<DownloadRow, ?>> sorted = new ArrayList<>(table.getColumns());
      sorted.sort(Comparator.comparingInt(each -> place(order, key(each))));
      table.getColumns().setAll(sorted);
    }
    for (TableColumn<DownloadRow, ?> each : table.getColumns()) {
      String shown = memory.get("column." + key(each));
      if (shown != null) {
        table.choose((Column) each.getUserData(), Boolean.parseBoolean(shown));
      }
      double width = width(memory.get("width." + key(each)));
      if (width >= each.getMinWidth()) {
        each.setPrefWidth(width);
      }
    }
    table.sortBy(memory.getOrDefault("sort", NEWEST_FIRST));
  }

  private static String key(TableColumn<DownloadRow, ?> column) {
    return ((Column) column.getUserData()).key();
  }

  private static int place(List<String> order, String key) {
    int at = order.indexOf(key);
    return at < 0 ? Integer.MAX_VALUE : at;
  }

  private static double width(@Nullable String text) {
    try {
      return text == null ? 0 : Double.parseDouble(text);
    } catch (NumberFormatException broken) {
      return 0; // a column in its usual width is no loss
    }
  }
}
