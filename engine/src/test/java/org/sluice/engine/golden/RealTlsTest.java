package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.engine.error.CertificateRule;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.multi.IdlePoll;
import org.sluice.engine.multi.TransferInfo;
import org.sluice.engine.request.BodySink;
import org.sluice.engine.request.ClientIdentity;
import org.sluice.engine.request.TlsCiphers;
import org.sluice.engine.request.TlsOptions;
import org.sluice.engine.request.TlsVersion;
import org.sluice.engine.request.TlsVersions;
import org.sluice.engine.tls.TestAuthority;

/// TLS with a server that somebody else has written: nginx, on OpenSSL. It answers with what it saw
/// of us.
class RealTlsTest extends GoldenTestBase {
  private static final String SEEN =
      "$ssl_protocol|$ssl_cipher|$ssl_server_name|$ssl_session_reused|$ssl_client_s_dn|";

  @TempDir static Path folder;

  private static TestAuthority authority;
  private static TestAuthority clients;
  private static RealServer nginx;
  private static int anyPort;
  private static int clientPort;
  private static int oldPort;
  private static int newPort;
  private static int futurePort;

  @BeforeAll
  static void startNginx() throws Exception {
    String program = RealServer.program("nginx", "nginx-light");
    authority = new TestAuthority();
    clients = new TestAuthority();
    clients.write(folder.resolve("clients.pem"));
    write("good", TestAuthority.Wish.server("localhost", "*.lab.localhost", "127.0.0.1"));
    write(
        "future",
        TestAuthority.Wish.server("127.0.0.1").valid(Duration.ofDays(5), Duration.ofDays(9)));
    anyPort = RealServer.freePort();
    clientPort = RealServer.freePort();
    oldPort = RealServer.freePort();
    newPort = RealServer.freePort();
    futurePort = RealServer.freePort();
    String conf =
        """
        daemon off; master_process off; pid nginx.pid; error_log error.log;
        events { worker_connections 64; }
        http {
          access_log off;
          client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3;
          uwsgi_temp_path t4; scgi_temp_path t5;
          default_type text/plain;
          ssl_session_cache shared:s:1m;
        """
            + server(anyPort, "good", "ssl_protocols TLSv1.2 TLSv1.3;")
            + server(
                clientPort,
                "good",
                "ssl_protocols TLSv1.2 TLSv1.3; ssl_client_certificate clients.pem;"
                    + " ssl_verify_client on;")
            + server(
                oldPort,
                "good",
                "ssl_protocols TLSv1.2; ssl_ciphers ECDHE-RSA-AES256-GCM-SHA384:"
                    + "ECDHE-RSA-AES128-GCM-SHA256; ssl_session_tickets off;")
            + server(newPort, "good", "ssl_protocols TLSv1.3;")
            + server(futurePort, "future", "ssl_protocols TLSv1.2 TLSv1.3;")
            + "}\n";
    Files.writeString(folder.resolve("nginx.conf"), conf);
    nginx =
        RealServer.start(
            folder,
            anyPort,
            List.of(program, "-p", folder.toString(), "-c", "nginx.conf", "-e", "error.log"));
  }

  private static String server(int port, String name, String more) {
    return """
      server {
        listen 127.0.0.1:%d ssl;
        ssl_certificate %s.pem; ssl_certificate_key %s.key;
        %s
        location / { return 200 "%s"; }
      }
    """
        .formatted(port, name, name, more, SEEN);
  }

  private static void write(String name, TestAuthority.Wish wish) throws Exception {
    TestAuthority.Issued issued = authority.issue(wish);
    issued.writeCertificate(folder.resolve(name + ".pem"));
    issued.writeKey(folder.resolve(name + ".key"));
  }

  @AfterAll
  static void stopNginx() {
    if (nginx != null) {
      nginx.close();
    }
  }

  /// What came of one transfer.
  ///
  /// @param seen the fields that nginx answers with; empty if it does not
  private record Run(TransferInfo info, List<String> seen) {
    String protocol() {
      return seen.get(0);
    }

    String cipher() {
      return seen.get(1);
    }

    String serverName() {
      return seen.get(2);
    }

    String reused() {
      return seen.get(3);
    }

    String client() {
      return seen.get(4);
    }
  }

  private static TlsOptions trusting() {
    return TlsOptions.trusting(authority.certificate);
  }

  private static List<Run> runs(String host, int port, TlsOptions... each) throws IOException {
    List<Run> runs = new ArrayList<>();
    traced(
        "real_tls",
        IdlePoll.NONE,
        m -> {
          for (TlsOptions tls : each) {
            StringBuilder body = new StringBuilder();
            Easy easy =
                m.easy(
                    get("https://" + host + ":" + port + "/")
                        .tls(tls)
                        .forbidReuse(true)
                        .failOnError(true)
                        .resolve(Map.of(host, List.of(InetAddress.ofLiteral("127.0.0.1"))))
                        .build());
            easy.hook = (e, chunk) -> take(body, chunk);
            m.add(easy);
            m.loop.run();
            runs.add(new Run(easy.transfer.info(), List.of(body.toString().split("\\|", -1))));
          }
        });
    return runs;
  }

  private static BodySink.Answer take(StringBuilder body, ByteBuffer chunk) {
    body.append(StandardCharsets.UTF_8.decode(chunk.duplicate()));
    return BodySink.Answer.TAKEN;
  }

  private static Run run(int port, TlsOptions tls) throws IOException {
    return runs("127.0.0.1", port, tls).getFirst();
  }

  private static void assertCode(Run run, TransferErrorCode code) {
    assertThat(run.info.result()).as(run.info.error() + " " + run.seen).isEqualTo(code);
  }

  @Test
  void versionsAndCiphersAreAsAskedFor() throws IOException, TransferException {
    Run usual = run(anyPort, trusting());
    assertCode(usual, TransferErrorCode.OK);
    assertThat(usual.protocol()).isEqualTo("TLSv1.3");
    TlsVersions upTo12 = new TlsVersions(TlsVersion.TLS_1_2, TlsVersion.TLS_1_2);
    assertThat(run(anyPort, trusting().withVersions(upTo12)).protocol()).isEqualTo("TLSv1.2");
    TlsCiphers only =
        TlsCiphers.parse("ECDHE-RSA-AES128-GCM-SHA256", "TLS_CHACHA20_POLY1305_SHA256");
    TlsOptions both = trusting().withCiphers(only);
    assertThat(run(oldPort, both).cipher()).isEqualTo("ECDHE-RSA-AES128-GCM-SHA256");
    assertThat(run(newPort, both).cipher()).isEqualTo("TLS_CHACHA20_POLY1305_SHA256");
    TlsCiphers other = TlsCiphers.parse("ECDHE-RSA-CHACHA20-POLY1305", null);
    Run refused = run(oldPort, trusting().withCiphers(other));
    assertCode(refused, TransferErrorCode.SSL_CONNECT_ERROR);
    TlsVersions from13 = new TlsVersions(TlsVersion.TLS_1_3, TlsVersion.TLS_1_3);
    assertCode(run(oldPort, trusting().withVersions(from13)), TransferErrorCode.SSL_CONNECT_ERROR);
    assertCode(run(newPort, trusting().withVersions(upTo12)), TransferErrorCode.SSL_CONNECT_ERROR);
  }

  @Test
  void theNameIsSentUnlessUnwantedOrAnAddress() throws IOException {
    TlsOptions quiet = trusting().withServerName(false);
    List<Run> named = runs("localhost", anyPort, trusting(), quiet);
    assertThat(named.get(0).serverName()).isEqualTo("localhost");
    assertThat(named.get(1).serverName()).isEmpty();
    assertThat(run(anyPort, trusting()).serverName()).isEmpty();
  }

  /// Java's own classes refuse such names, which exist.
  @Test
  void aNameWithAnUnderscoreIsSpokenToAndChecked() throws IOException {
    Run right = runs("a_b.lab.localhost", anyPort, trusting()).getFirst();
    assertCode(right, TransferErrorCode.OK);
    assertThat(right.serverName()).isEqualTo("a_b.lab.localhost");
    Run wrong = runs("a_b.else.localhost", anyPort, trusting()).getFirst();
    assertCode(wrong, TransferErrorCode.PEER_FAILED_VERIFICATION);
    assertThat(wrong.info.certificate().broken()).containsExactly(CertificateRule.WRONG_HOST);
  }

  @Test
  void aNameWithADotAtItsEndIsTheSameName() throws IOException {
    Run run = runs("x.lab.localhost.", anyPort, trusting()).getFirst();
    assertCode(run, TransferErrorCode.OK);
    assertThat(run.serverName()).isEqualTo("x.lab.localhost");
  }

  @Test
  void sessionsAreResumedOnlyIfWanted() throws IOException {
    for (int port : new int[] {oldPort, newPort}) {
      List<Run> usual = runs("127.0.0.1", port, trusting(), trusting());
      assertThat(usual.stream().map(Run::reused)).as("port " + port).containsExactly(".", "r");
      TlsOptions fresh = trusting().withResume(false);
      List<Run> never = runs("127.0.0.1", port, fresh, fresh);
      assertThat(never.stream().map(Run::reused)).containsExactly(".", ".");
    }
  }

  @Test
  void aCertificateOfTheFutureIsNamed() throws IOException {
    Run run = run(futurePort, trusting());
    assertCode(run, TransferErrorCode.PEER_FAILED_VERIFICATION);
    assertThat(run.info.certificate().broken()).containsExactly(CertificateRule.NOT_YET_VALID);
    assertCode(run(futurePort, trusting().insecure()), TransferErrorCode.OK);
  }

  @Test
  void ourCertificateIsShownInEachForm() throws Exception {
    for (String kind : List.of("RSA", "EC")) {
      TestAuthority.Issued me =
          clients.issue(TestAuthority.Wish.client("me-" + kind).keyKind(kind));
      Path certificate = me.writeCertificate(folder.resolve("me.pem"));
      Path key = me.writeKey(folder.resolve("me.key"));
      Path both =
          Files.writeString(
              folder.resolve("both.pem"), Files.readString(key) + Files.readString(certificate));
      Path p12 = folder.resolve("me.p12");
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "me",
          me.keys().getPrivate(),
          "sesame".toCharArray(),
          new Certificate[] {me.certificate(), me.issuer()});
      try (OutputStream out = Files.newOutputStream(p12)) {
        store.store(out, "sesame".toCharArray());
      }
      Path der = folder.resolve("me.der");
      Files.write(der, me.certificate().getEncoded());
      Path keyDer = folder.resolve("key.der");
      Files.write(keyDer, me.keys().getPrivate().getEncoded());
      for (ClientIdentity identity :
          List.of(
              ClientIdentity.pem(certificate, key),
              ClientIdentity.pem(both),
              ClientIdentity.p12(p12).withPassword("sesame"),
              new ClientIdentity(
                  der, ClientIdentity.Form.DER, keyDer, ClientIdentity.Form.DER, null))) {
        Run run = run(clientPort, trusting().withIdentity(identity));
        assertCode(run, TransferErrorCode.OK);
        assertThat(run.client()).as(identity.toString()).isEqualTo("CN=me-" + kind);
      }
      Run closed =
          run(clientPort, trusting().withIdentity(ClientIdentity.p12(p12).withPassword("wrong")));
      assertCode(closed, TransferErrorCode.SSL_CERTPROBLEM);
      assertThat(closed.info.error()).contains("password").doesNotContain("wrong");
    }
  }

  @Test
  void nobodyIsLetInWithoutACertificate() throws Exception {
    Run none = run(clientPort, trusting());
    assertCode(none, TransferErrorCode.HTTP_RETURNED_ERROR);
    assertThat(none.info.httpStatus()).isEqualTo(400);
    // One that another authority has signed is shown all the same; the server judges it.
    TestAuthority.Issued stranger = authority.issue(TestAuthority.Wish.client("stranger"));
    ClientIdentity identity =
        ClientIdentity.pem(
            stranger.writeCertificate(folder.resolve("stranger.pem")),
            stranger.writeKey(folder.resolve("stranger.key")));
    Run refused = run(clientPort, trusting().withIdentity(identity));
    assertThat(refused.info.result()).isNotEqualTo(TransferErrorCode.OK);
  }

  @Test
  void aConnectionOfOneIdentityIsNotLentToAnother() throws Exception {
    List<ClientIdentity> identities = new ArrayList<>();
    for (String name : List.of("one", "two")) {
      TestAuthority.Issued me = clients.issue(TestAuthority.Wish.client(name));
      identities.add(
          ClientIdentity.pem(
              me.writeCertificate(folder.resolve(name + ".pem")),
              me.writeKey(folder.resolve(name + ".key"))));
    }
    List<String> seen = new ArrayList<>();
    List<Integer> connects = new ArrayList<>();
    traced(
        "identities",
        IdlePoll.NONE,
        m -> {
          for (int i = 0; i < 4; i++) {
            StringBuilder body = new StringBuilder();
            TlsOptions tls = trusting().withIdentity(identities.get(i % 2));
            Easy easy = m.easy(get("https://127.0.0.1:" + clientPort + "/").tls(tls).build());
            easy.hook = (e, chunk) -> take(body, chunk);
            m.add(easy);
            m.loop.run();
            seen.add(body.toString().split("\\|", -1)[4]);
            connects.add(easy.transfer.info().newConnects());
          }
        });
    assertThat(seen).containsExactly("CN=one", "CN=two", "CN=one", "CN=two");
    assertThat(connects).containsExactly(1, 1, 0, 0);
  }

  @Test
  void aRedirectTakesOurCertificateToNobodyElse() throws Exception {
    TestAuthority.Issued me = clients.issue(TestAuthority.Wish.client("me"));
    TlsOptions tls =
        trusting()
            .withIdentity(
                ClientIdentity.pem(
                    me.writeCertificate(folder.resolve("mine.pem")),
                    me.writeKey(folder.resolve("mine.key"))));
    String there = "https://127.0.0.1:" + clientPort + "/";
    try (ScriptedOrigin origin =
        new ScriptedOrigin(
            (head, n) ->
                "HTTP/1.1 302 Over there\r\nLocation: "
                    + there
                    + "\r\nContent-Length: 0\r\n\r\n")) {
      StringBuilder body = new StringBuilder();
      List<Line> lines =
          traced(
              "identity_redirect",
              IdlePoll.NONE,
              m -> {
                for (boolean trusts : new boolean[] {false, true}) {
                  Easy easy =
                      m.easy(
                          get(origin.url("/"))
                              .tls(tls)
                              .trustRedirects(trusts)
                              .failOnError(true)
                              .build());
                  easy.hook = (e, chunk) -> take(body, chunk);
                  m.add(easy);
                  m.loop.run();
                }
              });
      assertThat(results(lines))
          .as("refused without a certificate, which goes along only if the user says so")
          .containsExactly("CURLE_HTTP_RETURNED_ERROR", "CURLE_OK");
      assertThat(body).contains("CN=me");
    }
  }
}
