package org.sluice.app.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluice.app.tape.Attempt;
import org.sluice.engine.trace.TraceEvent;

/// What is said of an attempt follows from its events.
class AttemptWordsTest {
  private static final long MILLI = 1_000_000L;

  private final List<TraceEvent> events = new ArrayList<>();

  private void begin(String address) {
    events.add(new TraceEvent.Note(events.size(), 0, 0, -1, "transfer 5 = " + address));
  }

  private void opened() {
    opened(19);
  }

  private void opened(long socket) {
    events.add(new TraceEvent.SocketOpened(events.size(), 0, 1, -1, 0, socket, false));
  }

  private void callback(long millis, String what) {
    callback(millis, 19, what);
  }

  private void callback(long millis, long socket, String what) {
    events.add(
        new TraceEvent.SocketCallback(events.size(), millis * MILLI, 1, -1, 5, socket, what, null));
  }

  private void told(long millis, String mask) {
    events.add(
        new TraceEvent.Call(
            events.size(), millis * MILLI, 0, -1, "curl_multi_socket_action", 0, 19, mask));
  }

  private void done(long millis, String result, int http) {
    events.add(
        new TraceEvent.Message(events.size(), millis * MILLI, 0, -1, 5, result, 0, http, 1, 0));
  }

  private AttemptWords words() {
    return new AttemptWords(new Attempt(5, events, List.of(), 0, true));
  }

  private List<String> phases() {
    return words().phases().stream().map(each -> each.poll() + " " + each.words()).toList();
  }

  private List<String> lines() {
    return words().lines("It broke").stream()
        .map(line -> line.call() + " | " + line.words() + (line.end() ? " | end" : ""))
        .toList();
  }

  @Test
  void aRefusedCertificateIsAHandshakeThatFailed() {
    begin("https://mirror.test/x");
    opened();
    callback(0, "OUT");
    told(48, "OUT");
    callback(48, "INOUT");
    callback(131, "REMOVE");
    done(131, "CURLE_PEER_FAILED_VERIFICATION", 0);
    assertThat(phases()).containsExactly("OUT connect", "INOUT TLS handshake", "REMOVE TLS failed");
    assertThat(lines())
        .containsExactly(
            "callback(19, OUT) | connecting to mirror.test:443",
            "socketAction(19, OUT) | connected in 48 ms",
            "callback(19, INOUT) | TLS handshake",
            "callback(19, REMOVE) | It broke | end",
            "infoRead | E5 is done, result 60");
  }

  @Test
  void whatIsSentWhileItIsStillWatchedForOutIsSaid() {
    begin("http://mirror.test:8080/x");
    opened();
    callback(0, "OUT");
    told(1, "OUT");
    callback(50, "IN");
    callback(70, "REMOVE");
    done(70, "CURLE_HTTP_RETURNED_ERROR", 404);
    assertThat(phases()).containsExactly("OUT connect, send", "IN answer", "REMOVE HTTP 404");
    assertThat(lines())
        .contains(
            "callback(19, OUT) | connecting to mirror.test:8080",
            "infoRead | E5 is done, HTTP 404");
  }

  @Test
  void aKeptConnectionIsNotCalledConnecting() {
    begin("https://mirror.test/x");
    callback(0, "OUT");
    told(1, "OUT");
    callback(2, "IN");
    callback(3, "REMOVE");
    done(3, "CURLE_RECV_ERROR", 0);
    assertThat(phases()).containsExactly("OUT TLS, request", "IN TLS, answer", "REMOVE given up");
    assertThat(lines()).first().isEqualTo("callback(19, OUT) | TLS, request");
  }

  @Test
  void aPlaceWhereNobodyListensIsNotCalledConnected() {
    begin("http://[::1]:9/x");
    opened();
    callback(0, "OUT");
    told(2, "OUT");
    callback(2, "REMOVE");
    done(2, "CURLE_COULDNT_CONNECT", 0);
    assertThat(phases()).containsExactly("OUT connect", "REMOVE not connected");
    assertThat(lines())
        .contains(
            "callback(19, OUT) | connecting to [::1]:9",
            "socketAction(19, OUT) | ready after 2.0 ms");
  }

  @Test
  void withoutASocketThereIsNoTime() {
    begin("http://nowhere.test/x");
    done(2, "CURLE_COULDNT_RESOLVE_HOST", 0);
    assertThat(phases()).isEmpty();
    assertThat(lines()).containsExactly("infoRead | E5 is done, result 6");
  }

  /// The address that is known is that of the redirect.
  @Test
  void ofARedirectedOneNothingIsGuessed() {
    begin("https://gate.test/x");
    opened(19);
    callback(0, 19, "OUT");
    callback(1, 19, "REMOVE");
    opened(20);
    callback(2, 20, "OUT");
    callback(3, 20, "REMOVE");
    done(3, "CURLE_COULDNT_CONNECT", 0);
    assertThat(lines())
        .containsExactly(
            "callback(19, OUT) | connecting to gate.test:443",
            "callback(19, REMOVE) | gone",
            "callback(20, OUT) | connect",
            "callback(20, REMOVE) | It broke | end",
            "infoRead | E5 is done, result 7");
  }

  @Test
  void withoutAHostThatIsKnownNoneIsSaid() {
    for (String address : List.of("http://a_b/x", "http://a.test/[")) {
      events.clear();
      begin(address);
      opened();
      callback(0, "OUT");
      assertThat(lines()).containsExactly("callback(19, OUT) | connect");
    }
    events.removeFirst(); // before the record began
    assertThat(lines()).containsExactly("callback(19, OUT) | connect");
  }
}
