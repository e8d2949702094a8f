package org.sluice.engine.http;

import org.jspecify.annotations.Nullable;

/// IPv4 addresses as C programs read them: one to four numbers, decimal, octal or hexadecimal. The
/// system would connect to them, so they are made what they are before anybody judges them.
///
/// **Source**: inet_aton(3); curl's `urlapi.c` does the same.
final class Ipv4Text {
  private static final long MOST = 0xffff_ffffL;

  private Ipv4Text() {}

  /// Four decimal numbers with dots; null if the text is no address.
  static @Nullable String normalized(String host) {
    String[] parts = host.split("\\.", -1);
    if (parts.length > 4) {
      return null;
    }
    long address = 0;
    for (int i = 0; i < parts.length; i++) {
      long part = number(parts[i]);
      boolean last = i == parts.length - 1;
      int bits = last ? 8 * (5 - parts.length) : 8;
      if (part < 0 || part >= 1L << bits) {
        return null;
      }
      address = address << bits | part;
    }
    return (address >> 24)
        + "."
        + (address >> 16 & 255)
        + "."
        + (address >> 8 & 255)
        + "."
        + (address & 255);
  }

  /// -1 for none.
  private static long number(String text) {
    int radix = 10;
    String digits = text;
    if (text.startsWith("0x") || text.startsWith("0X")) {
      radix = 16;
      digits = text.substring(2);
    } else if (text.length() > 1 && text.startsWith("0")) {
      radix = 8;
      digits = text.substring(1);
    }
    long value = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value * radix + digit;
      if (value > MOST) {
        return -1;
      }
    }
    return digits.isEmpty() ? -1 : value;
  }
}
