package org.sluice.engine.http;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;

/// An absolute http or https URL, split and normalized.
///
/// **Source**: RFC 3986; RFC 9110, 4.2.
///
/// @param scheme `http` or `https`
/// @param host in lower case and ASCII (UTS 46); an IPv4 address as four decimal numbers; an IPv6
///   address without its brackets, perhaps with `%` and its zone
/// @param port 1 to 65535, the scheme's own if none was given
/// @param target path and query as they go on the request line; starts with a slash
/// @param userInfo the name and password that stood before the host; null for none. They are never
///   part of the text, and belong to this origin only
public record Url(
    String scheme, String host, int port, String target, @Nullable Credentials userInfo) {
  /// Longest URL that is taken.
  public static final int MAX_LENGTH = 65_536;

  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");
  private static final Pattern THREE_SLASHES = Pattern.compile("^(?i)(https?:)///(?=[^/])");
  private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9._~-]{1,64}");

  /// Longest part of a host name between two dots (RFC 1035, 2.3.4).
  private static final int MAX_LABEL = 63;

  private static final String HEX = "0123456789ABCDEF";
  private static final String HEX_COLON_DOT = HEX + ":.";

  /// Reads what a user or a Location field gave. Spaces and characters outside ASCII are
  /// percent-encoded; a fragment is dropped.
  ///
  /// @throws TransferException URL_MALFORMAT with the reason, or UNSUPPORTED_PROTOCOL
  public static Url parse(String given) throws TransferException {
    return parse(given, false);
  }

  /// @param pathAsIs whether `/./` and `/../` in the path stay
  public static Url parse(String given, boolean pathAsIs) throws TransferException {
    String text = given.strip();
    if (text.isEmpty()) {
      throw malformed(given, "it is empty");
    }
    if (text.length() > MAX_LENGTH) {
      throw new TransferException(
          TransferErrorCode.URL_MALFORMAT, "The URL is longer than " + MAX_LENGTH + " characters");
    }
    if (hasControl(text)) {
      throw malformed(given, "it has a control character in it");
    }
    int colon = text.indexOf("://");
    if (colon <= 0) {
      throw malformed(given, "it does not start with http:// or https://");
    }
    String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new TransferException(
          TransferErrorCode.UNSUPPORTED_PROTOCOL,
          "Protocol \"" + scheme + "\" is not supported; use http or https");
    }
    int authority = colon + 3;
    int end = authority;
    while (end < text.length() && "/?#\\".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return ofAuthority(
        given, scheme, text.substring(authority, end), text.substring(end), pathAsIs);
  }

  private static Url ofAuthority(
      String given, String scheme, String all, String rest, boolean pathAsIs)
      throws TransferException {
    int at = all.lastIndexOf('@');
    Credentials userInfo = at < 0 ? null : userInfo(given, all.substring(0, at));
    String authority = all.substring(at + 1);
    String host = authority;
    String port = "";
    int bracket = authority.lastIndexOf(']');
    int colon = authority.indexOf(':', Math.max(bracket, 0));
    if (colon >= 0) {
      host = authority.substring(0, colon);
      port = authority.substring(colon + 1);
    }
    if (host.startsWith("[") && host.endsWith("]")) {
      host = ipv6(given, host.substring(1, host.length() - 1));
    } else {
      host = asciiHost(given, host);
    }
    return new Url(
        scheme, host, portNumber(given, scheme, port), targetOf(rest, pathAsIs), userInfo);
  }

  private static @Nullable Credentials userInfo(String given, String text)
      throws TransferException {
    if (text.isEmpty()) {
      return null;
    }
    int colon = text.indexOf(':');
    try {
      return colon < 0
          ? new Credentials(decode(text), "")
          : new Credentials(decode(text.substring(0, colon)), decode(text.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      throw malformed(given, "its name or password has a control character in it");
    }
  }

  /// The same text without name and password, to be shown.
  public static String withoutUserInfo(String given) {
    int start = given.indexOf("://") + 3;
    if (start < 3) {
      return given;
    }
    int end = start;
    while (end < given.length() && "/?#\\".indexOf(given.charAt(end)) < 0) {
      end++;
    }
    int at = given.lastIndexOf('@', end - 1);
    return at < start ? given : given.substring(0, start) + given.substring(at + 1);
  }

  /// An address, perhaps with the zone that it is in: `fe80::1%eth0`, the percent sign as such or as
  /// `%25` (RFC 6874).
  private static String ipv6(String given, String bracketed) throws TransferException {
    int percent = bracketed.indexOf('%');
    if (percent >= 0) {
      String rest = bracketed.substring(percent + 1);
      String zone = rest.startsWith("25") && rest.length() > 2 ? rest.substring(2) : rest;
      if (!ZONE.matcher(zone).matches()) {
        throw malformed(given, "the zone of its IPv6 address makes no sense");
      }
      return ipv6(given, bracketed.substring(0, percent)) + "%" + zone;
    }
    String text = bracketed;
    boolean clean =
        text.indexOf(':') >= 0
            && text.chars().allMatch(c -> HEX_COLON_DOT.indexOf(Character.toUpperCase(c)) >= 0);
    try {
      if (clean && InetAddress.ofLiteral(text).getAddress().length > 0) {
        return text.toLowerCase(Locale.ROOT);
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw malformed(given, "there is no IPv6 address between its brackets");
  }

  private static String asciiHost(String given, String host) throws TransferException {
    if (isPlainHost(host)) {
      return host; // nearly all are, and what follows is slow
    }
    String ascii;
    try {
      ascii = Idna.toAscii(host.indexOf('%') < 0 ? host : decode(host));
    } catch (IllegalArgumentException e) {
      throw malformed(given, "\"" + host + "\" is not a host name (" + e.getMessage() + ")");
    }
    if (!isHostName(ascii) || ascii.startsWith(".") || ascii.contains("..")) {
      throw malformed(given, "\"" + host + "\" is not a host name");
    }
    String address = Ipv4Text.normalized(ascii);
    return address == null ? ascii : address;
  }

  private static int portNumber(String given, String scheme, String port) throws TransferException {
    if (port.isEmpty()) {
      return defaultPort(scheme);
    }
    int number = -1;
    if (port.length() <= 5 && isDigits(port)) {
      number = Integer.parseInt(port);
    }
    if (number < 1 || number > 65_535) {
      throw malformed(given, "\"" + port + "\" is not a port number");
    }
    return number;
  }

  private static String targetOf(String rest, boolean pathAsIs) {
    int hash = rest.indexOf('#');
    String path = hash < 0 ? rest : rest.substring(0, hash);
    int query = path.indexOf('?');
    String hierarchy = query < 0 ? path : path.substring(0, query);
    hierarchy = hierarchy.replace('\\', '/');
    hierarchy = pathAsIs ? hierarchy : removeDotSegments(hierarchy);
    return encode(
        (hierarchy.startsWith("/") ? hierarchy : "/" + hierarchy)
            + (query < 0 ? "" : path.substring(query)));
  }

  /// Resolves the value of a Location field against this URL (RFC 3986, 5.2).
  ///
  /// @throws TransferException as [#parse]
  public Url resolve(String reference) throws TransferException {
    String text = spacesInQuery(THREE_SLASHES.matcher(reference.strip()).replaceFirst("$1//"));
    if (SCHEME.matcher(text).lookingAt()) {
      String scheme = text.substring(0, text.indexOf(':'));
      if (!text.startsWith(scheme + "://")) {
        throw new TransferException(
            TransferErrorCode.UNSUPPORTED_PROTOCOL,
            "Redirect to protocol \"" + scheme + "\" is not supported");
      }
      return parse(text);
    }
    if (text.startsWith("//")) {
      return parse(scheme + ":" + text);
    }
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    if (text.isEmpty() || text.startsWith("#")) {
      return this;
    }
    if (text.startsWith("/")) {
      return parse(origin() + text);
    }
    if (text.startsWith("?")) {
      return parse(origin() + path + text);
    }
    return parse(origin() + path.substring(0, path.lastIndexOf('/') + 1) + text);
  }

  /// A space in a query is a plus, as in forms.
  private static String spacesInQuery(String reference) {
    int query = reference.indexOf('?');
    return query < 0
        ? reference
        : reference.substring(0, query) + reference.substring(query).replace(' ', '+');
  }

  /// Scheme, host and port as text, for example `https://example.org:8443`.
  public String origin() {
    return scheme + "://" + withPort(host);
  }

  /// As the Host field wants it: without the zone of an address, which says something here only; the
  /// port only where it is not the scheme's own.
  public String hostAndPort() {
    int zone = host.indexOf('%');
    return withPort(zone < 0 ? host : host.substring(0, zone));
  }

  private String withPort(String bare) {
    String name = bare.indexOf(':') >= 0 ? "[" + bare + "]" : bare;
    return port == defaultPort(scheme) ? name : name + ":" + port;
  }

  public boolean isTls() {
    return scheme.equals("https");
  }

  public boolean sameOrigin(Url other) {
    return scheme.equals(other.scheme) && host.equals(other.host) && port == other.port;
  }

  /// The last segment of the path, decoded; empty if the path ends with a slash. Not yet safe as a
  /// file name.
  public String lastSegment() {
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    return decode(path.substring(path.lastIndexOf('/') + 1));
  }

  @Override
  public String toString() {
    return origin() + target;
  }

  private static int defaultPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  private static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c == 0x7f) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /// Whether it is a host name that IDNA leaves as it is: short labels, and none that is encoded.
  private static boolean isPlainHost(String host) {
    return host.length() <= MAX_LABEL
        && !host.startsWith(".")
        && !host.contains("..")
        && !host.contains("xn--")
        && isHostName(host)
        && !endsInNumber(host);
  }

  /// Whether it may be an address, in whatever way it is written.
  private static boolean endsInNumber(String host) {
    char first = host.charAt(host.lastIndexOf('.', host.length() - 2) + 1);
    return first >= '0' && first <= '9';
  }

  private static boolean isHostName(String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      char c = ascii.charAt(i);
      boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!alphanumeric && c != '.' && c != '-' && c != '_') {
        return false;
      }
    }
    return !ascii.isEmpty();
  }

  private static TransferException malformed(String given, String why) {
    // Nobody knows what is what in a text that is no URL: whatever stands before an @ is hidden.
    int at = given.lastIndexOf('@');
    String known = at < 0 ? given : "…" + given.substring(at);
    String shown = known.length() > 200 ? known.substring(0, 200) + "…" : known;
    return new TransferException(
        TransferErrorCode.URL_MALFORMAT, "\"" + shown + "\" is not a URL: " + why);
  }

  private static String removeDotSegments(String path) {
    if (!path.contains("/.")) {
      return path;
    }
    List<String> out = new ArrayList<>();
    String[] segments = path.split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      String segment = segments[i];
      if (segment.equals("..")) {
        if (out.size() > 1) {
          out.removeLast();
        }
        if (last) {
          out.add("");
        }
      } else if (!segment.equals(".")) {
        out.add(segment);
      } else if (last) {
        out.add("");
      }
    }
    return String.join("/", out);
  }

  private static String encode(String text) {
    if (isEncoded(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xff;
      if (isToEncode(c)) {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      } else {
        out.append((char) c);
      }
    }
    return out.toString();
  }

  private static boolean isEncoded(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isToEncode(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isToEncode(int c) {
    return c <= 0x20 || c >= 0x7f || "\"<>\\^`{|}".indexOf(c) >= 0;
  }

  private static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] out = new byte[text.length() * 3];
    int n = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int high = i + 2 < text.length() && c == '%' ? Character.digit(text.charAt(i + 1), 16) : -1;
      int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
      if (low >= 0) {
        out[n++] = (byte) (high << 4 | low);
        i += 2;
      } else {
        byte[] raw = String.valueOf(c).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(raw, 0, out, n, raw.length);
        n += raw.length;
      }
    }
    return new String(out, 0, n, StandardCharsets.UTF_8);
  }
}
