package org.sluice.app.tracefile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One JSON object with its fields by name; a field of another kind than is asked for is absent.
final class JsonLine {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final JsonLine EMPTY = new JsonLine(Map.of());

  private final Map<String, Object> fields;

  private JsonLine(Map<String, Object> fields) {
    this.fields = fields;
  }

  /// @throws IOException if it is no JSON object
  static JsonLine of(String text) throws IOException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not a JSON object");
      }
      return object(parser);
    }
  }

  private static JsonLine object(JsonParser parser) throws IOException {
    Map<String, Object> fields = new HashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      Object value = value(parser);
      if (value != null) {
        fields.put(name, value);
      }
    }
    return new JsonLine(fields);
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        List<Object> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          Object value = value(parser);
          if (value != null) {
            values.add(value);
          }
        }
        yield values;
      }
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL, VALUE_NUMBER_FLOAT -> null;
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IOException("the JSON ends too early");
      case null -> throw new IOException("the JSON ends too early");
    };
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  String text(String name, String otherwise) {
    return fields.get(name) instanceof String text ? text : otherwise;
  }

  @Nullable String textOrNull(String name) {
    return fields.get(name) instanceof String text ? text : null;
  }

  long number(String name, long otherwise) {
    return fields.get(name) instanceof Long number ? number : otherwise;
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(fields.get(name));
  }

  JsonLine object(String name) {
    return fields.get(name) instanceof JsonLine object ? object : EMPTY;
  }

  List<JsonLine> objects(String name) {
    List<JsonLine> found = new ArrayList<>();
    if (fields.get(name) instanceof List<?> values) {
      for (Object value : values) {
        if (value instanceof JsonLine object) {
          found.add(object);
        }
      }
    }
    return found;
  }

  List<Long> numbers(String name) {
    List<Long> found = new ArrayList<>();
    if (fields.get(name) instanceof List<?> values) {
      for (Object value : values) {
        if (value instanceof Long number) {
          found.add(number);
        }
      }
    }
    return found;
  }
}
