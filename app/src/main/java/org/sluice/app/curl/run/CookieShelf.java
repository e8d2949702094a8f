package org.sluice.app.curl.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.app.curl.Inputs;
import org.sluice.app.curl.Operation;
import org.sluice.engine.cookie.CookieJar;
import org.sluice.engine.cookie.CookiesTxt;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Url;
import org.sluice.engine.request.CookieOptions;

/// The cookies of a whole command line: one jar for all its transfers, as in curl, used by those
/// whose options speak of cookies.
final class CookieShelf {
  private final Place place;
  private final Inputs inputs;
  private final Messages messages;
  private final CookieJar jar = CookieJar.create();
  private final Set<String> read = new HashSet<>();

  CookieShelf(Place place, Inputs inputs, Messages messages) {
    this.place = place;
    this.inputs = inputs;
    this.messages = messages;
  }

  CookieOptions options(Operation operation, String url) {
    List<String> given = operation.all("cookie");
    List<String> pairs = given.stream().filter(text -> text.indexOf('=') >= 0).toList();
    List<String> files = given.stream().filter(text -> text.indexOf('=') < 0).toList();
    for (String file : files) {
      // What an answer took away must not come back with the next transfer.
      if (!file.isEmpty() && read.add(file)) {
        read(file, url, operation.isOn("junk-session-cookies"));
      }
    }
    boolean used = !files.isEmpty() || operation.has("cookie-jar");
    return new CookieOptions(used ? jar : null, pairs.isEmpty() ? null : String.join("; ", pairs));
  }

  private void read(String file, String url, boolean newSession) {
    try {
      String text = new String(inputs.read(file), StandardCharsets.ISO_8859_1);
      CookiesTxt.read(text, jar, newSession);
      CookiesTxt.readFields(text, jar, Url.parse(url));
    } catch (IOException e) {
      // As in curl: the name of a file that is not there switches the cookies on.
      messages.note("no cookies from " + file + ": " + JobRun.reason(e));
    } catch (TransferException e) {
      // The transfer itself will say what is wrong with the URL.
    }
  }

  /// Writes the file of `-c`, if there is one.
  void keep(Operation operation) {
    @Nullable String file = operation.text("cookie-jar");
    if (file == null) {
      return;
    }
    try {
      if (file.equals("-")) {
        place.out().write(CookiesTxt.write(jar).getBytes(StandardCharsets.ISO_8859_1));
        place.out().flush();
      } else {
        CookiesTxt.write(place.path(file), jar);
      }
    } catch (IOException e) {
      messages.warning("failed to save cookies in " + file + ": " + JobRun.reason(e));
    }
  }
}
