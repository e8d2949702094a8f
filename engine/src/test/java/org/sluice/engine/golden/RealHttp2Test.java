package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.dns.Lookup;
import org.sluice.engine.http.Method;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.lab.LabBytes;
import org.sluice.engine.lab.PeerCertificate;
import org.sluice.engine.multi.IdlePoll;
import org.sluice.engine.request.BodySource;
import org.sluice.engine.request.Http2Limits;
import org.sluice.engine.request.HttpVersionChoice;
import org.sluice.engine.request.TimeLimits;
import org.sluice.engine.request.TlsOptions;
import org.sluice.engine.request.TransferOptions;
import org.sluice.engine.request.UploadOptions;

/// HTTP/2 with servers that others have written: nginx, nghttpd.
class RealHttp2Test extends GoldenTestBase {
  private static final int MIB = 1 << 20;

  /// As libcurl, so that the server sends one body after the other.
  private static final Http2Limits LARGE_WINDOWS =
      new Http2Limits(300 * 1024, 500, 10 * MIB, 10 * MIB, 100 * MIB, 0, 1_000, 100, 100, 4_096);

  @TempDir Path folder;

  private TransferOptions.Builder easy(String url) {
    return get(url).limits(TimeLimits.DEFAULT).tls(TlsOptions.trusting(folder.resolve("ca.pem")));
  }

  private static TransferOptions.Builder known(String url) {
    return get(url)
        .limits(TimeLimits.DEFAULT)
        .httpVersion(HttpVersionChoice.HTTP_2_PRIOR_KNOWLEDGE);
  }

  private int serveFiles() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    byte[] bytes = new byte[MIB];
    LabBytes.fill(bytes, 0, MIB, 0);
    Files.write(folder.resolve("1m"), bytes);
    Files.writeString(folder.resolve("small"), "hello\n");
    PeerCertificate.writeTo(folder);
    return RealServer.freePort();
  }

  private RealServer nginx(int port, String listen) throws IOException {
    String program = RealServer.program("nginx", "nginx-light");
    String conf =
        """
        daemon off; master_process off; worker_processes 1; pid nginx.pid; error_log stderr;
        events { worker_connections 512; }
        http {
          access_log off;
          client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fast;
          uwsgi_temp_path uwsgi; scgi_temp_path scgi;
          http2_max_concurrent_streams 100;
          keepalive_requests 100000;
          server { listen 127.0.0.1:%s %s; server_name localhost;
            ssl_certificate server.pem; ssl_certificate_key server.key;
            root %s; default_type text/plain; }
        }
        """
            .formatted(port, listen, folder);
    Path file = Files.writeString(folder.resolve("nginx.conf"), conf);
    return RealServer.start(
        folder, port, List.of(program, "-p", folder.toString(), "-c", file.toString()));
  }

  private static List<Line> fetchAll(List<TransferOptions> wanted, List<Easy> done)
      throws IOException {
    return traced(
        "real_http2",
        options -> options.withIdlePoll(IdlePoll.NONE).withLimits(1, 0, 10),
        Lookup.SYSTEM,
        m -> {
          for (TransferOptions one : wanted) {
            Easy easy = m.easy(one);
            done.add(easy);
            m.add(easy);
          }
          Http2Test.runAll(m);
        });
  }

  @Test
  void likeLibcurlWithNginx() throws IOException {
    int port = serveFiles();
    try (RealServer server = nginx(port, "ssl http2")) {
      String url = "https://127.0.0.1:" + server.port + "/1m";
      List<Line> lines =
          traced(
              "h2_multiplex3",
              options -> options.withHttp2(100, LARGE_WINDOWS),
              Lookup.SYSTEM,
              m -> {
                for (int i = 0; i < 3; i++) {
                  m.add(m.easy(easy(url).build()));
                }
                m.timeout();
                assertThat(m.multi.running()).as("streams count").isEqualTo(3);
                m.loop.run();
              });
      assertThat(only(lines, "open")).hasSize(1);
      assertThat(told(lines).stream().filter("REMOVE"::equals)).hasSize(1);
      assertLikeLibcurl("h2_multiplex3", inOrderOfCompletion(lines));
    }
  }

  /// Which of the streams the server serves first is its own affair; in the recordings it was the
  /// order of their numbers.
  private static List<Line> inOrderOfCompletion(List<Line> lines) {
    List<String> order = only(lines, "msg").stream().map(line -> line.text("easy")).toList();
    return lines.stream()
        .map(
            line ->
                line.get("easy") == null
                    ? line
                    : line.with("easy", String.valueOf(order.indexOf(line.get("easy")))))
        .toList();
  }

  @Test
  void priorKnowledgeWithNginx() throws IOException {
    int port = serveFiles();
    try (RealServer server = nginx(port, "http2")) {
      String base = "http://127.0.0.1:" + server.port;
      manyOnOneSocket(
          known(base + "/small").build(), known(base + "/1m").build(), known(base + "/no").build());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nghttpd(boolean tls) throws IOException {
    String program = RealServer.program("nghttpd", "nghttp2-server");
    int port = serveFiles();
    List<String> command =
        new ArrayList<>(List.of(program, "-a", "127.0.0.1", "-d", folder.toString()));
    command.addAll(List.of("-m", "10", "--echo-upload"));
    command.addAll(
        tls
            ? List.of(Integer.toString(port), path("server.key"), path("server.pem"))
            : List.of("--no-tls", Integer.toString(port)));
    try (RealServer server = RealServer.start(folder, port, command)) {
      String base = (tls ? "https" : "http") + "://127.0.0.1:" + server.port;
      UnaryOperator<String> at = path -> base + path;
      manyOnOneSocket(
          maker(tls, at.apply("/small")).build(),
          maker(tls, at.apply("/1m")).build(),
          maker(tls, at.apply("/no")).build());
      byte[] bytes = new byte[200_000];
      LabBytes.fill(bytes, 0, bytes.length, 0);
      TransferOptions echo =
          maker(tls, at.apply("/echo"))
              .method(Method.POST)
              .upload(UploadOptions.of(BodySource.of(bytes)))
              .build();
      List<Easy> done = new ArrayList<>();
      List<Line> lines = fetchAll(List.of(echo, echo, echo), done);
      assertThat(results(lines)).hasSize(3).containsOnly("CURLE_OK");
      assertThat(done).allMatch(easy -> easy.received == bytes.length);
    }
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private TransferOptions.Builder maker(boolean tls, String url) {
    return tls ? easy(url) : known(url);
  }

  /// As `h2load` does it: many more transfers than streams, and none lost.
  @Test
  void aThousandOverOneConnectionToNginx() throws IOException {
    int port = serveFiles();
    try (RealServer server = nginx(port, "ssl http2")) {
      List<TransferOptions> wanted = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        wanted.add(
            easy("https://127.0.0.1:" + server.port + (i % 50 == 0 ? "/1m" : "/small")).build());
      }
      List<Easy> done = new ArrayList<>();
      List<Line> lines = fetchAll(wanted, done);
      assertThat(results(lines)).hasSize(1_000).containsOnly("CURLE_OK");
      assertThat(only(lines, "open")).hasSize(1);
      for (int i = 0; i < 1_000; i++) {
        assertThat(done.get(i).received).isEqualTo(i % 50 == 0 ? MIB : 6);
      }
    }
  }

  /// All of them over one socket, and none lost.
  private static void manyOnOneSocket(
      TransferOptions small, TransferOptions large, TransferOptions none) throws IOException {
    List<TransferOptions> wanted = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      wanted.add(small);
      wanted.add(i % 5 == 0 ? large : small);
      wanted.add(none);
    }
    List<Easy> done = new ArrayList<>();
    List<Line> lines = fetchAll(wanted, done);
    assertThat(results(lines)).hasSize(75).containsOnly("CURLE_OK");
    assertThat(only(lines, "open")).hasSize(1);
    for (int i = 0; i < done.size(); i++) {
      ResponseHead head = done.get(i).transfer.info().head();
      assertThat(head).isNotNull();
      assertThat(head.majorVersion()).isEqualTo(2);
      assertThat(done.get(i).transfer.info().requestHead())
          .startsWith("GET /")
          .contains(" HTTP/2\r\n")
          .endsWith("\r\n\r\n");
      assertThat(head.status()).isEqualTo(wanted.get(i) == none ? 404 : 200);
      if (wanted.get(i) != none) {
        assertThat(done.get(i).received).isEqualTo(wanted.get(i) == large ? MIB : 6);
      }
    }
  }
}
