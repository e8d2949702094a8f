package org.sluice.app.downloads;

import java.util.ArrayList;
import java.util.List;
import org.sluice.engine.http.Headers;
import org.sluice.engine.item.DownloadRequest;

/// A download as a command line of curl that fetches the same.
///
/// **Threads**: pure functions.
final class CurlText {
  private CurlText() {}

  /// @param name of the file; empty for the server's
  static String of(DownloadRequest request, String name) {
    List<String> words =
        new ArrayList<>(List.of("curl", "--location", "--fail", "--continue-at -"));
    for (Headers.Field field : request.fetch().headers().fields()) {
      words.add("--header " + quoted(field.name() + ": " + field.value()));
    }
    String user = request.fetch().user();
    if (user != null) {
      words.add("--user " + quoted(user));
    }
    String proxy = request.fetch().proxy();
    if (proxy != null) {
      words.add("--proxy " + quoted(proxy));
    }
    if (request.fetch().caFile() != null) {
      words.add("--cacert " + quoted(request.fetch().caFile().toString()));
    }
    if (request.fetch().limitBytesPerSecond() > 0) {
      words.add("--limit-rate " + request.fetch().limitBytesPerSecond());
    }
    words.add(name.isEmpty() ? "--remote-name" : "--output " + quoted(name));
    words.add(quoted(request.sources().getFirst().url()));
    return String.join(" ", words);
  }

  /// For a POSIX shell.
  static String quoted(String text) {
    if (text.matches("[A-Za-z0-9_./:=@%+,-]+")) {
      return text;
    }
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
