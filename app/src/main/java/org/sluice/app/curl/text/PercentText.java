package org.sluice.app.curl.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Percent-encoding, as `curl_easy_escape` does it: all but letters, digits and `-._~`.
public final class PercentText {
  private static final String HEX = "0123456789ABCDEF";

  private PercentText() {}

  public static String encode(byte[] bytes) {
    StringBuilder out = new StringBuilder(bytes.length);
    for (byte b : bytes) {
      int c = b & 0xff;
      if (isPlain(c)) {
        out.append((char) c);
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return out.toString();
  }

  public static String encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  /// As forms have it: a space is a plus.
  public static String encodeForm(byte[] bytes) {
    return encode(bytes).replace("%20", "+");
  }

  public static byte[] decode(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] all = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < all.length; i++) {
      int high = i + 2 < all.length && all[i] == '%' ? Character.digit(all[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(all[i + 2], 16) : -1;
      if (low >= 0) {
        out.write(high << 4 | low);
        i += 2;
      } else {
        out.write(all[i]);
      }
    }
    return out.toByteArray();
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._~".indexOf(c) >= 0;
  }
}
