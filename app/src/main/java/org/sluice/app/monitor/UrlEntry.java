package org.sluice.app.monitor;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Messages;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.PastedUrl;
import org.sluice.engine.http.Url;

/// What a person typed as a URL: good enough to start, or a sentence that says what is wrong.
public sealed interface UrlEntry {
  /// An address of the web, in its parts.
  Pattern PARTS =
      Pattern.compile(
          "(?s)https?://(?<user>[^/?#]*@)?(?<host>\\[[^]]*]|[^:/?#]*)(?::(?<port>[^/?#]*))?(?:[/?#].*)?");

  /// It can be started.
  record Good(String url) implements UrlEntry {}

  /// It cannot; `words` say why.
  record Bad(String words) implements UrlEntry {}

  /// Judges what was typed or pasted, as [PastedUrl] understands it: blanks and other scripts are
  /// written as a URL has them, a name without a scheme gets one.
  static UrlEntry of(String typed) {
    String url = PastedUrl.tidy(typed);
    if (url.isBlank()) {
      return new Bad(Messages.text("url.empty"));
    }
    Matcher parts = PARTS.matcher(url);
    if (!parts.matches()) {
      int colon = url.indexOf(':');
      return new Bad(
          colon > 0
              ? Messages.text("url.scheme", url.substring(0, colon).toLowerCase(Locale.ROOT))
              : Messages.text("url.malformed"));
    }
    String user = parts.group("user") == null ? "" : parts.group("user");
    try {
      Url read = Url.parse(url);
      String plain = read.scheme() + "://" + user + read.hostAndPort() + read.target();
      return new Good(isWritten(url) ? url : plain);
    } catch (TransferException e) {
      return new Bad(fault(parts.group("host"), parts.group("port")));
    }
  }

  /// Whether it has no character that a URL may not have.
  private static boolean isWritten(String url) {
    return url.chars().allMatch(c -> c > 0x20 && c < 0x7f && "<>\"{}|\\^`".indexOf(c) < 0);
  }

  private static String fault(String host, @Nullable String port) {
    if (host.isEmpty()) {
      return Messages.text("url.host");
    }
    if (host.chars().anyMatch(Character::isWhitespace)) {
      return Messages.text("url.space");
    }
    if (port != null && port.matches("[0-9]{1,9}") && Integer.parseInt(port) > 65_535) {
      return Messages.text("url.port", port);
    }
    return Messages.text("url.malformed");
  }
}
