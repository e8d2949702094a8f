package org.sluice.engine.request;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.Headers;

/// One part of a form.
///
/// **Errors**: line breaks in name or file name do not get through: they are written as `%0D` and
/// `%0A`, as browsers do. **Source**: RFC 7578, 4.2 and 4.4; curl's `-F`.
///
/// @param name of the field; null for a part of a part
/// @param fileName as the server is told; null for a part that is no file
/// @param contentType null for none
/// @param fields besides those of the name and the type
public record FormPart(
    @Nullable String name,
    @Nullable String fileName,
    @Nullable String contentType,
    Headers fields,
    BodySource body) {
  /// The type of a file whose name tells nothing.
  public static final String ANY_TYPE = "application/octet-stream";

  private static final Map<String, String> TYPES =
      Map.of(
          "gif", "image/gif",
          "jpg", "image/jpeg",
          "jpeg", "image/jpeg",
          "png", "image/png",
          "svg", "image/svg+xml",
          "txt", "text/plain",
          "htm", "text/html",
          "html", "text/html",
          "pdf", "application/pdf",
          "xml", "application/xml");

  public FormPart {
    if (contentType != null) {
      var _ = new Headers.Field("Content-Type", contentType);
    }
  }

  /// A field with a text.
  public static FormPart text(String name, String value) {
    BodySource body = BodySource.of(value.getBytes(StandardCharsets.UTF_8));
    return new FormPart(name, null, null, Headers.EMPTY, body);
  }

  /// A field with a file, under its own name and the type that goes with it.
  public static FormPart file(String name, Path file) throws IOException {
    String fileName = String.valueOf(file.getFileName());
    return new FormPart(name, fileName, typeOf(fileName), Headers.EMPTY, BodySource.of(file));
  }

  /// What curl takes a file for by the end of its name.
  public static String typeOf(String fileName) {
    return knownTypeOf(fileName).orElse(ANY_TYPE);
  }

  /// The same; empty if the name tells nothing.
  public static Optional<String> knownTypeOf(String fileName) {
    int dot = fileName.lastIndexOf('.');
    String end = dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    return Optional.ofNullable(TYPES.get(end));
  }

  public FormPart withFileName(@Nullable String value) {
    return new FormPart(name, value, contentType, fields, body);
  }

  public FormPart withContentType(@Nullable String value) {
    return new FormPart(name, fileName, value, fields, body);
  }

  public FormPart withFields(Headers value) {
    return new FormPart(name, fileName, contentType, value, body);
  }
}
