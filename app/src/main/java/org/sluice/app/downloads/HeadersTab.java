package org.sluice.app.downloads;

import javafx.scene.control.TextArea;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Direction;
import org.sluice.app.words.Redaction;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.http.SecretFields;

/// What the server said last about the chosen download.
final class HeadersTab extends TextArea {
  private @Nullable String said;

  HeadersTab() {
    setId("headers");
    setEditable(false);
    Direction.leftToRight(this);
    getStyleClass().addAll("sl-code", "headers-tab");
    setAccessibleText(DownloadsWords.text("tab.headers"));
  }

  void show(@Nullable DownloadRow row) {
    RowHistory history = row == null ? null : row.history();
    RowHistory.Answer last = history == null ? null : history.said();
    String text =
        last == null ? DownloadsWords.text("headers.empty") : text(last.url(), last.head());
    if (!text.equals(said)) {
      said = text;
      setText(text);
    }
  }

  /// Secrets are not shown.
  static String text(String url, ResponseHead head) {
    StringBuilder text = new StringBuilder();
    text.append("GET ").append(Redaction.of(url)).append("\n\n");
    text.append("HTTP/").append(head.majorVersion());
    if (head.majorVersion() == 1) {
      text.append('.').append(head.minorVersion());
    }
    text.append(' ').append(head.status()).append(' ').append(head.reason()).append('\n');
    for (Headers.Field field : head.headers().fields()) {
      text.append(field.name())
          .append(": ")
          .append(
              SecretFields.isSecret(field.name())
                  ? DownloadsWords.text("headers.hidden")
                  : Redaction.of(field.value()))
          .append('\n');
    }
    return text.toString();
  }
}
