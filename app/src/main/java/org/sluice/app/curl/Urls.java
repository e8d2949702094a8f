package org.sluice.app.curl;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sluice.app.curl.text.PercentText;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Url;

/// What curl makes of the text of a URL before it is read.
public final class Urls {
  /// One slash or three behind `http:`, which curl takes for two.
  private static final Pattern WRONG_SLASHES = Pattern.compile("^(?i)(https?):(?:/|///)(?=[^/])");

  private static final Pattern ESCAPE = Pattern.compile("%[0-9a-fA-F]{2}");

  private Urls() {}

  /// With a scheme: the one that the name hints at, or `http`.
  ///
  /// @param unsaid the scheme of a URL that names none; empty to guess
  public static String withScheme(String given, String unsaid) {
    String text = WRONG_SLASHES.matcher(given.strip()).replaceFirst("$1://");
    int colon = text.indexOf("://");
    int end = endOfAuthority(text);
    if (colon > 0 && colon <= end && isScheme(text.substring(0, colon))) {
      return text;
    }
    if (!unsaid.isEmpty()) {
      return unsaid + "://" + text;
    }
    String host = text.substring(text.lastIndexOf('@', end) + 1).toLowerCase(Locale.ROOT);
    for (String hint : new String[] {"ftp", "dict", "ldap", "imap", "smtp", "pop3"}) {
      if (host.startsWith(hint + ".")) {
        return hint + "://" + text;
      }
    }
    return "http://" + text;
  }

  /// With more in its query.
  public static String withQuery(String url, String query) {
    int hash = url.indexOf('#');
    String before = hash < 0 ? url : url.substring(0, hash);
    String behind = hash < 0 ? "" : url.substring(hash);
    int start = before.indexOf("://") + 3;
    boolean has = before.indexOf('?', start) >= 0;
    boolean bare = !has && before.indexOf('/', start) < 0;
    String sign = !has ? "?" : before.endsWith("?") || before.endsWith("&") ? "" : "&";
    String escaped =
        ESCAPE.matcher(query).replaceAll(found -> found.group().toUpperCase(Locale.ROOT));
    return before + (bare ? "/" : "") + sign + escaped + behind;
  }

  /// For an upload: with the file's name where the URL's path ends without one.
  public static String withFileName(String url, String file) {
    int start = url.indexOf("://") + 3;
    int end = start;
    while (end < url.length() && "?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String before = url.substring(0, end);
    int slash = before.indexOf('/', start);
    boolean hasQuery = end < url.length() && url.charAt(end) == '?';
    if (hasQuery || (slash >= 0 && !before.endsWith("/"))) {
      return url;
    }
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    return before + (slash < 0 ? "/" : "") + PercentText.encode(name) + url.substring(end);
  }

  /// A part of a URL as curl names it; null if it has none, or is no URL.
  public static @Nullable String part(String url, String name) {
    String text = withScheme(url, "");
    if (text.substring(0, endOfAuthority(text)).indexOf(' ') >= 0) {
      return null;
    }
    int colon = text.indexOf("://");
    int end = endOfAuthority(text);
    String authority = text.substring(colon + 3, end);
    int at = authority.lastIndexOf('@');
    String user = at < 0 ? null : authority.substring(0, at);
    String host = authority.substring(at + 1);
    String port = null;
    int portColon = host.indexOf(':', Math.max(0, host.lastIndexOf(']')));
    if (portColon >= 0) {
      port = host.substring(portColon + 1);
      host = host.substring(0, portColon);
    }
    String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
    String rest = text.substring(end);
    int hash = rest.indexOf('#');
    String fragment = hash < 0 ? null : rest.substring(hash + 1);
    String beforeHash = hash < 0 ? rest : rest.substring(0, hash);
    int mark = beforeHash.indexOf('?');
    String query = mark < 0 ? null : beforeHash.substring(mark + 1);
    String path = mark < 0 ? beforeHash : beforeHash.substring(0, mark);
    return switch (name) {
      case "scheme" -> scheme;
      case "user" -> user == null ? null : user.split(":", 2)[0];
      case "password" -> user == null || user.indexOf(':') < 0 ? null : user.split(":", 2)[1];
      case "host" -> host;
      case "port" -> port != null ? port : scheme.equals("https") ? "443" : "80";
      case "path" -> path.isEmpty() ? "/" : path;
      case "query" -> query;
      case "fragment" -> fragment;
      default -> null;
    };
  }

  /// `url`, with its host as `typed` has it if both are the same: international names as people
  /// write them.
  public static String withHostOf(String url, String typed) {
    String host = part(typed, "host");
    String ours = part(url, "host");
    if (host == null || ours == null) {
      return url;
    }
    int start = url.indexOf("://") + 3;
    try {
      boolean same = ours.equals(Url.parse(typed).host());
      return same && url.startsWith(ours, start)
          ? url.substring(0, start) + host + url.substring(start + ours.length())
          : url;
    } catch (TransferException e) {
      return url;
    }
  }

  /// Where a Location leads; the text itself if that cannot be said.
  public static String resolve(String base, String location) {
    try {
      return Url.parse(base).resolve(location).toString();
    } catch (TransferException e) {
      return location;
    }
  }

  /// To be shown.
  public static String withoutPassword(String url) {
    return Url.withoutUserInfo(url);
  }

  private static int endOfAuthority(String text) {
    int from = text.indexOf("://");
    int end = from < 0 ? 0 : from + 3;
    while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static boolean isScheme(String text) {
    return Character.isLetter(text.charAt(0))
        && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || "+-.".indexOf(c) >= 0);
  }
}
