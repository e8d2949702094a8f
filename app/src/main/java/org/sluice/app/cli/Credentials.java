package org.sluice.app.cli;

import java.io.Console;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Names and passwords that come with an address or an option.
final class Credentials {
  private Credentials() {}

  /// An address and what stood before the host in it.
  ///
  /// @param user `name:password`, decoded; null for none
  record Split(String url, @Nullable String user) {}

  /// Takes the name and the password out of `url`.
  static Split split(String url) {
    int authority = url.indexOf("://") + 3;
    if (authority < 3) {
      return new Split(url, null);
    }
    int end = authority;
    while (end < url.length() && "/?#\\".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    int at = url.lastIndexOf('@', end - 1);
    if (at < authority) {
      return new Split(url, null);
    }
    String user = decoded(url.substring(authority, at));
    return new Split(url.substring(0, authority) + url.substring(at + 1), user);
  }

  /// `NAME:PASSWORD` with the password asked for at the terminal if it is missing.
  ///
  /// @throws IllegalArgumentException if it is missing and nobody can be asked
  static @Nullable String complete(@Nullable String user, @Nullable Console console) {
    if (user == null || user.indexOf(':') >= 0) {
      return user;
    }
    char[] password =
        console == null || !console.isTerminal()
            ? null
            : console.readPassword("Password of %s: ", user);
    if (password == null) {
      throw new IllegalArgumentException("--user has no password, and there is nobody to ask");
    }
    return user + ":" + new String(password);
  }

  /// A plus sign means itself here, other than in a form.
  private static String decoded(String text) {
    try {
      String pair = text.indexOf(':') < 0 ? text + ":" : text;
      return URLDecoder.decode(pair.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // a percent sign that encodes nothing
    }
  }
}
