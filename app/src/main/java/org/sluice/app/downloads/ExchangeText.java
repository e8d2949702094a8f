package org.sluice.app.downloads;

import java.util.List;
import org.sluice.app.words.Redaction;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.http.SecretFields;

/// The heads of a request and its answer as lines to be read.
///
/// **Threads**: pure functions.
final class ExchangeText {
  private ExchangeText() {}

  /// Secrets are not shown; the address is whole, which a request's first line is not.
  static String of(RowHistory.Exchange seen) {
    StringBuilder text = new StringBuilder();
    List<String> request = seen.request().lines().toList();
    String first = request.getFirst();
    text.append(first, 0, first.indexOf(' ') + 1)
        .append(Redaction.of(seen.url()))
        .append(first.substring(first.lastIndexOf(' ')))
        .append('\n');
    for (String line : request.subList(1, request.size())) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        field(text, line.substring(0, colon), line.substring(colon + 1).strip());
      }
    }
    ResponseHead answer = seen.answer();
    text.append("\nHTTP/").append(answer.majorVersion());
    if (answer.majorVersion() == 1) {
      text.append('.').append(answer.minorVersion());
    }
    text.append(' ').append(answer.status()).append(' ').append(answer.reason()).append('\n');
    for (Headers.Field field : answer.headers().fields()) {
      field(text, field.name(), field.value());
    }
    return text.toString();
  }

  private static void field(StringBuilder text, String name, String value) {
    boolean hidden = SecretFields.isSecret(name);
    text.append(name)
        .append(": ")
        .append(hidden ? DownloadsWords.text("headers.hidden") : Redaction.of(value))
        .append('\n');
  }
}
