package org.sluice.app.monitor;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.sluice.app.fx.Messages;

/// What a person typed as a URL: good enough to start, or a sentence that says what is wrong.
public sealed interface UrlEntry {
  /// It can be started.
  record Good(String url) implements UrlEntry {}

  /// It cannot; `words` say why.
  record Bad(String words) implements UrlEntry {}

  /// Judges what was typed. A name without a scheme gets `https://` in front.
  static UrlEntry of(String typed) {
    String text = typed.strip();
    if (text.isEmpty()) {
      return new Bad(Messages.text("url.empty"));
    }
    boolean hasScheme = text.matches("[A-Za-z][A-Za-z0-9+.-]*:(//.*|[^0-9].*)?");
    String url = hasScheme ? text : "https://" + text;
    try {
      return judge(new URI(url), url);
    } catch (URISyntaxException e) {
      return new Bad(malformed(e, url));
    }
  }

  private static UrlEntry judge(URI uri, String url) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return new Bad(Messages.text("url.scheme", scheme));
    }
    if (uri.getHost() == null) {
      return new Bad(Messages.text("url.host"));
    }
    if (uri.getPort() > 65_535) {
      return new Bad(Messages.text("url.port", Integer.toString(uri.getPort())));
    }
    return new Good(url);
  }

  private static String malformed(URISyntaxException e, String url) {
    int index = e.getIndex();
    if (index >= 0 && index < url.length()) {
      String culprit = new String(Character.toChars(url.codePointAt(index)));
      return culprit.isBlank()
          ? Messages.text("url.space")
          : Messages.text("url.character", culprit);
    }
    return Messages.text("url.malformed");
  }
}
