package org.sluice.app.curl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.app.curl.text.PercentText;

/// The bytes that `-d` and its friends add up to.
public final class PostData {
  private static final Set<String> NAMES =
      Set.of("data", "data-ascii", "data-binary", "data-raw", "data-urlencode", "json");

  private PostData() {}

  static boolean isOne(String option) {
    return NAMES.contains(option);
  }

  /// @return null if none of them was given
  /// @throws UsageException if a file cannot be read
  public static byte @Nullable [] of(Operation operation, Inputs inputs) throws UsageException {
    ByteArrayOutputStream all = null;
    for (Given given : operation.allOf(NAMES.toArray(String[]::new))) {
      byte[] one = piece(given, inputs);
      if (all == null) {
        all = new ByteArrayOutputStream();
      } else if (all.size() > 0 && !given.is("json")) {
        all.write('&');
      }
      all.writeBytes(one);
    }
    return all == null ? null : all.toByteArray();
  }

  /// The query that `--url-query` adds up to; null for none.
  public static @Nullable String query(Operation operation, Inputs inputs) throws UsageException {
    StringBuilder all = new StringBuilder();
    for (String value : operation.all("url-query")) {
      all.append(all.isEmpty() ? "" : "&")
          .append(
              value.startsWith("+")
                  ? value.substring(1)
                  : new String(encoded(value, inputs), StandardCharsets.UTF_8));
    }
    return operation.has("url-query") ? all.toString() : null;
  }

  private static byte[] piece(Given given, Inputs inputs) throws UsageException {
    String value = given.value();
    if (given.is("data-urlencode")) {
      return encoded(value, inputs);
    }
    if (!value.startsWith("@") || given.is("data-raw")) {
      return value.getBytes(StandardCharsets.UTF_8);
    }
    byte[] file = file(value.substring(1), inputs);
    return given.is("data-binary") || given.is("json") ? file : withoutLineEnds(file);
  }

  /// `content`, `=content`, `name=content`, `@file`, `name@file`.
  private static byte[] encoded(String value, Inputs inputs) throws UsageException {
    int equals = value.indexOf('=');
    int at = equals < 0 ? value.indexOf('@') : -1;
    int sign = Math.max(equals, at);
    String name = sign > 0 ? value.substring(0, sign) + "=" : "";
    byte[] content =
        at >= 0
            ? file(value.substring(at + 1), inputs)
            : value.substring(sign + 1).getBytes(StandardCharsets.UTF_8);
    return (name + PercentText.encodeForm(content)).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] withoutLineEnds(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (byte b : bytes) {
      if (b != '\r' && b != '\n' && b != 0) {
        out.write(b);
      }
    }
    return out.toByteArray();
  }

  private static byte[] file(String name, Inputs inputs) throws UsageException {
    try {
      return inputs.read(name);
    } catch (IOException e) {
      throw new UsageException(UsageException.CANNOT_READ, "Failed to open " + name, e);
    }
  }
}
