package org.sluice.app.curl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An operation while its options are read.
///
/// URLs, outputs and uploads are three rows that meet by their order: the first `-o` belongs to the
/// first URL, wherever they stand.
final class OperationDraft {
  private static final class Row {
    private @Nullable String url;
    private boolean plain;
    private @Nullable Destination destination;
    private boolean destinationSet;
    private @Nullable String upload;
  }

  private final List<Given> given = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();

  void add(Given one) {
    given.add(one);
  }

  /// Whether a switch is on up to here.
  boolean isOn(String name) {
    return new Operation(given, List.of()).isOn(name);
  }

  boolean has(String name) {
    return given.stream().anyMatch(g -> g.is(name));
  }

  boolean hasUrl() {
    return !rows.isEmpty() && rows.getFirst().url != null;
  }

  boolean isEmpty() {
    return given.isEmpty() && rows.isEmpty();
  }

  int urls() {
    return (int) rows.stream().filter(row -> row.url != null).count();
  }

  /// @param plain of a list: it has no pattern, and goes to a file
  void url(String url, boolean plain) {
    Row row = rows.stream().filter(r -> r.url == null).findFirst().orElseGet(this::newRow);
    row.url = url;
    if (plain) {
      row.plain = true;
      row.destination = new Destination.Remote();
    }
  }

  void destination(Destination where) {
    Row row = rows.stream().filter(r -> !r.destinationSet).findFirst().orElseGet(this::newRow);
    row.destination = where;
    row.destinationSet = true;
  }

  void upload(String file) {
    Row row = rows.stream().filter(r -> r.upload == null).findFirst().orElseGet(this::newRow);
    row.upload = file;
  }

  /// Whether the output goes on where its file ends: `-C -`.
  boolean isContinuedAtEnd() {
    return "-".equals(new Operation(given, List.of()).text("continue-at"));
  }

  private Row newRow() {
    Row row = new Row();
    row.destination = isOn("remote-name-all") ? new Destination.Remote() : null;
    rows.add(row);
    return row;
  }

  /// @param warnings told of an output without a URL
  Operation build(Consumer<String> warnings) {
    List<Target> targets = new ArrayList<>();
    sayWhereEarlierOnesGo();
    for (Row row : rows) {
      String url = row.url;
      if (url == null) {
        warnings.accept("Got more output options than URLs");
        break;
      }
      targets.add(new Target(url, row.plain, row.destination, row.upload));
    }
    // Where each goes is said by now; written behind the first of them, it must not change that.
    List<Given> rest = given.stream().filter(one -> !one.is("remote-name-all")).toList();
    return new Operation(rest, targets);
  }

  /// An output belongs to the first URL that has none yet: before one that has, none may be unsaid, or
  /// it could not be written down again.
  private void sayWhereEarlierOnesGo() {
    boolean later = false;
    for (Row row : rows.reversed()) {
      if (row.destination == null && later) {
        row.destination = Destination.STDOUT;
      }
      later |= row.destination != null;
    }
  }
}
