package org.sluice.app.curl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sluice.app.curl.text.JsonString;
import org.sluice.app.curl.text.PercentText;

/// What `--variable` has set, for `--expand-OPTION` to put in the place of `{{name}}`.
///
/// **Source**: curl's manual, "VARIABLES".
final class Variables {
  private static final Pattern SETTING =
      Pattern.compile(
          "(%?)([A-Za-z0-9_]{1,127})(?:\\[(\\d{1,18})-(\\d{0,18})\\])?(.*)", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,127}");

  private final Inputs inputs;
  private final Consumer<String> warnings;
  private final Map<String, byte[]> values = new HashMap<>();

  Variables(Inputs inputs, Consumer<String> warnings) {
    this.inputs = inputs;
    this.warnings = warnings;
  }

  /// `name=text`, `name@file`, `%NAME` of the environment, with `[from-to]` for a part.
  void set(String setting) throws UsageException {
    Matcher found = SETTING.matcher(setting);
    if (!found.matches()) {
      warnings.accept("Bad variable name length, skipping");
      return;
    }
    String name = found.group(2);
    String rest = found.group(5);
    byte[] content = null;
    if (!found.group(1).isEmpty()) {
      String known = inputs.variable(name);
      if (known == null && rest.isEmpty()) {
        throw new UsageException(
            UsageException.BAD_USE, "Variable '" + name + "' import fail, not set");
      }
      content = known == null ? null : known.getBytes(StandardCharsets.UTF_8);
    }
    if (content == null) {
      content = said(rest, found.group(3), found.group(4), setting);
    }
    if (content != null) {
      values.put(name, content);
    }
  }

  private byte @Nullable [] said(
      String rest, @Nullable String from, @Nullable String to, String setting)
      throws UsageException {
    long first = from == null ? 0 : Long.parseLong(from);
    long last = to == null || to.isEmpty() ? Long.MAX_VALUE : Long.parseLong(to);
    if (first > last) {
      throw new UsageException(
          UsageException.BAD_USE, "option --variable: syntax error in --variable argument");
    }
    byte[] all;
    if (rest.startsWith("@")) {
      all = file(rest.substring(1));
    } else if (rest.startsWith("=")) {
      all = rest.substring(1).getBytes(StandardCharsets.UTF_8);
    } else {
      warnings.accept("Bad --variable syntax, skipping: " + setting);
      return null;
    }
    if (from == null) {
      return all;
    }
    int start = (int) Math.min(first, all.length);
    return Arrays.copyOfRange(all, start, (int) Math.min(last, all.length - 1L) + 1);
  }

  private byte[] file(String name) throws UsageException {
    try {
      return inputs.read(name);
    } catch (IOException e) {
      throw new UsageException(UsageException.CANNOT_READ, "Failed to open " + name, e);
    }
  }

  /// The text with every `{{name:function}}` replaced.
  String expand(String text) throws UsageException {
    StringBuilder out = new StringBuilder();
    int from = 0;
    int open = text.indexOf("{{");
    while (open >= 0) {
      if (open > from && text.charAt(open - 1) == '\\') {
        out.append(text, from, open - 1).append("{{");
        from = open + 2;
      } else {
        int close = text.indexOf("}}", open);
        if (close < 0) {
          warnings.accept("missing close '}}' in '" + text + "'");
          break;
        }
        out.append(text, from, open);
        out.append(value(text.substring(open + 2, close)));
        from = close + 2;
      }
      open = text.indexOf("{{", from);
    }
    return out.append(text, from, text.length()).toString();
  }

  private String value(String inside) throws UsageException {
    String[] words = inside.split(":", -1);
    if (!NAME.matcher(words[0]).matches()) {
      warnings.accept("bad variable name: " + words[0]);
      return "{{" + inside + "}}";
    }
    byte[] value = values.getOrDefault(words[0], new byte[0]);
    for (int i = 1; i < words.length; i++) {
      value = apply(words[i], value);
    }
    for (byte b : value) {
      if (b == 0) {
        throw new UsageException(UsageException.BAD_USE, "variable contains null byte");
      }
    }
    return new String(value, StandardCharsets.UTF_8);
  }

  private static byte[] apply(String function, byte[] value) throws UsageException {
    return switch (function) {
      case "trim" -> trimmed(value);
      case "json" -> JsonString.escaped(value);
      case "url" -> PercentText.encode(value).getBytes(StandardCharsets.US_ASCII);
      case "b64" -> Base64.getEncoder().encode(value);
      case "64dec" -> decoded(value);
      default ->
          throw new UsageException(
              UsageException.BAD_USE, "unknown variable function in ':" + function + "'");
    };
  }

  private static byte[] decoded(byte[] value) {
    try {
      return Base64.getDecoder().decode(value);
    } catch (IllegalArgumentException e) {
      return "[64dec-fail]".getBytes(StandardCharsets.US_ASCII);
    }
  }

  private static byte[] trimmed(byte[] value) {
    int start = 0;
    int end = value.length;
    while (start < end && isSpace(value[start])) {
      start++;
    }
    while (end > start && isSpace(value[end - 1])) {
      end--;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(value, start, end - start);
    return out.toByteArray();
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || (b >= 9 && b <= 13);
  }
}
