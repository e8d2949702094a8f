package org.sluice.app.add;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.app.curl.CurlCommand;
import org.sluice.app.curl.Operation;
import org.sluice.app.curl.Target;
import org.sluice.app.curl.UsageException;
import org.sluice.app.monitor.UrlEntry;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.Headers.Field;

/// The downloads that a command of curl asks for, as people copy it from a browser.
///
/// What decides which bytes come is taken: addresses, headers, cookies, name and password. What a
/// download manager does in its own way is not.
///
/// **Threads**: pure functions.
final class CurlLinks {
  /// What the engine says itself: another value would break resuming or the connection.
  private static final Set<String> OWN =
      Set.of("host", "range", "if-range", "accept-encoding", "connection", "content-length", "te");

  private CurlLinks() {}

  static LinkText of(String text) {
    List<Link> links = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    try {
      CurlCommand command = CurlCommand.parse(text);
      notes.addAll(command.warnings());
      for (Operation operation : command.operations()) {
        if (operation.has("data") || operation.has("form") || operation.has("upload-file")) {
          complaints.add(AddWords.text("curl.body"));
          continue;
        }
        Headers headers = headers(operation, notes);
        for (Target target : operation.targets()) {
          switch (UrlEntry.of(target.url())) {
            case UrlEntry.Good(String url) ->
                links.add(new Link(url, headers, user(operation), null));
            case UrlEntry.Bad(String words) -> complaints.add(words);
          }
        }
      }
    } catch (UsageException e) {
      complaints.add(AddWords.text("curl.unread", e.sentence()));
    }
    if (links.isEmpty() && complaints.isEmpty()) {
      complaints.add(AddWords.text("curl.noAddress"));
    }
    return new LinkText(links, complaints, notes);
  }

  private static @Nullable String user(Operation operation) {
    String user = operation.text("user");
    return user == null ? null : user.contains(":") ? user : user + ":";
  }

  private static Headers headers(Operation operation, List<String> notes) {
    List<Field> fields = new ArrayList<>();
    for (String line : operation.all("header")) {
      int colon = line.indexOf(':');
      if (colon <= 0) {
        continue; // one that takes a field of curl's own away
      }
      add(fields, line.substring(0, colon).strip(), line.substring(colon + 1).strip(), notes);
    }
    for (String name : List.of("cookie", "user-agent", "referer")) {
      String value = operation.text(name);
      if (value != null && !(name.equals("cookie") && value.indexOf('=') < 0)) {
        add(fields, name.equals("cookie") ? "Cookie" : name, value, notes);
      }
    }
    String token = operation.text("oauth2-bearer");
    if (token != null) {
      add(fields, "Authorization", "Bearer " + token, notes);
    }
    return new Headers(fields);
  }

  private static void add(List<Field> fields, String name, String value, List<String> notes) {
    if (OWN.contains(name.toLowerCase(Locale.ROOT))) {
      return;
    }
    try {
      fields.add(new Field(name, value));
    } catch (IllegalArgumentException e) {
      notes.add(String.valueOf(e.getMessage()));
    }
  }
}
