package org.sluice.app.tour;

import java.util.ArrayList;
import java.util.List;

/// Columns of text for a terminal, each as wide as its widest cell.
final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();

  TextTable(String... head) {
    rows.add(List.of(head));
  }

  void row(String... cells) {
    if (cells.length != rows.getFirst().size()) {
      throw new IllegalArgumentException(
          cells.length + " cells for " + rows.getFirst().size() + " columns");
    }
    rows.add(List.of(cells));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        line.append(cell).repeat(' ', width(column) - cell.length() + 2);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
