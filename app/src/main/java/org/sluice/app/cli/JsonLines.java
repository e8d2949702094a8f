package org.sluice.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.app.words.Redaction;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.download.SegmentView;
import org.sluice.engine.item.ItemState;

/// Writes JSON objects, one a line; a line is written at once.
///
/// **Threads**: any.
final class JsonLines {
  private final JsonFactory factory = new JsonFactory();
  private final PrintStream out;

  JsonLines(PrintStream out) {
    this.out = out;
  }

  /// What stands in an object.
  @FunctionalInterface
  interface Fields {
    Json write(Json json);
  }

  void write(Fields fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = factory.createGenerator(text)) {
      generator.writeStartObject();
      fields.write(new Json(generator));
      generator.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("JSON cannot be written to memory", e);
    }
    out.println(text);
    out.flush();
  }

  /// One object at work.
  static final class Json {
    private final JsonGenerator generator;

    private Json(JsonGenerator generator) {
      this.generator = generator;
    }

    Json text(String name, @Nullable String value) {
      return put(
          () -> {
            generator.writeFieldName(name);
            generator.writeString(value); // null for null
          });
    }

    Json number(String name, long value) {
      return put(() -> generator.writeNumberField(name, value));
    }

    /// A number of which a negative one means that it is not known.
    Json known(String name, long value) {
      return value < 0 ? text(name, null) : number(name, value);
    }

    Json flag(String name, boolean value) {
      return put(() -> generator.writeBooleanField(name, value));
    }

    Json texts(String name, List<?> values) {
      return put(
          () -> {
            generator.writeArrayFieldStart(name);
            for (Object value : values) {
              generator.writeString(value.toString());
            }
            generator.writeEndArray();
          });
    }

    private Json path(String name, @Nullable Path value) {
      return text(name, value == null ? null : value.toString());
    }

    /// A download: number, address, file, state and how far it is.
    Json item(ItemView item) {
      ItemView.Standing standing = item.standing();
      ItemView.Amount amount = item.amount();
      return number("id", item.id().value())
          .text("address", item.address())
          .text("name", item.name())
          .path("file", item.file().target())
          .path("part", item.state() == ItemState.COMPLETE ? null : item.file().part())
          .text("queue", item.place().queue())
          .text("state", JsonReport.word(standing.state()))
          .text("reason", JsonReport.word(standing.reason()))
          .text("words", Redaction.of(standing.sentence()))
          .text("until", standing.until() == null ? null : standing.until().toString())
          .text("finished", standing.finished() == null ? null : standing.finished().toString())
          .text("proof", JsonReport.word(item.proof().level()))
          .known("length", amount.length())
          .number("received", amount.received())
          .number("committed", amount.committed())
          .number("fetched", amount.fetched())
          .number("bytesPerSecond", amount.bytesPerSecond())
          .known("etaSeconds", amount.etaSeconds())
          .number("connections", amount.connections());
    }

    Json segments(List<SegmentView> segments) {
      return put(
          () -> {
            generator.writeArrayFieldStart("segments");
            for (SegmentView segment : segments) {
              generator.writeStartObject();
              number("from", segment.span().from());
              number("next", segment.frontier());
              known("to", segment.span().to() == Long.MAX_VALUE ? -1 : segment.span().to());
              number("bytesPerSecond", segment.bytesPerSecond());
              generator.writeEndObject();
            }
            generator.writeEndArray();
          });
    }

    Json sum(RunSummary sum) {
      return number("saved", sum.saved())
          .number("skipped", sum.skipped())
          .number("failed", sum.failed())
          .number("open", sum.open())
          .number("bytes", sum.bytes());
    }

    private Json put(Writing writing) {
      try {
        writing.write();
        return this;
      } catch (IOException e) {
        throw new UncheckedIOException("JSON cannot be written to memory", e);
      }
    }

    @FunctionalInterface
    private interface Writing {
      void write() throws IOException;
    }
  }
}
