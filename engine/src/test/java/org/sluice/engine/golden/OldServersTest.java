package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluice.engine.http.Method;
import org.sluice.engine.multi.IdlePoll;
import org.sluice.engine.request.BodySource;
import org.sluice.engine.request.StreamBody;
import org.sluice.engine.request.TransferOptions;
import org.sluice.engine.request.UploadOptions;

/// Servers of HTTP/1.0, and connections that are not for the URL that was asked for.
class OldServersTest extends GoldenTestBase {
  private static final String OLD =
      "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nok";
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final String WRONG = "HTTP/1.1 421 Misdirected\r\nContent-Length: 2\r\n\r\nno";

  private static TransferOptions.Builder upload(String url, BodySource body) {
    return get(url).method(Method.PUT).upload(UploadOptions.NONE.withBody(body));
  }

  private static List<Line> oneByOne(TransferOptions... all) throws IOException {
    return traced(
        "scripted",
        IdlePoll.NONE,
        m -> {
          for (TransferOptions one : all) {
            m.add(m.easy(one));
            m.loop.run();
          }
        });
  }

  private static List<String> firstLines(ScriptedOrigin origin) {
    return origin.heads().stream().map(head -> head.substring(0, head.indexOf('\r'))).toList();
  }

  @Test
  void whoAnswersInHttp10IsAskedInHttp10OnThatConnection() throws IOException {
    try (ScriptedOrigin origin = new ScriptedOrigin((head, n) -> OLD)) {
      List<Line> lines = oneByOne(get(origin.url("/a")).build(), get(origin.url("/b")).build());
      assertThat(results(lines)).containsExactly("CURLE_OK", "CURLE_OK");
      assertThat(firstLines(origin)).containsExactly("GET /a HTTP/1.1", "GET /b HTTP/1.0");
      assertThat(origin.connections()).isEqualTo(1);
    }
  }

  @Test
  void oneTransferRemembersItOnItsNextConnection() throws IOException {
    try (ScriptedOrigin origin =
        new ScriptedOrigin(
            (head, n) ->
                head.startsWith("GET /a")
                    ? "HTTP/1.0 302 Over there\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n"
                    : OK)) {
      assertThat(results(oneByOne(get(origin.url("/a")).build()))).containsExactly("CURLE_OK");
      assertThat(firstLines(origin)).containsExactly("GET /a HTTP/1.1", "GET /b HTTP/1.0");
      assertThat(origin.connections()).isEqualTo(2);
    }
  }

  @Test
  void aBodyOfUnknownLengthIsNotSentToAServerThatKnowsNoChunks() throws IOException {
    BodySource unknown =
        new StreamBody(
            new ByteArrayInputStream("body".getBytes(StandardCharsets.UTF_8)), BodySource.UNKNOWN);
    try (ScriptedOrigin origin = new ScriptedOrigin((head, n) -> OLD)) {
      List<Line> lines =
          oneByOne(get(origin.url("/a")).build(), upload(origin.url("/b"), unknown).build());
      assertThat(results(lines)).containsExactly("CURLE_OK", "CURLE_UPLOAD_FAILED");
      assertThat(firstLines(origin)).as("nothing was sent").containsExactly("GET /a HTTP/1.1");
    }
  }

  @Test
  void aServerOfHttp10IsNotAskedBeforeABodyEither() throws IOException {
    BodySource large = BodySource.of(new byte[2 * 1024 * 1024]);
    try (ScriptedOrigin origin = new ScriptedOrigin((head, n) -> OLD)) {
      List<Line> lines =
          oneByOne(get(origin.url("/a")).build(), upload(origin.url("/b"), large).build());
      assertThat(results(lines)).containsExactly("CURLE_OK", "CURLE_OK");
      assertThat(origin.heads().getLast()).contains("HTTP/1.0").doesNotContain("Expect");
    }
  }

  @Test
  void whatIsMisdirectedIsAskedOnceMoreOnAConnectionOfItsOwn() throws IOException {
    try (ScriptedOrigin origin =
        new ScriptedOrigin((head, n) -> n == 1 && head.startsWith("GET /b") ? WRONG : OK)) {
      List<Line> lines =
          oneByOne(get(origin.url("/a")).build(), get(origin.url("/b")).failOnError(true).build());
      assertThat(results(lines)).containsExactly("CURLE_OK", "CURLE_OK");
      assertThat(firstLines(origin))
          .containsExactly("GET /a HTTP/1.1", "GET /b HTTP/1.1", "GET /b HTTP/1.1");
      assertThat(origin.connections()).isEqualTo(2);
    }
  }

  @Test
  void onANewConnection421IsAnAnswer() throws IOException {
    try (ScriptedOrigin origin =
        new ScriptedOrigin((head, n) -> head.startsWith("GET /b") ? WRONG : OK)) {
      List<Line> lines =
          oneByOne(get(origin.url("/a")).build(), get(origin.url("/b")).failOnError(true).build());
      assertThat(results(lines)).containsExactly("CURLE_OK", "CURLE_HTTP_RETURNED_ERROR");
      assertThat(origin.heads()).as("asked twice, not for ever").hasSize(3);
    }
  }
}
