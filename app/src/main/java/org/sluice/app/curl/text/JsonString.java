package org.sluice.app.curl.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Strings of JSON as curl writes them: bytes above ASCII stay what they are.
public final class JsonString {
  private static final String SHORT = "\\\"\b\f\n\r\t";
  private static final String LETTERS = "\\\"bfnrt";

  private JsonString() {}

  /// With its quotes.
  public static String quoted(String text) {
    byte[] escaped = escaped(text.getBytes(StandardCharsets.UTF_8));
    return '"' + new String(escaped, StandardCharsets.UTF_8) + '"';
  }

  /// Without quotes.
  public static byte[] escaped(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (byte b : bytes) {
      int at = SHORT.indexOf((char) (b & 0xff));
      if (at >= 0) {
        out.write('\\');
        out.write(LETTERS.charAt(at));
      } else if (b >= 0 && b < 32) {
        out.writeBytes("\\u%04x".formatted(b & 0xff).getBytes(StandardCharsets.US_ASCII));
      } else {
        out.write(b);
      }
    }
    return out.toByteArray();
  }
}
