package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.dns.Lookup;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.Method;
import org.sluice.engine.lab.LabOrigin;
import org.sluice.engine.multi.IdlePoll;
import org.sluice.engine.multi.MultiOptions;
import org.sluice.engine.multi.TransferInfo;
import org.sluice.engine.request.BodySink;
import org.sluice.engine.request.BodySource;
import org.sluice.engine.request.HttpVersionChoice;
import org.sluice.engine.request.ProxyKind;
import org.sluice.engine.request.ProxyOptions;
import org.sluice.engine.request.ProxyServer;
import org.sluice.engine.request.TimeLimits;
import org.sluice.engine.request.TlsOptions;
import org.sluice.engine.request.TransferOptions;
import org.sluice.engine.request.UploadOptions;

/// Many transfers on one socket, with the lab at the other end.
class Http2Test extends GoldenTestBase {
  private static TransferOptions.Builder known(LabOrigin door, String path) {
    return get(lab.uri(door, path).toString())
        .limits(TimeLimits.DEFAULT)
        .httpVersion(HttpVersionChoice.HTTP_2_PRIOR_KNOWLEDGE);
  }

  static TransferOptions.Builder known(String path) {
    return known(LabOrigin.HTTP2, path);
  }

  private record Run(List<Line> lines, List<Easy> easies) {
    TransferInfo info(int i) {
      return easies.get(i).transfer.info();
    }

    List<String> results() {
      return GoldenTestBase.results(lines);
    }

    int sockets() {
      return only(lines, "open").size();
    }

    long removes() {
      return told(lines).stream().filter("REMOVE"::equals).count();
    }
  }

  private static Run run(TransferOptions... wanted) throws IOException {
    return run(options -> options, List.of(wanted));
  }

  private static Run run(UnaryOperator<MultiOptions> options, List<TransferOptions> wanted)
      throws IOException {
    List<Easy> easies = new ArrayList<>();
    List<Line> lines =
        traced(
            "http2",
            options,
            Lookup.SYSTEM,
            m -> {
              for (TransferOptions one : wanted) {
                Easy easy = m.easy(one);
                easies.add(easy);
                m.add(easy);
              }
              runAll(m);
            });
    return new Run(lines, easies);
  }

  /// Until all have ended; each step of fifty has the patience of the loop.
  static void runAll(TracedMulti m) {
    while (m.multi.running() > 0) {
      int left = Math.max(0, m.multi.running() - 50);
      m.loop.runUntil(() -> m.multi.running() <= left);
    }
  }

  private static List<TransferOptions> times(int n, TransferOptions one) {
    List<TransferOptions> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      all.add(one);
    }
    return all;
  }

  @Test
  void overTlsTheServerSaysWhetherItSpeaksIt() throws IOException {
    URI both = lab.uri(LabOrigin.HTTPS2, "/1m");
    Run run = run(get(both.toString()).build());
    assertThat(run.results()).as(run.info(0).error()).containsExactly("CURLE_OK");
    assertThat(run.info(0).head().majorVersion()).isEqualTo(2);
    assertThat(run.info(0).received()).isEqualTo(1 << 20);
    Run old = run(get(lab.https("/1m").toString()).build());
    assertThat(old.info(0).head().majorVersion()).isEqualTo(1);
    Run asked = run(get(both.toString()).httpVersion(HttpVersionChoice.HTTP_1_1).build());
    assertThat(asked.info(0).head().majorVersion()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void oneSocketAndOneRemove(IdlePoll idle) throws IOException {
    Run run = run(o -> o.withIdlePoll(idle), times(20, known("/1m").build()));
    assertThat(run.results()).hasSize(20).containsOnly("CURLE_OK");
    assertThat(run.sockets()).isEqualTo(1);
    assertThat(run.removes()).isEqualTo(1);
    assertThat(run.easies).allMatch(easy -> easy.received == 1 << 20);
  }

  /// The server takes 100 at once, and we open one connection.
  @Test
  void aThousandOverOneConnection() throws IOException {
    Run run = run(o -> o.withLimits(1, 0, 10), times(1_000, known("/small").build()));
    assertThat(run.results()).hasSize(1_000).containsOnly("CURLE_OK");
    assertThat(run.sockets()).isEqualTo(1);
    assertThat(run.easies).allMatch(easy -> easy.received == 13);
  }

  @Test
  void aServerThatTakesFewStreamsGetsMoreConnections() throws IOException {
    List<Line> lines =
        traced(
            "h2_few",
            IdlePoll.NONE,
            m -> {
              for (int i = 0; i < 7; i++) {
                m.add(m.easy(known(LabOrigin.HTTP2_SMALL, "/silent").build()));
              }
              m.loop.runUntil(
                  () -> m.multi.handles().stream().allMatch(one -> one.info().streamId() > 0));
              m.removeAll();
            });
    assertThat(only(lines, "open")).as("3, 3 and 1").hasSize(3);
    assertThat(told(lines).stream().filter("REMOVE"::equals)).hasSize(3);
  }

  @Test
  void ourOwnLimitCountsToo() throws IOException {
    Run run =
        run(o -> o.withHttp2(2, o.http2()).withLimits(0, 1, 10), times(9, known("/100k").build()));
    assertThat(run.results()).hasSize(9).containsOnly("CURLE_OK");
    assertThat(run.sockets()).isEqualTo(1);
  }

  @Test
  void nobodyWaitsForAConnectionWhoDoesNotWantTo() throws IOException {
    Run run =
        run(times(3, known("/small").pipeWait(false).build()).toArray(TransferOptions[]::new));
    assertThat(run.results()).containsOnly("CURLE_OK");
    assertThat(run.sockets()).isEqualTo(3);
  }

  @Test
  void manyWaitForAServerThatSpeaksOnlyHttp1() throws IOException {
    Run run =
        run(times(4, get(lab.https("/small").toString()).build()).toArray(TransferOptions[]::new));
    assertThat(run.results()).hasSize(4).containsOnly("CURLE_OK");
  }

  @Test
  void allFailWhereNobodyAnswers() throws IOException {
    Run run =
        run(
            times(4, get(lab.refused().toString().replace("http:", "https:")).build())
                .toArray(TransferOptions[]::new));
    assertThat(run.results()).hasSize(4).containsOnly("CURLE_COULDNT_CONNECT");
  }

  @Test
  void aKeptConnectionIsTakenAgain() throws IOException {
    List<Line> lines =
        traced(
            "http2_reuse",
            IdlePoll.NONE,
            m -> {
              for (int i = 0; i < 3; i++) {
                m.add(m.easy(known("/small").build()));
                m.loop.run();
              }
            });
    assertThat(results(lines)).hasSize(3).containsOnly("CURLE_OK");
    assertThat(only(lines, "open")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/h2/refused", "/h2/goaway"})
  void whatTheServerHasNotLookedAtIsAskedAgain(String path) throws IOException {
    long before = lab.connections();
    Run run = run(known(path + "?" + before).build(), known("/1m").build(), known("/1m").build());
    assertThat(run.results()).as(path).hasSize(3).containsOnly("CURLE_OK");
    assertThat(run.info(0).httpStatus()).isEqualTo(200);
    assertThat(run.sockets()).isEqualTo(2);
    assertThat(run.easies.get(1).received).isEqualTo(1 << 20);
  }

  @Test
  void whereHttp1IsRequiredHttp1IsSpoken() throws IOException {
    Run run = run(get(lab.uri(LabOrigin.HTTPS2, "/h2/http11").toString()).build());
    assertThat(run.results()).as(run.info(0).error()).containsExactly("CURLE_OK");
    assertThat(run.info(0).head().majorVersion()).isEqualTo(1);
    assertThat(run.sockets()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "/h2/reset, CURLE_HTTP2_STREAM, INTERNAL_ERROR",
    "/h2/long, CURLE_HTTP2_STREAM, longer than the 5 bytes",
    "/h2/short, CURLE_HTTP2_STREAM, 20 of the 50 bytes",
    "/h2/push, CURLE_HTTP2, pushes",
    "/h2/flood-ping, CURLE_HTTP2, floods",
    "/h2/flood-settings, CURLE_HTTP2, floods",
    "/h2/flood-window, CURLE_HTTP2, too many WINDOW_UPDATE",
    "/h2/flood-empty, CURLE_HTTP2, floods",
    "/h2/flood-continuation, CURLE_HTTP2, floods",
  })
  void whatServersMayNotDo(String path, String result, String words) throws IOException {
    Run run = run(known(path).build());
    assertThat(run.results()).as(run.info(0).error()).containsExactly(result);
    assertThat(run.info(0).error()).contains(words);
  }

  @Test
  void aBrokenStreamLeavesTheOthersAlone() throws IOException {
    Run run = run(known("/h2/reset").build(), known("/1m").build(), known("/h2/short").build());
    assertThat(run.results())
        .containsExactlyInAnyOrder("CURLE_OK", "CURLE_HTTP2_STREAM", "CURLE_HTTP2_STREAM");
    assertThat(run.sockets()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aPausedStreamStopsNobody(IdlePoll idle) throws IOException {
    List<Line> lines =
        traced(
            "h2_pause_one_of_two",
            idle,
            m -> {
              Easy paused = m.easy(known("/10m").build());
              Easy other = m.easy(known("/1m").build());
              paused.hook =
                  (easy, chunk) ->
                      easy.received > 100_000 && m.multi.running() == 2
                          ? BodySink.Answer.PAUSE
                          : BodySink.Answer.TAKEN;
              m.add(paused);
              m.add(other);
              m.loop.runUntil(() -> m.multi.running() == 1);
              assertThat(other.received).isEqualTo(1 << 20);
              assertThat(paused.received).isLessThan(10 << 20);
              m.unpause(paused);
              m.loop.run();
              assertThat(paused.received).isEqualTo(10 << 20);
            });
    assertThat(results(lines)).containsExactly("CURLE_OK", "CURLE_OK");
    assertThat(told(lines)).as("it is read all the time, for PING").doesNotContain("NONE");
    assertThat(told(lines).stream().filter("REMOVE"::equals)).hasSize(1);
    assertThat(only(lines, "open")).hasSize(1);
  }

  @Test
  void aLimitedStreamKeepsToItsLimitAndTheOtherDoesNotWait() throws IOException {
    traced(
        "h2_limited",
        IdlePoll.NONE,
        m -> {
          Easy limited = m.easy(known("/600k").recvLimitBytesPerSecond(400_000).build());
          Easy other = m.easy(known("/1m").build());
          long start = System.nanoTime();
          m.add(limited);
          m.add(other);
          m.loop.runUntil(() -> m.multi.running() == 1);
          assertThat(other.received).isEqualTo(1 << 20);
          m.loop.run();
          assertThat(Duration.ofNanos(System.nanoTime() - start).toMillis()).isGreaterThan(900);
          assertThat(limited.transfer.info().result()).isNotNull();
          assertThat(limited.received).isEqualTo(600 * 1024);
        });
  }

  @Test
  void removingOneLeavesTheOthers() throws IOException {
    List<Line> lines =
        traced(
            "h2_remove",
            IdlePoll.NONE,
            m -> {
              Easy first = m.easy(known("/10m").build());
              Easy other = m.easy(known("/10m").build());
              m.add(first);
              m.add(other);
              m.loop.runUntil(() -> first.received > 0 && other.received > 0);
              m.remove(first);
              m.loop.run();
              assertThat(other.received).isEqualTo(10 << 20);
            });
    assertThat(results(lines)).containsExactly("CURLE_OK");
    assertThat(only(lines, "open")).hasSize(1);
    assertThat(told(lines).stream().filter("REMOVE"::equals)).hasSize(1);
  }

  @Test
  void whatStallsAloneTimesOutAlone() throws IOException {
    TransferOptions stalls =
        known("/silent").limits(LIMITS.withTotal(Duration.ofMillis(400))).build();
    Run run = run(stalls, known("/1m").build());
    assertThat(run.results()).containsExactlyInAnyOrder("CURLE_OK", "CURLE_OPERATION_TIMEDOUT");
    assertThat(run.sockets()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP2", "HTTP2_SMALL"})
  void bodiesGoUp(LabOrigin door) throws IOException {
    byte[] bytes = "0123456789".repeat(5_000).getBytes(StandardCharsets.US_ASCII);
    TransferOptions upload =
        known(door, "/postno100")
            .method(Method.POST)
            .upload(UploadOptions.of(BodySource.of(bytes)))
            .build();
    Run run = run(upload, upload, known(door, "/100k").build());
    assertThat(run.results()).as(run.info(0).error()).hasSize(3).containsOnly("CURLE_OK");
    assertThat(run.sockets()).isEqualTo(1);
  }

  /// Transfers of all kinds that are paused, unpaused and removed at random, on few connections:
  /// what is left over has all its bytes.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whateverTheApplicationDoesNothingIsLost(long seed) throws IOException {
    Random random = new Random(seed);
    List<Easy> kept = new ArrayList<>();
    traced(
        "h2_random_" + seed,
        options -> options.withHttp2(5, options.http2()).withLimits(2, 0, 4),
        Lookup.SYSTEM,
        m -> {
          for (int i = 0; i < 40; i++) {
            LabOrigin door = random.nextBoolean() ? LabOrigin.HTTP2 : LabOrigin.HTTP2_SMALL;
            TransferOptions.Builder one = known(door, random.nextInt(3) == 0 ? "/1m" : "/100k");
            if (random.nextInt(6) == 0) {
              one.recvLimitBytesPerSecond(2 << 20);
            }
            Easy easy = m.easy(one.build());
            kept.add(easy);
            m.add(easy);
          }
          for (int i = 0; i < 150 && m.multi.running() > 0; i++) {
            m.loop.turn(5);
            Easy easy = kept.get(random.nextInt(kept.size()));
            switch (random.nextInt(8)) {
              case 0 -> m.pause(easy);
              case 1 -> {
                if (easy.transfer.info().result() == null) {
                  m.remove(easy);
                  kept.remove(easy);
                }
              }
              default -> m.unpause(easy);
            }
          }
          kept.forEach(m::unpause);
          runAll(m);
          for (Easy easy : kept) {
            assertThat(easy.transfer.info().result())
                .as("seed " + seed + ": " + easy.transfer.info().error())
                .isEqualTo(TransferErrorCode.OK);
            assertThat(easy.received)
                .as("seed " + seed)
                .isEqualTo(easy.transfer.options().url().endsWith("/1m") ? 1 << 20 : 102_400);
          }
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"PROXY", "PROXY_TLS", "SOCKS"})
  void throughProxies(LabOrigin door) throws IOException {
    ProxyServer proxy =
        switch (door) {
          case PROXY_TLS ->
              ProxyServer.of(ProxyKind.HTTPS, "127.0.0.1", lab.port(door))
                  .withTls(TlsOptions.trusting(lab.trustingContext()));
          case SOCKS -> ProxyServer.of(ProxyKind.SOCKS5, "127.0.0.1", lab.port(door));
          default -> ProxyServer.of(ProxyKind.HTTP, "127.0.0.1", lab.port(door));
        };
    TransferOptions one =
        get(lab.uri(LabOrigin.HTTPS2, "/100k").toString())
            .limits(TimeLimits.DEFAULT)
            .proxy(ProxyOptions.of(proxy))
            .build();
    Run run = run(one, one, one);
    assertThat(run.results()).as(run.info(0).error()).hasSize(3).containsOnly("CURLE_OK");
    assertThat(run.info(2).head().majorVersion()).isEqualTo(2);
    assertThat(run.sockets()).isEqualTo(1);
  }

  /// A head that does not fit into one frame, and not into Jetty's own first guess either.
  @Test
  void largeHeadsGoOut() throws IOException {
    Run run = run(known("/echo").headers(Headers.of("X-Large", "y".repeat(40_000))).build());
    assertThat(run.results()).as(run.info(0).error()).containsExactly("CURLE_OK");
    assertThat(run.info(0).received()).isGreaterThan(40_000);
  }

  @Test
  void redirectsTrailersAndEarlyHints() throws IOException {
    Run run =
        run(
            known("/redir").build(),
            known("/chunked-trailers").build(),
            known("/early").build(),
            known("/204").build(),
            known("/1m").method(Method.HEAD).build());
    assertThat(run.results()).hasSize(5).containsOnly("CURLE_OK");
    assertThat(run.info(0).redirects()).isEqualTo(1);
    assertThat(run.info(1).received()).isEqualTo(5_000);
    assertThat(run.info(4).received()).isZero();
    assertThat(run.sockets()).isEqualTo(1);
  }
}
