package org.sluice.app.downloads;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.Headers.Field;
import org.sluice.engine.http.SecretFields;

/// The headers of a request as lines to be changed, `Name: value`. A secret is shown as dots; it stays
/// what it is as long as the dots stand there.
///
/// **Threads**: pure functions.
final class HeaderLines {
  static final String DOTS = "••••••••";

  private HeaderLines() {}

  static String of(Headers headers) {
    return headers.fields().stream()
        .map(
            field ->
                field.name() + ": " + (SecretFields.isSecret(field.name()) ? DOTS : field.value()))
        .collect(Collectors.joining("\n"));
  }

  /// @param before where secrets are taken from that still stand there as dots
  /// @throws IllegalArgumentException with a sentence, for what is no header
  static Headers read(String text, Headers before) {
    List<Field> secrets =
        new ArrayList<>(
            before.fields().stream().filter(field -> SecretFields.isSecret(field.name())).toList());
    List<Field> fields = new ArrayList<>();
    for (String line : text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      int colon = line.indexOf(':');
      if (colon <= 0) {
        throw new IllegalArgumentException(DownloadsWords.text("properties.noHeader", line));
      }
      String name = line.substring(0, colon).strip();
      String value = line.substring(colon + 1).strip();
      fields.add(value.equals(DOTS) ? take(secrets, name) : new Field(name, value));
    }
    return new Headers(fields);
  }

  /// Each stands for one, in their order.
  private static Field take(List<Field> secrets, String name) {
    for (Field secret : secrets) {
      if (secret.name().equalsIgnoreCase(name)) {
        secrets.remove(secret);
        return secret;
      }
    }
    throw new IllegalArgumentException(DownloadsWords.text("properties.noHeader", name));
  }
}
