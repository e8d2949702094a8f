package org.sluice.engine.http2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.http2.frames.SettingsFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.engine.http.Headers;
import org.sluice.engine.request.Http2Limits;

class Http2SessionTest {
  private static final byte[] PING = new byte[8];

  /// The promise of stream 2: GET https://lab/.
  private static final byte[] PUSH = {
    0, 0, 0, 2, (byte) 0x82, (byte) 0x87, (byte) 0x84, 0x41, 3, 'l', 'a', 'b'
  };

  /// One thing that a server may say on a stream, and what the stream makes of it.
  private record Case(String name, Http2Script script, List<String> events) {
    @Override
    public String toString() {
      return name;
    }
  }

  private interface Http2Script {
    void play(SessionRig rig, Http2Stream stream);
  }

  private static Case of(String name, Http2Script script, String... events) {
    return new Case(name, script, List.of(events));
  }

  private static String broken(String why) {
    return "HTTP2_STREAM: The response " + why;
  }

  static Stream<Case> cases() {
    String rules = "HTTP2: The server breaks the rules of HTTP/2: ";
    return Stream.of(
        of(
            "a body",
            (r, s) -> {
              r.head(s, false, ":status", "200", "content-length", "50000");
              r.data(s, 50_000, true);
            },
            "head 200",
            "body 50000",
            "end"),
        of("no body", (r, s) -> r.head(s, true, ":status", "204"), "head 204", "end"),
        of(
            "interim heads and trailers",
            (r, s) -> {
              r.head(s, false, ":status", "103", "link", "</x>");
              r.head(s, false, ":status", "200");
              r.data(s, 3, false);
              r.head(s, true, "x-sum", "3");
            },
            "head 103",
            "head 200",
            "body 3",
            "end"),
        of(
            "a padded frame",
            (r, s) -> {
              r.head(s, false, ":status", "200");
              r.raw(0, 9, s.id(), new byte[] {4, 'a', 'b', 0, 0, 0, 0});
            },
            "head 200",
            "body 2",
            "end"),
        of(
            "unknown frames and PRIORITY are passed over",
            (r, s) -> {
              r.raw(0xfa, 0xff, s.id(), new byte[20]);
              r.raw(2, 0, s.id(), new byte[5]);
              r.head(s, true, ":status", "200");
            },
            "head 200",
            "end"),
        of(
            "shorter than announced",
            (r, s) -> {
              r.head(s, false, ":status", "200", "content-length", "10");
              r.data(s, 9, true);
            },
            "head 200",
            "body 9",
            broken("ends after 9 of the 10 bytes it announced")),
        of(
            "longer than announced",
            (r, s) -> {
              r.head(s, false, ":status", "200", "content-length", "10");
              r.data(s, 11, true);
            },
            "head 200",
            broken("is longer than the 10 bytes it announced")),
        of(
            "two lengths",
            (r, s) ->
                r.head(s, false, ":status", "200", "content-length", "10", "content-length", "9"),
            broken("says two lengths of its body: 10 and 9")),
        of(
            "a length that is none",
            (r, s) -> r.head(s, false, ":status", "200", "content-length", "-1"),
            broken("has a content-length that is no number: \"-1\"")),
        of(
            "a field of an HTTP/1 connection",
            (r, s) -> r.raw(1, 5, s.id(), literal(":status", "200", "keep-alive", "5")),
            broken("has a keep-alive field, which HTTP/2 forbids")),
        of(
            "chunks",
            (r, s) ->
                r.raw(1, 5, s.id(), literal(":status", "200", "transfer-encoding", "chunked")),
            broken("has a transfer-encoding field, which HTTP/2 forbids")),
        of(
            "another protocol",
            (r, s) -> r.head(s, false, ":status", "101"),
            broken("switches protocols (101), which HTTP/2 does not know")),
        of(
            "an end behind an interim head",
            (r, s) -> r.head(s, true, ":status", "103"),
            broken("ends with an interim head (103)")),
        of(
            "a body before its head",
            (r, s) -> r.data(s, 5, false),
            broken("has a body before its head")),
        of(
            "a second head",
            (r, s) -> {
              r.head(s, false, ":status", "200");
              r.head(s, false, ":status", "200");
            },
            "head 200",
            broken("has a second head")),
        of(
            "trailers that are not the end",
            (r, s) -> {
              r.head(s, false, ":status", "200");
              r.head(s, false, "x-a", "b");
            },
            "head 200",
            "HTTP2_STREAM: The response goes on behind its trailers"),
        of(
            "no status",
            (r, s) -> r.head(s, true, "x-a", "b"),
            "HTTP2_STREAM: The response has no status"),
        of(
            "broken off",
            (r, s) -> {
              r.head(s, false, ":status", "200");
              r.data(s, 100, false);
              r.server.reset(s.id(), ErrorCode.INTERNAL_ERROR);
            },
            "head 200",
            "body 100",
            "HTTP2_STREAM: The server broke off the stream: INTERNAL_ERROR (0x2)"),
        of(
            "push",
            (r, s) -> r.raw(5, 4, s.id(), PUSH),
            "HTTP2: The server pushes, though it was told not to"),
        of(
            "a frame larger than allowed",
            (r, s) -> r.raw(0, 0, s.id(), new byte[16_385]),
            rules + "invalid frame length"),
        of(
            "a header block that is none",
            (r, s) -> r.raw(1, 5, s.id(), new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff, 1}),
            rules + "invalid hpack block"),
        of(
            "CONTINUATION out of place",
            (r, s) -> r.raw(9, 4, s.id(), new byte[] {(byte) 0x88}),
            rules + "unexpected continuation frame"),
        of(
            "something else within a header block",
            (r, s) -> {
              r.raw(1, 1, s.id(), new byte[] {(byte) 0x88});
              r.raw(6, 0, 0, PING);
            },
            rules + "expected continuation frame"),
        of(
            "a stream that never was",
            (r, s) -> r.raw(0, 0, s.id() + 20, new byte[] {1}),
            "HTTP2: The server sent DATA on a stream that never was"),
        of(
            "a window larger than any may be",
            (r, s) -> {
              r.server.windowUpdate(0, Integer.MAX_VALUE);
              r.server.windowUpdate(0, Integer.MAX_VALUE);
            },
            "HTTP2: The server makes a window larger than any may be"),
        of(
            "a head in pieces",
            (r, s) -> {
              r.raw(1, 1, s.id(), new byte[] {(byte) 0x88});
              r.raw(9, 0, s.id(), new byte[0]);
              r.raw(9, 4, s.id(), literal("x-a", "b"));
            },
            "head 200",
            "end"));
  }

  /// Fields in HPACK without a table or Huffman, whatever they are.
  private static byte[] literal(String... namesAndValues) {
    ByteBuffer out = ByteBuffer.allocate(1_000);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      out.put((byte) 0);
      for (String text : List.of(namesAndValues[i], namesAndValues[i + 1])) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        out.put((byte) bytes.length).put(bytes);
      }
    }
    byte[] all = new byte[out.position()];
    out.flip().get(all);
    return all;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatAStreamMakesOfIt(Case one) {
    SessionRig rig = new SessionRig().greet();
    Http2Stream stream = rig.get();
    one.script.play(rig, stream);
    rig.say();
    assertThat(SessionRig.events(stream)).containsExactlyElementsOf(one.events);
  }

  /// The same in two pieces, wherever it is cut; and byte by byte.
  @ParameterizedTest
  @MethodSource("cases")
  void cutAnywhereItIsTheSame(Case one) {
    SessionRig made = new SessionRig().greet();
    one.script.play(made, made.get());
    byte[] script = made.script();
    int step = Math.max(1, script.length / 3_000);
    for (int cut = 0; cut <= script.length; cut += step) {
      SessionRig rig = new SessionRig().greet();
      Http2Stream stream = rig.get();
      List<String> events = new ArrayList<>();
      rig.session.receive(ByteBuffer.wrap(script, 0, cut), 0);
      events.addAll(SessionRig.events(stream));
      rig.session.receive(ByteBuffer.wrap(script, cut, script.length - cut), 0);
      if (!events.contains("end") && stream.failure() == null
          || events.stream().noneMatch(e -> e.startsWith("HTTP2") || e.equals("end"))) {
        events.addAll(SessionRig.events(stream));
      }
      assertThat(joined(events)).as(one + " cut at " + cut).isEqualTo(joined(one.events));
    }
    SessionRig rig = new SessionRig().greet();
    Http2Stream stream = rig.get();
    IntStream.range(0, script.length)
        .forEach(i -> rig.session.receive(ByteBuffer.wrap(script, i, 1), 0));
    assertThat(joined(SessionRig.events(stream))).isEqualTo(joined(one.events));
  }

  /// Pieces of body that follow each other are one; what came of one that broke is no matter.
  private static List<String> joined(List<String> events) {
    List<String> all = new ArrayList<>();
    long body = 0;
    for (String event : events) {
      if (event.startsWith("body ")) {
        body += Long.parseLong(event.substring(5));
      } else {
        all.add(event);
      }
    }
    boolean fails = all.stream().anyMatch(e -> e.startsWith("HTTP2"));
    if (!fails) {
      all.add("body " + body);
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void garbageEndsTheConnectionAndNothingElse(long seed) {
    Random random = new Random(seed);
    SessionRig rig = new SessionRig().greet();
    Http2Stream stream = rig.get();
    for (int i = 0; i < 200; i++) {
      byte[] frame = new byte[random.nextInt(60)];
      random.nextBytes(frame);
      rig.raw(random.nextInt(12), random.nextInt(256), random.nextInt(6), frame);
      rig.say();
    }
    assertThat(rig.session.failure() != null || stream.failure() != null)
        .as("seed " + seed)
        .isTrue();
    assertThat(SessionRig.events(stream)).as("seed " + seed).isNotEmpty();
  }

  static LongRange seeds() {
    return new LongRange();
  }

  static final class LongRange implements Iterable<Long> {
    @Override
    public java.util.Iterator<Long> iterator() {
      return java.util.stream.LongStream.range(0, 200).iterator();
    }
  }

  @Test
  void itOpensAsRfc9113Says() {
    SessionRig rig = new SessionRig();
    rig.get();
    rig.hear();
    assertThat(rig.seen.get(0)).startsWith("SETTINGS {");
    assertThat(rig.seen.get(0)).contains("2=0", "4=262144", "6=307200");
    assertThat(rig.seen.get(1)).isEqualTo("WINDOW_UPDATE 0 " + (64 * 1024 * 1024 - 65_535));
    assertThat(rig.seen.get(2)).startsWith("HEADERS 1").endsWith("end");
  }

  @Test
  void settingsAndPingAreAnswered() {
    SessionRig rig = new SessionRig();
    rig.server.settings(Map.of(SettingsFrame.MAX_CONCURRENT_STREAMS, 7));
    rig.server.ping(new byte[] {0, 0, 0, 0, 0, 0, 0, 9}, false);
    rig.say().hear();
    assertThat(rig.session.streamsMost()).isEqualTo(7);
    assertThat(rig.room).isEqualTo(1);
    assertThat(rig.seen).contains("SETTINGS ack", "PING 9 ack");
  }

  @Test
  void aServerThatSpeaksHttp1IsNoServerOfHttp2() {
    SessionRig rig = new SessionRig();
    Http2Stream stream = rig.get();
    byte[] answer = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    rig.session.receive(ByteBuffer.wrap(answer), 0);
    assertThat(SessionRig.events(stream))
        .containsExactly("HTTP2: The server does not speak HTTP/2: it did not begin with SETTINGS");
  }

  @Test
  void goAwayLetsTheOlderStreamsGoOn() {
    SessionRig rig = new SessionRig().greet();
    Http2Stream first = rig.get();
    Http2Stream second = rig.get();
    rig.server.goAway(first.id(), ErrorCode.NO_ERROR, "");
    rig.head(first, true, ":status", "200");
    rig.say();
    assertThat(rig.session.takesMore()).isFalse();
    assertThat(SessionRig.events(first)).containsExactly("head 200", "end");
    assertThat(second.failure().kind()).isEqualTo(StreamFailure.Kind.UNPROCESSED);
  }

  @Test
  void whatMayBeDoneAboutAStreamThatIsBrokenOff() {
    assertThat(kind(ErrorCode.REFUSED_STREAM_ERROR)).isEqualTo(StreamFailure.Kind.UNPROCESSED);
    assertThat(kind(ErrorCode.HTTP_1_1_REQUIRED_ERROR)).isEqualTo(StreamFailure.Kind.NEEDS_HTTP1);
    assertThat(kind(ErrorCode.CANCEL_STREAM_ERROR)).isEqualTo(StreamFailure.Kind.BROKEN);
    SessionRig rig = new SessionRig().greet();
    Http2Stream stream = rig.get();
    rig.session.ended(null);
    assertThat(stream.failure().kind()).isEqualTo(StreamFailure.Kind.CUT);
  }

  private static StreamFailure.Kind kind(ErrorCode code) {
    SessionRig rig = new SessionRig().greet();
    Http2Stream stream = rig.get();
    rig.server.reset(stream.id(), code);
    rig.say();
    return stream.failure().kind();
  }

  @Test
  void aReaderThatStopsStopsItsServerOnly() {
    SessionRig rig = new SessionRig().greet();
    Http2Stream paused = rig.get();
    Http2Stream reader = rig.get();
    paused.heldBack(true);
    rig.head(paused, false, ":status", "200");
    rig.data(paused, 256 * 1024, false);
    rig.head(reader, false, ":status", "200");
    rig.say().hear();
    rig.seen.clear();
    for (int i = 0; i < 1_000; i++) {
      rig.data(reader, 128 * 1024, false);
      rig.say();
      SessionRig.events(reader);
    }
    rig.hear();
    assertThat(rig.session.failure()).isNull();
    assertThat(rig.seen).anyMatch(s -> s.startsWith("WINDOW_UPDATE 0 "));
    assertThat(rig.seen).anyMatch(s -> s.startsWith("WINDOW_UPDATE " + reader.id() + " "));
    assertThat(rig.seen).noneMatch(s -> s.startsWith("WINDOW_UPDATE " + paused.id() + " "));
    assertThat(paused.waitingBytes()).isEqualTo(256 * 1024);
    // A byte more than its window is an error of the server.
    rig.data(paused, 1, false);
    rig.say();
    assertThat(paused.failure().sentence()).contains("more than was allowed");
    assertThat(reader.failure()).isNull();
  }

  @Test
  void windowsGrowForReadersAsLongAsThereIsMemory() {
    Http2Limits small =
        new Http2Limits(300_000, 500, 1_000, 8_000, 1 << 20, 10_000, 1_000, 100, 100, 4_096);
    SessionRig rig = new SessionRig(small).greet();
    Http2Stream one = rig.get();
    Http2Stream other = rig.get();
    for (Http2Stream stream : List.of(one, other)) {
      rig.head(stream, false, ":status", "200");
      for (int i = 0; i < 40; i++) {
        rig.data(stream, 600, false);
        rig.say();
        SessionRig.events(stream);
      }
    }
    assertThat(rig.session.failure()).isNull();
    assertThat(one.windowBytes()).isEqualTo(8_000);
    assertThat(other.windowBytes()).as("all together 10,000").isEqualTo(2_000);
  }

  @Test
  void manySmallFramesTakeNoMoreMemoryThanTheirBytes() {
    ByteQueue queue = new ByteQueue();
    for (int i = 0; i < 100_000; i++) {
      queue.add(ByteBuffer.wrap(new byte[] {(byte) i}));
    }
    int chunks = 0;
    int at = 0;
    while (!queue.isEmpty()) {
      ByteBuffer chunk = queue.take(1 << 20);
      chunks++;
      while (chunk.hasRemaining()) {
        assertThat(chunk.get()).isEqualTo((byte) at++);
      }
    }
    assertThat(at).isEqualTo(100_000);
    assertThat(chunks).isLessThan(20);
  }

  @Test
  void bodiesKeepToTheServersWindows() {
    SessionRig rig = new SessionRig();
    rig.server.settings(Map.of(SettingsFrame.INITIAL_WINDOW_SIZE, 10));
    rig.say();
    Http2Stream stream = rig.open("POST", false);
    ByteBuffer body = ByteBuffer.allocate(100);
    stream.send(body, true);
    rig.hear();
    assertThat(rig.seen.getLast()).isEqualTo("DATA 1 10");
    rig.server.windowUpdate(1, 50);
    rig.say();
    stream.send(body, true);
    rig.server.settings(Map.of(SettingsFrame.INITIAL_WINDOW_SIZE, 30));
    rig.say().hear();
    assertThat(rig.seen).contains("DATA 1 50");
    stream.send(body, true);
    rig.server.windowUpdate(1, 50);
    rig.say();
    stream.send(body, true);
    rig.hear();
    assertThat(rig.seen.getLast()).isEqualTo("DATA 1 20 end");
    assertThat(body.hasRemaining()).isFalse();
    assertThat(stream.sentAll()).isTrue();
  }

  @Test
  void fieldsOfHttp1StayAtHome() {
    assertThat(
            RequestFieldList.of(
                    "GET",
                    "https",
                    "lab.test",
                    "/a?b",
                    Headers.of(
                        "Host", "other.test",
                        "Connection", "close, X-Mine",
                        "X-Mine", "1",
                        "Keep-Alive", "5",
                        "Proxy-Connection", "x",
                        "Transfer-Encoding", "chunked",
                        "Upgrade", "h2c",
                        "Expect", "100-continue",
                        "TE", "gzip, trailers",
                        "X-Kept", " é "))
                .stream()
                .map(f -> f.getName() + ": " + f.getValue()))
        .containsExactly(
            ":method: GET",
            ":scheme: https",
            ":authority: other.test",
            ":path: /a?b",
            "te: trailers",
            "x-kept: \u00c3\u00a9");
  }

  @Test
  void aLargeRequestHeadArrivesWhole() {
    SessionRig rig = new SessionRig();
    Headers large = Headers.of("X-Large", "\u00e9\u0001y".repeat(1).substring(0, 1).repeat(60_000));
    rig.session.open(
        new StreamOrder(
            RequestFieldList.of("GET", "https", "lab.test", "/", large), true, false, () -> {}));
    rig.hear();
    assertThat(rig.seen.getLast()).startsWith("HEADERS 1 x-large:").endsWith("end");
    assertThat(rig.seen.getLast().length()).isGreaterThan(120_000);
  }
}
