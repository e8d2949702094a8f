package org.sluice.engine.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a Content-Disposition field says of a file's name. The names are as the server gave them:
/// not safe yet.
///
/// Reads what servers really send: a missing type, names without quotes, bytes of UTF-8,
/// percent-encoded names and encoded words where RFC 6266 has none. Never fails; what makes no
/// sense is passed over, of two parameters of one name the first counts.
///
/// **Threads**: pure.
///
/// **Limits**: [#MAX_LENGTH] of the field, [#MAX_PARAMETERS].
///
/// **Source**: RFC 6266, 4; RFC 8187, 3.2.
///
/// @param type in lower case; empty if there is none
/// @param fileName the `filename` parameter; null for none
/// @param extendedFileName the `filename*` parameter, decoded; null for none that can be
public record ContentDisposition(
    String type, @Nullable String fileName, @Nullable String extendedFileName) {
  /// Nothing behind it is looked at.
  public static final int MAX_LENGTH = 8_192;

  /// So many parameters are looked at.
  public static final int MAX_PARAMETERS = 32;

  public static ContentDisposition parse(String value) {
    String bounded = value.length() <= MAX_LENGTH ? value : value.substring(0, MAX_LENGTH);
    FieldParameters parameters = new FieldParameters(bounded);
    String type = parameters.type().toLowerCase(Locale.ROOT);
    String plain = null;
    String extended = null;
    for (int i = 0; i < MAX_PARAMETERS && parameters.next(); i++) {
      switch (parameters.name().toLowerCase(Locale.ROOT)) {
        case "filename" -> plain = plain == null ? LooseText.decode(parameters.value()) : plain;
        case "filename*" ->
            extended = extended == null ? ExtendedValue.decode(parameters.value()) : extended;
        default -> {}
      }
    }
    return new ContentDisposition(type, plain, extended);
  }
}
