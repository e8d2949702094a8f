package org.sluice.app.handover;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Commands and answers as JSON. What is not known is passed over, so that versions get along.
///
/// **Errors**: [IOException] for bytes that are none.
public final class HandoverJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private HandoverJson() {}

  public static byte[] write(HandedCommand command) {
    return written(
        json -> {
          json.writeStringField("folder", command.folder().toString());
          json.writeArrayFieldStart("args");
          for (String arg : command.args()) {
            json.writeString(arg);
          }
          json.writeEndArray();
        });
  }

  public static byte[] write(HandedAnswer answer) {
    return written(
        json -> {
          json.writeNumberField("process", answer.process());
          json.writeBooleanField("taken", answer.taken());
          json.writeNumberField("code", answer.code());
          json.writeStringField("out", answer.out());
          json.writeStringField("err", answer.err());
        });
  }

  public static HandedCommand command(byte[] bytes) throws IOException {
    String folder = "";
    List<String> args = new ArrayList<>();
    try (JsonParser json = object(bytes)) {
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        JsonToken value = json.nextToken();
        switch (name) {
          case "folder" -> folder = json.getText();
          case "args" -> {
            while (json.nextToken() == JsonToken.VALUE_STRING) {
              args.add(json.getText());
            }
          }
          default -> skip(json, value);
        }
      }
    }
    try {
      return new HandedCommand(Path.of(folder), args);
    } catch (InvalidPathException e) {
      throw new IOException("not a folder of this system", e);
    } catch (IllegalArgumentException e) {
      throw new IOException("not a command", e);
    }
  }

  public static HandedAnswer answer(byte[] bytes) throws IOException {
    long process = 0;
    boolean taken = false;
    int code = 0;
    String out = "";
    String err = "";
    try (JsonParser json = object(bytes)) {
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        JsonToken value = json.nextToken();
        switch (name) {
          case "process" -> process = json.getLongValue();
          case "taken" -> taken = json.getBooleanValue();
          case "code" -> code = json.getIntValue();
          case "out" -> out = json.getText();
          case "err" -> err = json.getText();
          default -> skip(json, value);
        }
      }
    }
    return new HandedAnswer(process, taken, code, out, err);
  }

  private static JsonParser object(byte[] bytes) throws IOException {
    JsonParser json = FACTORY.createParser(bytes);
    if (json.nextToken() != JsonToken.START_OBJECT) {
      json.close();
      throw new IOException("not an object of JSON");
    }
    return json;
  }

  private static void skip(JsonParser json, JsonToken value) throws IOException {
    if (value.isStructStart()) {
      json.skipChildren();
    }
  }

  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  private static byte[] written(Fields fields) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("JSON cannot be written to memory", e);
    }
    return out.toByteArray();
  }
}
