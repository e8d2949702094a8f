package org.sluice.engine.http2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jetty.http2.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Servers that send what costs work and brings nothing, and heads that grow without end.
class Http2FloodTest {
  private static final byte[] PING = new byte[8];

  static Stream<Arguments> floods() {
    return Stream.of(
        Arguments.of("PING", (Consumer<SessionRig>) r -> r.server.ping(PING, false)),
        Arguments.of("SETTINGS", (Consumer<SessionRig>) r -> r.server.settings(Map.of())),
        Arguments.of("WINDOW_UPDATE", (Consumer<SessionRig>) r -> r.server.windowUpdate(0, 1)),
        Arguments.of("PRIORITY", (Consumer<SessionRig>) r -> r.raw(2, 0, 1, new byte[5])),
        Arguments.of("unknown", (Consumer<SessionRig>) r -> r.raw(0xee, 0, 1, new byte[0])),
        Arguments.of("empty DATA", (Consumer<SessionRig>) r -> r.raw(0, 0, 1, new byte[0])),
        Arguments.of(
            "RST_STREAM",
            (Consumer<SessionRig>) r -> r.server.reset(1, ErrorCode.CANCEL_STREAM_ERROR)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("floods")
  void aFloodEndsTheConnection(String name, Consumer<SessionRig> frame) {
    SessionRig rig = new SessionRig().greet();
    Http2Stream first = rig.get();
    Http2Stream other = rig.get();
    rig.head(first, false, ":status", "200");
    int sent = 0;
    while (rig.session.failure() == null && sent < 20_000) {
      frame.accept(rig);
      rig.say();
      sent++;
    }
    assertThat(sent).as(name).isBetween(400, 2_500);
    assertThat(other.failure().code().curlName()).isEqualTo("CURLE_HTTP2");
    rig.hear();
    assertThat(rig.seen).contains("GOAWAY ENHANCE_YOUR_CALM (0xb)");
  }

  /// A connection that lives for long has more of them in all.
  @Test
  void whatComesSlowlyIsNoFlood() {
    SessionRig rig = new SessionRig().greet();
    for (int i = 0; i < 20_000; i++) {
      rig.nowNanos += 10_000_000;
      rig.server.ping(PING, false);
      rig.say();
    }
    assertThat(rig.session.failure()).isNull();
  }

  @Test
  void headerListsHaveAnEnd() {
    SessionRig endless = new SessionRig().greet();
    Http2Stream stream = endless.get();
    endless.raw(1, 1, stream.id(), new byte[] {(byte) 0x88});
    int frames = 0;
    while (endless.session.failure() == null && frames < 100_000) {
      endless.raw(9, 0, stream.id(), new byte[0]);
      endless.say();
      frames++;
    }
    assertThat(frames).isLessThan(5_000);

    SessionRig large = new SessionRig().greet();
    Http2Stream one = large.get();
    Http2Stream other = large.get();
    String value = "x".repeat(8_000);
    List<String> fields = new ArrayList<>(List.of(":status", "200"));
    for (int i = 0; i < 60; i++) {
      fields.addAll(List.of("x-" + i, value));
    }
    large.head(one, true, fields.toArray(String[]::new));
    large.say();
    assertThat(SessionRig.events(one).getFirst()).startsWith("TOO_LARGE");
    assertThat(other.failure()).as("the other one goes on").isNull();
  }

  /// A field of 4 KB that is said once and then referred to by one byte each time.
  @Test
  void aHeadThatIsSmallOnTheWireOnlyHasAnEndToo() {
    SessionRig rig = new SessionRig().greet();
    Http2Stream one = rig.get();
    Http2Stream other = rig.get();
    byte[] head = new byte[3 + 6 + 3 + 3_000 + 3_000];
    int at = 0;
    head[at++] = (byte) 0x88; // :status 200
    head[at++] = 0x40; // a literal with a new name that goes into the table
    head[at++] = 1;
    head[at++] = 'x';
    head[at++] = 0x7f; // its value has 127 + 2873 bytes
    head[at++] = (byte) (2_873 & 0x7f | 0x80);
    head[at++] = (byte) (2_873 >> 7);
    for (int i = 0; i < 3_000; i++) {
      head[at++] = 'v';
    }
    int wire = at;
    while (at < head.length) {
      head[at++] = (byte) 0xbe; // the newest of the table, again and again: 9 MB
    }
    rig.raw(1, 5, one.id(), head);
    rig.say();
    assertThat(wire).isLessThan(4_000);
    List<String> events = SessionRig.events(one);
    assertThat(events).as("no head of 9 MB").hasSize(1);
    assertThat(events.getFirst()).doesNotStartWith("head");
    assertThat(rig.session.failure() == null ? "alive" : rig.session.failure().sentence())
        .satisfiesAnyOf(
            said -> assertThat(said).isEqualTo("alive"),
            said -> assertThat(other.failure()).isNotNull());
  }
}
