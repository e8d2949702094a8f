package org.sluice.app.add;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.app.curl.CurlCommand;
import org.sluice.app.curl.Destination;
import org.sluice.app.curl.Inputs;
import org.sluice.app.curl.Operation;
import org.sluice.app.curl.ShellWords;
import org.sluice.app.curl.Target;
import org.sluice.app.curl.UsageException;
import org.sluice.app.monitor.UrlEntry;
import org.sluice.app.said.Said;
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
      List<String> cookies = new ArrayList<>();
      CurlCommand command =
          CurlCommand.of(withoutBrowsersOwn(ShellWords.ofCurl(text), cookies), Inputs.NONE);
      notes.addAll(command.warnings());
      for (Operation operation : command.operations()) {
        if (operation.has("data") || operation.has("form") || operation.has("upload-file")) {
          complaints.add(AddWords.text("curl.body"));
          continue;
        }
        Headers headers = headers(operation, cookies, notes);
        for (Target target : operation.targets()) {
          switch (UrlEntry.of(target.url())) {
            case UrlEntry.Good(String url) ->
                links.add(new Link(url, headers, user(operation), name(target)));
            case UrlEntry.Bad(String words) -> complaints.add(words);
          }
        }
      }
    } catch (UsageException e) {
      complaints.add(AddWords.text("curl.unread", Said.of(e.sentence())));
    }
    if (links.isEmpty() && complaints.isEmpty()) {
      complaints.add(AddWords.text("curl.noAddress"));
    }
    return new LinkText(links, complaints, notes);
  }

  /// What the file is called if the command says so; its folder is that of another place.
  private static @Nullable String name(Target target) {
    if (!(target.where() instanceof Destination.Named(String name)) || name.contains("#")) {
      return null;
    }
    String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return file.isBlank() || file.equals("-") ? null : file;
  }

  private static @Nullable String user(Operation operation) {
    String user = operation.text("user");
    return user == null ? null : user.contains(":") ? user : user + ":";
  }

  /// Takes out what browsers add to every command: cookies, which are kept, and the wish for
  /// compression, which a download that is to be resumed has not.
  static List<String> withoutBrowsersOwn(List<String> words, List<String> cookies) {
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean cookie = word.equals("-b") || word.equals("--cookie");
      if (cookie && i + 1 < words.size() && words.get(i + 1).indexOf('=') >= 0) {
        cookies.add(words.get(++i));
      } else if (!word.equals("--compressed")) {
        rest.add(word);
      }
    }
    return rest;
  }

  private static Headers headers(Operation operation, List<String> cookies, List<String> notes) {
    List<Field> fields = new ArrayList<>();
    List<String> all = new ArrayList<>();
    for (String line : operation.all("header")) {
      int colon = line.indexOf(':');
      if (colon <= 0) {
        continue; // one that takes a field of curl's own away
      }
      String name = line.substring(0, colon).strip();
      String value = line.substring(colon + 1).strip();
      if (name.equalsIgnoreCase("Cookie")) {
        all.add(value);
      } else {
        add(fields, name, value, notes);
      }
    }
    all.addAll(cookies);
    if (!all.isEmpty()) {
      add(fields, "Cookie", String.join("; ", all), notes); // one field, as servers expect it
    }
    for (String name : List.of("user-agent", "referer")) {
      String value = operation.text(name);
      if (value != null) {
        add(fields, name, value, notes);
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
      notes.add(Said.of(e));
    }
  }
}
