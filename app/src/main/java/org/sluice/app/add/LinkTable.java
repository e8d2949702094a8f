package org.sluice.app.add;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.sluice.app.downloads.CellTexts;
import org.sluice.app.fx.TextWidth;
import org.sluice.app.words.Redaction;

/// Several links, each with what its server says.
final class LinkTable extends TableView<LinkRow> {
  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

  LinkTable(AddViewModel model) {
    setId("links");
    getStyleClass().addAll("link-table", "edge-to-edge");
    setFixedCellSize(26);
    setPrefHeight(168);
    setAccessibleText(AddWords.text("links.accessible"));
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setItems(model.links());
    getColumns()
        .addAll(
            List.of(
                column(
                    "name",
                    210,
                    row -> row.answerProperty().map(_ -> row.name()).orElse(row.name())),
                numeric(
                    column(
                        "size",
                        90,
                        row -> row.answerProperty().map(LinkTable::size).orElse(CellTexts.NONE))),
                states(
                    column(
                        "state",
                        110,
                        row ->
                            Bindings.createStringBinding(
                                () -> state(row), row.answerProperty(), row.knownProperty()))),
                column(
                    "address",
                    290,
                    row -> new ReadOnlyStringWrapper(Redaction.of(row.link().url())))));
  }

  private static String size(@Nullable ProbeAnswer answer) {
    return answer instanceof ProbeAnswer.Ready ready
        ? CellTexts.size(ready.length())
        : CellTexts.NONE;
  }

  private static String state(LinkRow row) {
    return row.knownProperty().get()
        ? AddWords.text("links.known")
        : state(row.answerProperty().get());
  }

  private static String state(@Nullable ProbeAnswer answer) {
    return switch (answer) {
      case null -> AddWords.text("links.unasked");
      case ProbeAnswer.Asking _ -> AddWords.text("probe.asking");
      case ProbeAnswer.Ready _ -> AddWords.text("probe.ready");
      case ProbeAnswer.Refused _ -> AddWords.text("links.refused");
    };
  }

  private static TableColumn<LinkRow, String> numeric(TableColumn<LinkRow, String> column) {
    column.getStyleClass().add("numeric");
    column.setCellFactory(
        _ -> {
          TableCell<LinkRow, String> cell = new WordCell();
          cell.getStyleClass().add("numeric");
          return cell;
        });
    return column;
  }

  /// What was refused is to be seen at once.
  private static TableColumn<LinkRow, String> states(TableColumn<LinkRow, String> column) {
    column.setCellFactory(
        _ ->
            new WordCell() {
              @Override
              protected void updateItem(@Nullable String words, boolean empty) {
                super.updateItem(words, empty);
                LinkRow row = empty || getTableRow() == null ? null : getTableRow().getItem();
                pseudoClassStateChanged(
                    BAD, row != null && row.answerProperty().get() instanceof ProbeAnswer.Refused);
              }
            });
    return column;
  }

  private static class WordCell extends TableCell<LinkRow, String> {
    @Override
    protected void updateItem(@Nullable String words, boolean empty) {
      super.updateItem(words, empty);
      setText(empty ? null : words);
    }
  }

  private interface Text {
    ObservableValue<String> of(LinkRow row);
  }

  private static TableColumn<LinkRow, String> column(String key, double width, Text text) {
    TableColumn<LinkRow, String> column = new TableColumn<>(AddWords.text("links." + key));
    column.setPrefWidth(Math.max(width, TextWidth.header(column.getText())));
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(features -> text.of(features.getValue()));
    return column;
  }
}
