package org.sluice.app.downloads;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.sluice.app.language.Isolate;
import org.sluice.app.said.Said;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemState;

/// What a download is, where it goes, how far it is; or why it does not go on and what to do.
final class GeneralTab extends ScrollPane {
  private final Clock clock;
  private final FailedCard failed;
  private final GridPane grid = new GridPane(16, 6);
  private final List<Label> values = new ArrayList<>();
  private final FullAddress address;
  private List<String> lines = List.of();

  GeneralTab(FailedCard failed, FullAddress address, Clock clock) {
    this.failed = failed;
    this.address = address;
    this.clock = clock;
    getStyleClass().addAll("edge-to-edge", "general-tab");
    setFitToWidth(true);
    grid.getStyleClass().add("general-grid");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(110);
    ColumnConstraints words = new ColumnConstraints();
    words.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, words);
    for (String key :
        List.of("name", "address", "place", "state", "size", "proof", "added", "type", "why")) {
      Label name = new Label(DownloadsWords.text("general." + key));
      name.getStyleClass().add("muted");
      name.setMinWidth(110);
      Label value = new Label();
      value.setId("general-" + key);
      value.setWrapText(true);
      values.add(value);
      grid.addRow(values.size() - 1, name, value);
      GridPane.setValignment(name, VPos.TOP);
    }
    setContent(grid);
  }

  void show(@Nullable DownloadRow row) {
    if (row != null && row.group() == StateGroup.FAILED) {
      failed.show(row);
      if (!failed.equals(getContent())) {
        setContent(failed);
      }
      return;
    }
    if (!grid.equals(getContent())) {
      setContent(grid);
    }
    List<String> now = row == null ? List.of() : lines(row);
    if (now.equals(lines)) {
      return;
    }
    lines = now;
    for (int i = 0; i < values.size(); i++) {
      values.get(i).setText(i < now.size() ? now.get(i) : "");
    }
  }

  private static String amount(ItemView.Amount amount) {
    if (amount.received() == 0 && amount.fetched() == 0) {
      return DownloadsWords.text("general.noAmount");
    }
    return amount.length() < 0
        ? DownloadsWords.text(
            "general.amount.unknown",
            CellTexts.size(amount.received()),
            CellTexts.size(amount.fetched()))
        : DownloadsWords.text(
            "general.amount",
            CellTexts.size(amount.received()),
            CellTexts.size(amount.length()),
            CellTexts.size(amount.fetched()));
  }

  /// When a download that waits is tried again.
  private String goesOn(ItemView item) {
    Instant until = item.standing().until();
    if (until == null || item.state() != ItemState.WAITING) {
      return "";
    }
    long seconds = Math.max(0, Duration.between(clock.instant(), until).toSeconds());
    return DownloadsWords.text("general.goesOn", CellTexts.left(seconds));
  }

  private List<String> lines(DownloadRow row) {
    ItemView item = row.item();
    Path target = item.file().target();
    String type = item.file().contentType();
    return List.of(
        Isolate.own(item.name()),
        Isolate.leftToRight(address.of(item)),
        target == null ? GeneralWords.noPlace(item) : Isolate.leftToRight(target.toString()),
        Said.behind(GeneralWords.state(item), goesOn(item)),
        amount(item.amount()),
        GeneralWords.proofAndWhy(item),
        CellTexts.moment(item.place().added(), clock.instant(), clock.getZone())
            + (item.standing().finished() == null
                ? ""
                : " · "
                    + DownloadsWords.text(
                        "general.finished",
                        CellTexts.moment(
                            item.standing().finished(), clock.instant(), clock.getZone()))),
        type == null ? CellTexts.NONE : type,
        GeneralWords.why(item));
  }
}
