package org.sluice.app.learn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Amounts;
import org.sluice.app.fx.SharpScroll;

/// What the application's variables hold at the moment that is shown.
final class ValuesPane extends ScrollPane {
  private static final List<String> NAMES =
      List.of("running", "ms", "ready", "watched", "assigned", "body", "done");

  /// The code has what is left.
  private static final double MOST_HEIGHT = 210;

  private final Map<String, Label> values = new LinkedHashMap<>();

  ValuesPane() {
    setId("values");
    getStyleClass().add("values");
    setMaxHeight(MOST_HEIGHT);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT);
    Label title = new Label(LearnWords.text("values"));
    title.getStyleClass().addAll("sl-semibold", "text-small");
    GridPane grid = new GridPane(12, 2);
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(118);
    ColumnConstraints wide = new ColumnConstraints();
    wide.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, wide);
    for (String name : NAMES) {
      Label label = new Label(LearnWords.text("value." + name));
      label.getStyleClass().addAll("sl-code", "muted");
      Label value = new Label();
      value.setId("value-" + name);
      value.getStyleClass().add("value");
      value.setWrapText(true);
      GridPane.setValignment(label, VPos.TOP);
      grid.addRow(values.size(), label, value);
      values.put(name, value);
    }
    VBox all = new VBox(title, grid);
    all.getStyleClass().add("values-text");
    setContent(all);
    SharpScroll.in(this);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    look(null);
  }

  /// Shows a moment.
  void look(@Nullable Moment now) {
    NowValues of = now == null ? null : now.values();
    put("running", of == null || of.running() < 0 ? "" : Integer.toString(of.running()));
    put("ms", of == null ? "" : Long.toString(of.timeoutMillis()));
    put("ready", of == null || of.acting() == null ? "" : ready(of.acting()));
    put("watched", of == null ? "" : watched(of.watched()));
    put("assigned", of == null ? "" : assigned(of.watched()));
    put("body", of == null || of.bodyBytes() == 0 ? "" : Amounts.count(of.bodyBytes()) + " B");
    put("done", of == null ? "" : String.join(" \u00b7 ", of.results()));
    StringBuilder spoken = new StringBuilder(LearnWords.text("values"));
    values.forEach(
        (name, value) ->
            spoken
                .append(", ")
                .append(LearnWords.text("value." + name))
                .append(' ')
                .append(value.getText()));
    setAccessibleText(spoken.toString());
  }

  private void put(String name, String value) {
    Label label = values.get(name);
    if (label != null) {
      label.setText(value.isEmpty() ? "\u2013" : value);
    }
  }

  private static String ready(Acting acting) {
    if (!acting.isSocket()) {
      return "CURL_SOCKET_TIMEOUT, 0";
    }
    String mask =
        switch (acting.readiness()) {
          case "IN" -> "CURL_CSELECT_IN";
          case "OUT" -> "CURL_CSELECT_OUT";
          default -> "CURL_CSELECT_IN | OUT";
        };
    return acting.socket() + ", " + mask;
  }

  private static String watched(List<Watched> all) {
    return all.stream()
        .map(socket -> socket.socket() + " " + socket.poll())
        .collect(Collectors.joining(" \u00b7 "));
  }

  private static String assigned(List<Watched> all) {
    return all.stream()
        .filter(socket -> !socket.assigned().isEmpty())
        .map(socket -> socket.socket() + " \u2192 " + socket.assigned())
        .collect(Collectors.joining(" \u00b7 "));
  }
}
