package org.sluice.engine.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.PastedUrl;
import org.sluice.engine.http.Url;

/// A URL is refused with a reason, or it is safe on a request line and reads the same again.
public final class UrlFuzz {
  public static final List<String> SEEDS =
      List.of(
          "http://example.org",
          "https://user:pw@EXAMPLE.org:444/a b/../c?x#y",
          "http://[2001:DB8::1%25eth0]:8080/x",
          "http://0x7f.1/",
          "http://bücher.example/ä",
          "https://xn--bcher-kva.example/%7Euser",
          "<URL:https:\\\\a.example\\x>",
          "example.org:8080/x");

  private UrlFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    check(text);
    check(PastedUrl.tidy(text));
  }

  private static void check(String text) {
    Url url;
    try {
      url = Url.parse(text);
      url.resolve(text);
    } catch (TransferException e) {
      if (e.sentence().isEmpty()) {
        throw new IllegalStateException("no reason", e);
      }
      return;
    }
    String shown = url.toString();
    boolean printable = shown.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    boolean clean = url.host().chars().noneMatch(c -> "/\\?#@ ".indexOf(c) >= 0);
    try {
      Url again = Url.parse(shown);
      if (!printable || !clean || !again.toString().equals(shown) || !again.sameOrigin(url)) {
        throw new IllegalStateException("not the same again: " + shown);
      }
    } catch (TransferException e) {
      throw new IllegalStateException("not a URL again: " + shown, e);
    }
  }
}
