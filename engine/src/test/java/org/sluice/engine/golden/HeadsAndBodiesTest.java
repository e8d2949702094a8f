package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.cookie.Cookie;
import org.sluice.engine.cookie.CookieJar;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.http.Credentials;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.lab.LabOrigin;
import org.sluice.engine.lab.LabSecrets;
import org.sluice.engine.multi.IdlePoll;
import org.sluice.engine.multi.TransferInfo;
import org.sluice.engine.multi.TransferState;
import org.sluice.engine.request.AuthOptions;
import org.sluice.engine.request.BodySink;
import org.sluice.engine.request.ConditionOptions;
import org.sluice.engine.request.CookieOptions;
import org.sluice.engine.request.DecodeOptions;
import org.sluice.engine.request.HeadKind;
import org.sluice.engine.request.ProxyOptions;
import org.sluice.engine.request.ProxyServer;
import org.sluice.engine.request.TimeCondition;
import org.sluice.engine.request.TransferOptions;

/// What an application sees of heads in between, cookies, packed bodies and conditions.
class HeadsAndBodiesTest extends GoldenTestBase {
  /// Keeps everything that it is told.
  private static final class Witness implements BodySink {
    final List<String> heads = new ArrayList<>();
    final List<String> texts = new ArrayList<>();
    final List<String> requests = new ArrayList<>();
    final StringBuilder body = new StringBuilder();
    Headers trailers = Headers.EMPTY;
    int pauses;

    @Override
    public void requestSent(String text) {
      requests.add(text);
    }

    @Override
    public void received(HeadKind kind, ResponseHead head, String text) {
      heads.add(kind + " " + head.status());
      texts.add(text);
    }

    @Override
    public void trailers(Headers fields) {
      trailers = fields;
    }

    @Override
    public Answer write(ByteBuffer chunk) {
      if (pauses > 0) {
        pauses--;
        return Answer.PAUSE;
      }
      body.append(StandardCharsets.ISO_8859_1.decode(chunk));
      return Answer.TAKEN;
    }
  }

  private static TransferInfo run(TransferOptions options, Witness witness) throws IOException {
    TransferInfo[] info = new TransferInfo[1];
    traced(
        "heads",
        IdlePoll.NONE,
        m -> {
          Easy easy = m.easy(options, witness);
          m.add(easy);
          m.loop.runUntil(
              () -> {
                if (easy.transfer.info().state() == TransferState.PAUSED) {
                  m.unpause(easy);
                }
                return m.multi.running() == 0;
              });
          info[0] = easy.transfer.info();
        });
    return info[0];
  }

  @Test
  void allHeadsAreSeen() throws IOException {
    Witness witness = new Witness();
    Credentials user = new Credentials(LabSecrets.USER, LabSecrets.PASSWORD);
    run(http("/auth/digest").auth(AuthOptions.digest(user)).build(), witness);
    assertThat(witness.heads).containsExactly("AGAIN 401", "FINAL 200");
    assertThat(witness.requests).hasSize(2);
    assertThat(witness.requests.getLast()).startsWith("GET /auth/digest HTTP/1.1\r\nHost: ");
    witness = new Witness();
    run(http("/redir-chain/2").build(), witness);
    assertThat(witness.heads).containsExactly("REDIRECT 302", "REDIRECT 302", "FINAL 200");
    witness = new Witness();
    run(http("/early").build(), witness);
    assertThat(witness.heads).endsWith("FINAL 200").contains("INTERIM 103");
    assertThat(witness.texts)
        .allSatisfy(text -> assertThat(text).startsWith("HTTP/1.1 ").endsWith("\r\n\r\n"));
  }

  @Test
  void theTunnelsHeadIsSeen() throws Exception {
    Witness witness = new Witness();
    ProxyServer proxy = ProxyServer.parse(lab.proxy(LabOrigin.PROXY)).withTunnel(true);
    run(http("/small").proxy(ProxyOptions.of(proxy)).build(), witness);
    assertThat(witness.heads).containsExactly("CONNECT 200", "FINAL 200");
    assertThat(witness.requests.getFirst()).startsWith("CONNECT 127.0.0.1:");
  }

  @Test
  void aFailingHeadIsSeenBeforeTheFailure() throws IOException {
    Witness witness = new Witness();
    TransferInfo info = run(http("/404").failOnError(true).build(), witness);
    assertThat(info.result()).isEqualTo(TransferErrorCode.HTTP_RETURNED_ERROR);
    assertThat(witness.heads).containsExactly("FINAL 404");
  }

  @Test
  void trailersAreHandedOver() throws IOException {
    Witness witness = new Witness();
    run(http("/trailers").build(), witness);
    assertThat(witness.trailers.first("X-Lab-Sum")).isEqualTo("13 bytes");
    assertThat(witness.body).hasSize(13);
  }

  // ---- cookies ------------------------------------------------------------------------------

  @Test
  void aCookieOfARedirectIsObeyed() throws IOException {
    CookieJar jar = CookieJar.create();
    Witness witness = new Witness();
    run(http("/cookies/login").cookies(CookieOptions.of(jar)).build(), witness);
    assertThat(witness.body.toString()).contains("Cookie: lab-session=abc123\r\n");
    assertThat(jar.all().stream().map(Cookie::httpOnly)).containsExactly(true);
  }

  @Test
  void cookiesStayWithTheirHost() throws IOException {
    Witness witness = new Witness();
    CookieOptions cookies = new CookieOptions(CookieJar.create(), "own=1");
    run(http("/cookies/away").cookies(cookies).build(), witness);
    assertThat(lab.seen().getLast().header("Host").orElse("")).startsWith("localhost");
    assertThat(witness.body.toString()).contains("GET /echo").doesNotContain("Cookie");
    assertThat(witness.requests.getFirst()).contains("\r\nCookie: own=1\r\n");
  }

  @Test
  void jarAndOwnCookiesGoTogether() throws IOException {
    CookieJar jar = CookieJar.create();
    run(http("/cookies/set").cookies(CookieOptions.of(jar)).build(), new Witness());
    assertThat(jar.all()).hasSize(2);
    run(http("/echo").cookies(new CookieOptions(jar, "own=1")).build(), new Witness());
    assertThat(lab.seen().getLast().header("Cookie")).contains("lab-session=abc123; own=1");
    Headers mine = Headers.of("Cookie", "mine=1");
    run(
        http("/echo").headers(mine).cookies(new CookieOptions(jar, "own=1")).build(),
        new Witness());
    assertThat(lab.seen().getLast().header("Cookie")).contains("mine=1");
    run(http("/cookies/delete").cookies(CookieOptions.of(jar)).build(), new Witness());
    assertThat(jar.all().stream().map(Cookie::name)).containsExactly("lab-kept");
  }

  @ParameterizedTest
  @CsvSource({"/cookies/bad, 0", "/cookies/many, 50"})
  void whatMayNotBeSetIsNot(String path, int kept) throws IOException {
    CookieJar jar = CookieJar.create();
    run(http(path).cookies(CookieOptions.of(jar)).build(), new Witness());
    assertThat(jar.all()).hasSize(kept);
  }

  // ---- packed bodies ------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "twice", "deflate", "raw-deflate", "br", "zstd", "way"})
  void packedBodiesAreUnpacked(String how) throws IOException {
    Witness witness = new Witness();
    witness.pauses = 2;
    DecodeOptions decode = DecodeOptions.ALL.withAsksOnTheWay(true);
    TransferInfo info = run(http("/packed/" + how).decode(decode).build(), witness);
    assertThat(info.error()).isNull();
    assertThat(witness.body.toString())
        .startsWith("The lab's line 0, which packs well.\n")
        .endsWith("The lab's line 4999, which packs well.\n");
    assertThat(lab.seen().getLast().header("Accept-Encoding")).contains("deflate, gzip, br, zstd");
    assertThat(lab.seen().getLast().header("TE")).contains("gzip");
    assertThat(lab.seen().getLast().header("Connection")).contains("TE");
  }

  @Test
  void unaskedABodyStaysAsItIs() throws IOException {
    Witness witness = new Witness();
    run(http("/packed/gzip").build(), witness);
    assertThat(witness.body.toString()).startsWith("\u001f\u008b");
    assertThat(lab.seen().getLast().header("Accept-Encoding")).isEmpty();
  }

  @Test
  void rawIsTheWire() throws IOException {
    Witness witness = new Witness();
    run(http("/trailers").decode(DecodeOptions.NONE.withRaw(true)).build(), witness);
    assertThat(witness.body.toString())
        .startsWith("d\r\n")
        .endsWith("\r\n0\r\nX-Lab-Sum: 13 bytes\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "lie", "cut", "bomb"})
  void whatCannotBeUnpackedIsAnError(String how) throws IOException {
    Witness witness = new Witness();
    TransferInfo info = run(http("/packed/" + how).decode(DecodeOptions.ALL).build(), witness);
    assertThat(info.result()).isEqualTo(TransferErrorCode.BAD_CONTENT_ENCODING);
    assertThat(witness.body.length()).isLessThan(80 << 20);
  }

  // ---- conditions ---------------------------------------------------------------------------

  @Test
  void whatIsThereAlreadyIsNotSent() throws IOException {
    Witness first = new Witness();
    TransferInfo info = run(http("/1m").build(), first);
    String tag = info.head() == null ? "" : String.valueOf(info.head().header("ETag"));
    Witness second = new Witness();
    ConditionOptions condition = ConditionOptions.NONE.withIfNoneMatch(tag);
    assertThat(run(http("/1m").condition(condition).build(), second).httpStatus()).isEqualTo(304);
    assertThat(second.body).isEmpty();
  }

  /// The server knows nothing of conditions; its body is too old all the same.
  @ParameterizedTest
  @CsvSource({
    "IF_MODIFIED_SINCE, 2099-01-01T00:00:00Z, 304, true",
    "IF_MODIFIED_SINCE, 1999-01-01T00:00:00Z, 200, false",
    "IF_UNMODIFIED_SINCE, 2099-01-01T00:00:00Z, 200, false",
    "IF_UNMODIFIED_SINCE, 1999-01-01T00:00:00Z, 304, true"
  })
  void whatDoesNotMeetTheConditionIsLeftThere(
      TimeCondition.Kind kind, Instant time, int status, boolean empty) throws IOException {
    Witness witness = new Witness();
    ConditionOptions condition = ConditionOptions.NONE.withTime(new TimeCondition(kind, time));
    TransferInfo info = run(http("/last-modified").condition(condition).build(), witness);
    assertThat(info.result()).isEqualTo(TransferErrorCode.OK);
    assertThat(info.httpStatus()).isEqualTo(status);
    assertThat(witness.body.isEmpty()).isEqualTo(empty);
    String field =
        kind == TimeCondition.Kind.IF_MODIFIED_SINCE ? "If-Modified-Since" : "If-Unmodified-Since";
    assertThat(lab.seen().getLast().header(field)).isPresent();
  }
}
