package org.sluice.engine.request;

import org.jspecify.annotations.Nullable;

/// Takes hosts and ports off the front of a text with colons between; IPv6 addresses stand in
/// brackets.
final class HostText {
  private final String text;
  private int at;

  HostText(String text) {
    this.text = text;
  }

  /// A host and the colon behind it; null if there is none. Brackets are taken off.
  @Nullable String host() {
    if (at < text.length() && text.charAt(at) == '[') {
      int end = text.indexOf(']', at);
      if (end < 0) {
        return null;
      }
      String host = text.substring(at + 1, end);
      at = end + 1;
      if (at == text.length()) {
        return host;
      }
      if (text.charAt(at) != ':') {
        return null;
      }
      at++;
      return host;
    }
    int colon = text.indexOf(':', at);
    String host = text.substring(at, colon < 0 ? text.length() : colon);
    at = colon < 0 ? text.length() : colon + 1;
    return host;
  }

  /// What stands before the next colon, which is taken too; null if there is none.
  @Nullable String upToColon() {
    int colon = text.indexOf(':', at);
    if (colon < 0) {
      return null;
    }
    String part = text.substring(at, colon);
    at = colon + 1;
    return part;
  }

  String all() {
    String rest = text.substring(at);
    at = text.length();
    return rest;
  }

  /// 0 to 65535, or -1.
  static int port(String text) {
    boolean digits =
        !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    int number = digits ? Integer.parseInt(text) : -1;
    return number <= 65_535 ? number : -1;
  }
}
