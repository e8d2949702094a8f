package org.sluice.app.desktop;

/// Text as gdbus reads it from an argument.
///
/// **Source**: GLib, "GVariant Text Format", strings.
final class GVariantText {
  private GVariantText() {}

  /// A string in quotation marks; control characters are left out.
  static String of(String text) {
    StringBuilder quoted = new StringBuilder("'");
    text.codePoints()
        .filter(c -> c == '\n' || !Character.isISOControl(c))
        .forEach(
            c -> {
              switch (c) {
                case '\'', '\\' -> quoted.append('\\').append((char) c);
                case '\n' -> quoted.append("\\n");
                default -> quoted.appendCodePoint(c);
              }
            });
    return quoted.append('\'').toString();
  }
}
