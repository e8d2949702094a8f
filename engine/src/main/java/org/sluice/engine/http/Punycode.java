package org.sluice.engine.http;

/// Writes a label of any letters with ASCII ones, and reads it back.
///
/// **Errors**: [IllegalArgumentException] for what is no such text. **Source**: RFC 3492.
final class Punycode {
  private static final int BASE = 36;
  private static final int T_MIN = 1;
  private static final int T_MAX = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;
  private static final int FIRST_BIAS = 72;
  private static final int FIRST_CODE = 0x80;

  private Punycode() {}

  static String encode(String label) {
    int[] input = label.codePoints().toArray();
    StringBuilder out = new StringBuilder();
    for (int c : input) {
      if (c < FIRST_CODE) {
        out.append((char) c);
      }
    }
    int basic = out.length();
    int handled = basic;
    if (basic > 0) {
      out.append('-');
    }
    int code = FIRST_CODE;
    int delta = 0;
    int bias = FIRST_BIAS;
    while (handled < input.length) {
      int next = Integer.MAX_VALUE;
      for (int c : input) {
        if (c >= code && c < next) {
          next = c;
        }
      }
      delta = exact(delta + (long) (next - code) * (handled + 1));
      code = next;
      for (int c : input) {
        if (c < code) {
          delta = exact(delta + 1L);
        }
        if (c == code) {
          append(out, delta, bias);
          bias = adapt(delta, handled + 1, handled == basic);
          delta = 0;
          handled++;
        }
      }
      delta = exact(delta + 1L);
      code++;
    }
    return out.toString();
  }

  private static void append(StringBuilder out, int delta, int bias) {
    int rest = delta;
    for (int k = BASE; ; k += BASE) {
      int threshold = Math.clamp((long) k - bias, T_MIN, T_MAX);
      if (rest < threshold) {
        out.append(letter(rest));
        return;
      }
      out.append(letter(threshold + (rest - threshold) % (BASE - threshold)));
      rest = (rest - threshold) / (BASE - threshold);
    }
  }

  static String decode(String text) {
    StringBuilder basic = new StringBuilder();
    int dash = text.lastIndexOf('-');
    int[] out = new int[text.length() + 1];
    int length = 0;
    for (int i = 0; i < dash; i++) {
      if (text.charAt(i) >= FIRST_CODE) {
        throw new IllegalArgumentException("not ASCII");
      }
      out[length++] = text.charAt(i);
    }
    int code = FIRST_CODE;
    int at = 0;
    int bias = FIRST_BIAS;
    int in = dash > 0 ? dash + 1 : 0;
    while (in < text.length()) {
      int before = at;
      long weight = 1;
      for (int k = BASE; ; k += BASE) {
        if (in == text.length()) {
          throw new IllegalArgumentException("it ends too soon");
        }
        int digit = digit(text.charAt(in++));
        at = exact(at + digit * weight);
        int threshold = Math.clamp((long) k - bias, T_MIN, T_MAX);
        if (digit < threshold) {
          break;
        }
        weight = exact(weight * (BASE - threshold));
      }
      bias = adapt(at - before, length + 1, before == 0);
      code = exact((long) code + at / (length + 1));
      at %= length + 1;
      if (!Character.isValidCodePoint(code)
          || (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE)) {
        throw new IllegalArgumentException("no character");
      }
      System.arraycopy(out, at, out, at + 1, length - at);
      out[at++] = code;
      length++;
    }
    for (int i = 0; i < length; i++) {
      basic.appendCodePoint(out[i]);
    }
    return basic.toString();
  }

  private static int adapt(int delta, int points, boolean first) {
    int rest = first ? delta / DAMP : delta / 2;
    rest += rest / points;
    int k = 0;
    while (rest > (BASE - T_MIN) * T_MAX / 2) {
      rest /= BASE - T_MIN;
      k += BASE;
    }
    return k + (BASE - T_MIN + 1) * rest / (rest + SKEW);
  }

  private static int exact(long value) {
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("a number in it is too large");
    }
    return (int) value;
  }

  private static char letter(int digit) {
    return (char) (digit < 26 ? 'a' + digit : '0' + digit - 26);
  }

  private static int digit(char c) {
    if (c >= 'a' && c <= 'z') {
      return c - 'a';
    }
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    if (c >= '0' && c <= '9') {
      return c - '0' + 26;
    }
    throw new IllegalArgumentException("no digit of it");
  }
}
