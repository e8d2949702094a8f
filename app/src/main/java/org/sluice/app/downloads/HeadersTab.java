package org.sluice.app.downloads;

import javafx.scene.control.TextArea;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Direction;

/// What was asked last for the chosen download, and what the server said.
final class HeadersTab extends TextArea {
  private @Nullable String said;

  HeadersTab() {
    setId("headers");
    setEditable(false);
    setWrapText(true);
    Direction.leftToRight(this);
    getStyleClass().addAll("sl-code", "headers-tab");
    setAccessibleText(DownloadsWords.text("tab.headers"));
  }

  void show(@Nullable DownloadRow row) {
    RowHistory history = row == null ? null : row.history();
    RowHistory.Exchange last = history == null ? null : history.said();
    String text = last == null ? DownloadsWords.text("headers.empty") : ExchangeText.of(last);
    if (!text.equals(said)) {
      said = text;
      setText(text);
    }
  }
}
