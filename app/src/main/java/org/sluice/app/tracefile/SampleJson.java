package org.sluice.app.tracefile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.app.tape.Sample;
import org.sluice.app.tape.TransferInfos;
import org.sluice.engine.download.DownloadsSnapshot;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.download.SegmentView;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.Proof;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.loop.SocketView;
import org.sluice.engine.loop.TransferView;
import org.sluice.engine.multi.MultiCounters;
import org.sluice.engine.multi.Poll;
import org.sluice.engine.multi.TransferInfo;
import org.sluice.engine.multi.TransferState;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

/// A sample as a line of a trace, and back. Of a download stands what the Monitor shows of it; no
/// folder, since a trace is for others too.
final class SampleJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private SampleJson() {}

  /// The fields, without braces.
  ///
  /// @param startNanos what is 0 in the file
  static String write(Sample sample, long startNanos) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("ev", "sample");
      json.writeArrayFieldStart("sockets");
      for (SocketView view : sample.sockets()) {
        socket(json, view, startNanos);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("transfers");
      for (TransferView view : sample.transfers()) {
        transfer(json, view);
      }
      json.writeEndArray();
      numbers(json, "gone", sample.goneTransfers());
      counts(json, sample.counts(), startNanos);
      DownloadsSnapshot list = sample.list();
      if (list != null) {
        json.writeStringField("taken", list.taken().toString());
        json.writeArrayFieldStart("list");
        for (ItemView item : list.items()) {
          item(json, item);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("JSON cannot be written to memory", e);
    }
    return text.getBuffer().substring(1, text.getBuffer().length() - 1);
  }

  private static void socket(JsonGenerator json, SocketView view, long start) throws IOException {
    json.writeStartObject();
    json.writeNumberField("socket", view.serial());
    json.writeStringField("peer", view.peer());
    json.writeStringField("protocol", view.protocol());
    json.writeStringField("poll", view.poll().name());
    json.writeStringField("assigned", view.assigned());
    numbers(json, "transfers", view.transfers());
    json.writeNumberField("in", view.bytesIn());
    json.writeNumberField("out", view.bytesOut());
    json.writeNumberField("opened", view.openedNanos() - start);
    json.writeStringField("last", view.lastAction());
    json.writeNumberField("lastns", view.lastActionNanos() - start);
    json.writeEndObject();
  }

  private static void transfer(JsonGenerator json, TransferView view) throws IOException {
    TransferInfo info = view.info();
    json.writeStartObject();
    json.writeNumberField("transfer", view.id());
    json.writeStringField("url", view.url());
    json.writeStringField("state", info.state().name());
    json.writeNumberField("received", info.received());
    json.writeNumberField("expected", info.expected());
    json.writeNumberField("socket", info.socketSerial());
    TransferErrorCode result = info.result();
    if (result != null) {
      json.writeStringField("result", result.name());
    }
    json.writeEndObject();
  }

  private static void counts(JsonGenerator json, Sample.Counts counts, long start)
      throws IOException {
    MultiCounters handles = counts.handles();
    json.writeObjectFieldStart("counts");
    json.writeNumberField("current", handles.current());
    json.writeNumberField("running", handles.running());
    json.writeNumberField("pending", handles.pending());
    json.writeNumberField("done", handles.done());
    json.writeNumberField("added", handles.addedEver());
    json.writeNumberField("actions", counts.actions());
    json.writeNumberField("callbacks", counts.callbacks());
    json.writeNumberField("ok", counts.completedOk());
    json.writeNumberField("failed", counts.completedFailed());
    json.writeNumberField("armed", counts.timerArmedNanos() - start);
    if (counts.timerDeadlineNanos() != Long.MAX_VALUE) {
      json.writeNumberField("deadline", counts.timerDeadlineNanos() - start);
    }
    json.writeEndObject();
  }

  private static void item(JsonGenerator json, ItemView item) throws IOException {
    json.writeStartObject();
    json.writeNumberField("id", item.id().value());
    json.writeStringField("name", item.name());
    json.writeStringField("address", item.address());
    json.writeStringField("state", item.state().name());
    json.writeStringField("reason", item.standing().reason().name());
    json.writeNumberField("length", item.amount().length());
    json.writeNumberField("received", item.amount().received());
    json.writeArrayFieldStart("segments");
    for (SegmentView segment : item.segments()) {
      json.writeStartObject();
      json.writeNumberField("lease", segment.lease());
      json.writeNumberField("from", segment.span().from());
      json.writeNumberField("to", segment.span().to());
      json.writeNumberField("next", segment.frontier());
      numbers(json, "transfers", segment.transfers());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void numbers(JsonGenerator json, String name, List<Long> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (long value : values) {
      json.writeNumber(value);
    }
    json.writeEndArray();
  }

  /// The sample of a line.
  static Sample read(JsonLine line, long nanos) {
    List<SocketView> sockets = new ArrayList<>();
    for (JsonLine each : line.objects("sockets")) {
      sockets.add(
          new SocketView(
              each.number("socket", 0),
              each.text("peer", ""),
              each.text("protocol", ""),
              Poll.valueOf(each.text("poll", "NONE")),
              each.text("assigned", ""),
              each.numbers("transfers"),
              each.number("in", 0),
              each.number("out", 0),
              each.number("opened", 0),
              each.text("last", ""),
              each.number("lastns", 0)));
    }
    List<TransferView> transfers = new ArrayList<>();
    for (JsonLine each : line.objects("transfers")) {
      transfers.add(transfer(each));
    }
    return new Sample(
        nanos,
        sockets,
        transfers,
        line.numbers("gone"),
        counts(line.object("counts")),
        line.has("list") ? list(line) : null);
  }

  private static TransferView transfer(JsonLine line) {
    String url = line.text("url", "");
    String result = line.text("result", "");
    return new TransferView(
        line.number("transfer", 0),
        url,
        TransferInfos.of(
            TransferState.valueOf(line.text("state", "INIT")),
            url,
            line.number("received", 0),
            line.number("expected", -1),
            line.number("socket", 0),
            result.isEmpty() ? null : TransferErrorCode.valueOf(result)));
  }

  private static Sample.Counts counts(JsonLine line) {
    return new Sample.Counts(
        new MultiCounters(
            (int) line.number("current", 0),
            (int) line.number("running", 0),
            (int) line.number("pending", 0),
            (int) line.number("done", 0),
            line.number("added", 0)),
        line.number("armed", 0),
        line.number("deadline", Long.MAX_VALUE),
        line.number("actions", 0),
        line.number("callbacks", 0),
        line.number("ok", 0),
        line.number("failed", 0));
  }

  private static @Nullable DownloadsSnapshot list(JsonLine line) {
    Instant taken = Instant.parse(line.text("taken", "1970-01-01T00:00:00Z"));
    List<ItemView> items = new ArrayList<>();
    for (JsonLine each : line.objects("list")) {
      items.add(item(each, taken));
    }
    return new DownloadsSnapshot(
        taken, items, List.of(), new DownloadsSnapshot.Total(0, 0, 0, 0, 0, 0, 0), List.of());
  }

  private static ItemView item(JsonLine line, Instant taken) {
    List<SegmentView> segments = new ArrayList<>();
    for (JsonLine each : line.objects("segments")) {
      segments.add(
          new SegmentView(
              each.number("lease", 1),
              new Span(each.number("from", 0), each.number("to", Long.MAX_VALUE)),
              each.number("next", 0),
              each.numbers("transfers"),
              0,
              ""));
    }
    long received = line.number("received", 0);
    return new ItemView(
        new ItemId(line.number("id", 1)),
        line.text("name", ""),
        line.text("address", ""),
        new ItemView.Place("", 0, line.number("id", 1), taken),
        new ItemView.Standing(
            ItemState.valueOf(line.text("state", "QUEUED")),
            StateReason.valueOf(line.text("reason", "NONE")),
            "",
            null,
            null,
            0,
            null),
        new ItemView.Amount(
            line.number("length", -1), received, received, received, 0, -1, -1, 0, segments.size()),
        new ItemView.FileView(null, null, Spans.EMPTY, null),
        Proof.NOT_NEEDED,
        segments,
        List.of());
  }
}
