package org.sluice.engine.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Field lines in the order they came; names compare without case.
///
/// **Errors**: a name that is no token, or a value with CR, LF or NUL, is refused, so that nobody
/// can smuggle a second field into a request.
///
/// **Source**: RFC 9110, 5.
public record Headers(List<Field> fields) {
  public static final Headers EMPTY = new Headers(List.of());

  /// One field line.
  public record Field(String name, String value) {
    public Field {
      if (!Tokens.isToken(name)) {
        throw new IllegalArgumentException("not a header name: \"" + name + "\"");
      }
      if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0 || value.indexOf('\0') >= 0) {
        throw new IllegalArgumentException(
            "header " + name + " has a line break or NUL in its value");
      }
    }

    /// Says no secret.
    @Override
    public String toString() {
      return "Field[name="
          + name
          + ", value="
          + (SecretFields.isSecret(name) ? "(hidden)" : value)
          + "]";
    }
  }

  public Headers {
    fields = List.copyOf(fields);
  }

  /// Pairs of name and value.
  public static Headers of(String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("names and values must come in pairs");
    }
    List<Field> fields = new ArrayList<>(namesAndValues.length / 2);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.add(new Field(namesAndValues[i], namesAndValues[i + 1]));
    }
    return new Headers(fields);
  }

  /// The value of the first field with this name, or null.
  public @Nullable String first(String name) {
    for (Field field : fields) {
      if (field.name.equalsIgnoreCase(name)) {
        return field.value;
      }
    }
    return null;
  }

  public List<String> all(String name) {
    return fields.stream().filter(f -> f.name.equalsIgnoreCase(name)).map(Field::value).toList();
  }

  /// Whether a field whose value is a list of tokens has this one in it (RFC 9110, 5.6.1).
  public boolean hasToken(String name, String token) {
    for (Field field : fields) {
      if (field.name.equalsIgnoreCase(name)) {
        for (String member : field.value.split(",", -1)) {
          if (member.strip().equalsIgnoreCase(token)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  public boolean has(String name) {
    return first(name) != null;
  }
}
