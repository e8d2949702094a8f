package org.sluice.app.downloads;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which rows are shown, and in which order.
///
/// **Threads**: pure functions.
final class RowOrder {
  private RowOrder() {}

  /// Everything anew.
  ///
  /// @param all in the order in which they were added
  /// @param order null for that order; equals keep it
  static List<DownloadRow> sorted(
      List<DownloadRow> all,
      Predicate<DownloadRow> shown,
      @Nullable Comparator<DownloadRow> order) {
    List<DownloadRow> rows = new ArrayList<>();
    for (DownloadRow row : all) {
      if (shown.test(row)) {
        rows.add(row);
      }
    }
    if (order != null) {
      rows.sort(order);
    }
    return rows;
  }

  /// What is shown stays where it is; what came is put where it belongs among what does not move.
  ///
  /// @param before as shown now
  /// @param wanted as [#sorted] says
  static List<DownloadRow> held(List<DownloadRow> before, List<DownloadRow> wanted) {
    Set<DownloadRow> there = new HashSet<>(wanted);
    List<DownloadRow> rows = new ArrayList<>();
    Set<DownloadRow> known = new HashSet<>();
    for (DownloadRow row : before) {
      if (there.contains(row)) {
        rows.add(row);
        known.add(row);
      }
    }
    if (known.size() == wanted.size()) {
      return rows;
    }
    Map<DownloadRow, Integer> places = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      places.put(rows.get(i), i);
    }
    int added = 0;
    int after = 0;
    for (DownloadRow row : wanted) {
      Integer place = places.get(row);
      if (place == null) {
        rows.add(Math.min(after + added, rows.size()), row);
        added++;
      } else {
        after = place + 1;
      }
    }
    return rows;
  }
}
