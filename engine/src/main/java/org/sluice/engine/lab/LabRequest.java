package org.sluice.engine.lab;

import java.util.List;
import java.util.Optional;

/// The head of one request as the lab received it.
///
/// @param connection the number of its connection, counted from 1 in the order of acceptance
/// @param origin the door it came through
/// @param method the method as sent
/// @param target the request target as sent
/// @param version `HTTP/1.1` or `HTTP/1.0`
/// @param fields the header fields in the order of the wire
public record LabRequest(
    long connection,
    LabOrigin origin,
    String method,
    String target,
    String version,
    List<Field> fields) {

  /// One header field, its name as sent and its value without the spaces around it.
  ///
  /// @param name the name, in the letters of the sender
  /// @param value the value
  public record Field(String name, String value) {}

  /// Copies the fields.
  public LabRequest {
    fields = List.copyOf(fields);
  }

  /// The first value of a header field; the case of the name does not matter.
  public Optional<String> header(String name) {
    for (Field field : fields) {
      if (field.name().equalsIgnoreCase(name)) {
        return Optional.of(field.value());
      }
    }
    return Optional.empty();
  }

  /// The target up to its question mark.
  public String path() {
    int mark = target.indexOf('?');
    return mark < 0 ? target : target.substring(0, mark);
  }

  /// The head as text, line by line, as `/echo` sends it back.
  String text() {
    StringBuilder text = new StringBuilder(256);
    text.append(method).append(' ').append(target).append(' ').append(version).append("\r\n");
    fields.forEach(f -> text.append(f.name()).append(": ").append(f.value()).append("\r\n"));
    return text.append("\r\n").toString();
  }

  long countOf(String name) {
    return fields.stream().filter(field -> field.name().equalsIgnoreCase(name)).count();
  }
}
