package org.sluice.app.downloads;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.checksum.ChecksumText;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.Source;
import org.sluice.engine.item.StoredItem;

/// The list of downloads as a file to keep or to take elsewhere: JSON of version 1.
///
/// Headers, names and passwords are left out: such a file is passed on. A text with one address a
/// line can be read too.
///
/// **Limits**: [#MOST_ITEMS].
final class ListFile {
  static final int VERSION = 1;
  static final int MOST_ITEMS = 100_000;

  private static final Set<String> STILL =
      Set.of(ItemState.PAUSED.name(), ItemState.COMPLETE.name(), ItemState.FAILED.name());

  private static final JsonFactory FACTORY = new JsonFactory();

  private ListFile() {}

  static String write(List<StoredItem> items) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeNumberField("version", VERSION);
      json.writeArrayFieldStart("downloads");
      for (StoredItem item : items) {
        write(json, item);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString() + "\n";
  }

  private static void write(JsonGenerator json, StoredItem item) throws IOException {
    DownloadRequest request = item.request();
    json.writeStartObject();
    json.writeArrayFieldStart("addresses");
    for (Source source : request.sources()) {
      json.writeString(source.url());
    }
    json.writeEndArray();
    String name = request.file().name();
    if (item.identity() != null && item.identity().target().getFileName() != null) {
      name = item.identity().target().getFileName().toString();
    }
    if (name != null) {
      json.writeStringField("name", name);
    }
    json.writeStringField("folder", request.file().folder().toString());
    json.writeStringField("queue", request.queue());
    json.writeNumberField("priority", request.priority());
    json.writeStringField("state", item.progress().state().name());
    json.writeNumberField("segments", request.fetch().maxSegments());
    json.writeNumberField("limit", request.fetch().limitBytesPerSecond());
    json.writeArrayFieldStart("checksums");
    for (Checksum checksum : request.checksums()) {
      json.writeString(checksum.toString());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /// What does not move elsewhere is added paused: one that is complete there is not fetched again
  /// before the user says so.
  ///
  /// @param folder for what names none that is usable here
  /// @throws IOException if it is neither such a file nor a text with addresses
  static List<DownloadRequest> read(String text, Path folder) throws IOException {
    String start = text.stripLeading();
    return start.startsWith("{") ? readJson(text, folder) : readLines(text, folder);
  }

  private static List<DownloadRequest> readLines(String text, Path folder) throws IOException {
    List<DownloadRequest> requests =
        text.lines()
            .map(String::strip)
            .filter(line -> line.matches("(?i)https?://\\S+"))
            .limit(MOST_ITEMS)
            .map(url -> DownloadRequest.of(url, FileWish.into(folder)))
            .toList();
    if (requests.isEmpty()) {
      throw new IOException(DownloadsWords.text("import.nothing"));
    }
    return requests;
  }

  private static List<DownloadRequest> readJson(String text, Path folder) throws IOException {
    List<DownloadRequest> requests = new ArrayList<>();
    try (JsonParser json = FACTORY.createParser(text)) {
      json.nextToken();
      for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
        JsonToken value = json.nextToken();
        if (field.equals("version") && json.getIntValue() > VERSION) {
          throw new IOException(DownloadsWords.text("import.newer"));
        }
        if (!field.equals("downloads") || value != JsonToken.START_ARRAY) {
          json.skipChildren();
          continue;
        }
        while (json.nextToken() == JsonToken.START_OBJECT && requests.size() < MOST_ITEMS) {
          requests.add(one(json, folder));
        }
      }
    }
    return requests;
  }

  private static DownloadRequest one(JsonParser json, Path folder) throws IOException {
    List<Source> sources = new ArrayList<>();
    List<Checksum> checksums = new ArrayList<>();
    String name = null;
    Path place = folder;
    String queue = DownloadRequest.MAIN_QUEUE;
    int priority = 0;
    boolean still = false;
    int segments = FetchWish.DEFAULT_SEGMENTS;
    long limit = 0;
    for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
      JsonToken value = json.nextToken();
      switch (field) {
        case "addresses" -> {
          for (String url : strings(json)) {
            sources.add(new Source(url, sources.isEmpty() ? 1 : 2, null));
          }
        }
        case "checksums" -> {
          for (String sum : strings(json)) {
            checksums.add(ChecksumText.parse(sum));
          }
        }
        case "name" -> name = json.getText();
        case "folder" -> place = usable(json.getText(), folder);
        case "queue" -> queue = json.getText();
        case "priority" -> priority = json.getIntValue();
        case "state" -> still = STILL.contains(json.getText());
        case "segments" -> segments = Math.clamp(json.getLongValue(), 1, FetchWish.MOST_SEGMENTS);
        case "limit" -> limit = Math.max(0, json.getLongValue());
        default -> {
          if (value.isStructStart()) {
            json.skipChildren();
          }
        }
      }
    }
    if (sources.isEmpty()) {
      throw new IOException(DownloadsWords.text("import.noAddress"));
    }
    return DownloadRequest.of(sources.getFirst().url(), FileWish.into(place).named(name))
        .sources(sources)
        .checksums(checksums)
        .queue(queue)
        .priority(priority)
        .startPaused(still)
        .fetch(FetchWish.DEFAULT.maxSegments(segments).limitBytesPerSecond(limit));
  }

  private static List<String> strings(JsonParser json) throws IOException {
    List<String> strings = new ArrayList<>();
    while (json.nextToken() == JsonToken.VALUE_STRING) {
      strings.add(json.getText());
    }
    return strings;
  }

  /// A folder of another machine may make no sense here.
  private static Path usable(@Nullable String text, Path otherwise) {
    try {
      Path path = text == null ? otherwise : Path.of(text);
      return path.isAbsolute() ? path : otherwise;
    } catch (InvalidPathException e) {
      return otherwise;
    }
  }
}
