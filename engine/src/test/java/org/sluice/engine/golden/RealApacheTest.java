package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.http.AuthScheme;
import org.sluice.engine.http.ByteRange;
import org.sluice.engine.http.Credentials;
import org.sluice.engine.lab.LabBytes;
import org.sluice.engine.lab.PeerCertificate;
import org.sluice.engine.multi.IdlePoll;
import org.sluice.engine.multi.TransferInfo;
import org.sluice.engine.request.AuthOptions;
import org.sluice.engine.request.DecodeOptions;
import org.sluice.engine.request.HttpVersionChoice;
import org.sluice.engine.request.TimeLimits;
import org.sluice.engine.request.TlsOptions;
import org.sluice.engine.request.TransferOptions;

/// Apache httpd: HTTP/1.1, TLS and HTTP/2 as the oldest of the large servers speaks them.
class RealApacheTest extends GoldenTestBase {
  private static final int MIB = 1 << 20;
  private static final Path MODULES = Path.of("/usr/lib/apache2/modules");

  @TempDir static Path folder;

  private static RealServer apache;
  private static int plainPort;
  private static int tlsPort;

  @BeforeAll
  static void start() throws IOException {
    String program = RealServer.program("apache2", "apache2-bin");
    assumeTrue(Files.isDirectory(MODULES), "the modules of apache2 are not where Debian has them");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path root = Files.createDirectories(folder.resolve("root/closed")).getParent();
    byte[] bytes = new byte[MIB];
    LabBytes.fill(bytes, 0, MIB, 0);
    Files.write(root.resolve("1m"), bytes);
    Files.writeString(root.resolve("text.txt"), "a line of text\n".repeat(1_000));
    Files.writeString(root.resolve("closed/file"), "for those who know\n");
    Files.writeString(folder.resolve("users"), "me:here:" + md5("me:here:secret") + "\n");
    PeerCertificate.writeTo(folder);
    plainPort = RealServer.freePort();
    tlsPort = RealServer.freePort();
    Path conf = Files.writeString(folder.resolve("apache.conf"), configuration(root));
    apache = RealServer.start(folder, plainPort, List.of(program, "-X", "-f", conf.toString()));
  }

  private static String configuration(Path root) {
    StringBuilder out = new StringBuilder();
    for (String module :
        List.of(
            "mpm_event",
            "authn_core",
            "authz_core",
            "authz_user",
            "auth_digest",
            "authn_file",
            "deflate",
            "filter",
            "ssl",
            "http2",
            "mime",
            "socache_shmcb")) {
      Path file = MODULES.resolve("mod_" + module + ".so");
      if (Files.exists(file)) {
        out.append("LoadModule ").append(module).append("_module ").append(file).append('\n');
      }
    }
    return out
        + """
        ServerRoot %1$s
        DefaultRuntimeDir %1$s
        PidFile %1$s/apache.pid
        ErrorLog %1$s/error.log
        ServerName localhost
        User #65534
        Group #65534
        Listen 127.0.0.1:%2$d
        Listen 127.0.0.1:%3$d
        DocumentRoot %4$s
        Protocols h2 h2c http/1.1
        TypesConfig /dev/null
        AddType text/plain .txt
        AddOutputFilterByType DEFLATE text/plain
        <Directory %4$s>
          Require all granted
        </Directory>
        <Directory %4$s/closed>
          AuthType Digest
          AuthName here
          AuthUserFile %1$s/users
          AuthDigestProvider file
          Require valid-user
        </Directory>
        <VirtualHost 127.0.0.1:%3$d>
          SSLEngine on
          SSLCertificateFile %1$s/server.pem
          SSLCertificateKeyFile %1$s/server.key
        </VirtualHost>
        """
            .formatted(folder, plainPort, tlsPort, root);
  }

  private static String md5(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @AfterAll
  static void stop() {
    if (apache != null) {
      apache.close();
    }
  }

  private static TransferOptions.Builder easy(String url, HttpVersionChoice version) {
    return get(url)
        .limits(TimeLimits.DEFAULT)
        .httpVersion(version)
        .tls(TlsOptions.trusting(folder.resolve("ca.pem")));
  }

  private static String url(String scheme, String path) {
    return scheme + "://127.0.0.1:" + (scheme.equals("https") ? tlsPort : plainPort) + path;
  }

  private static List<Easy> run(TransferOptions... wanted) throws IOException {
    List<Easy> done = new ArrayList<>();
    traced(
        "real_apache",
        IdlePoll.NONE,
        m -> {
          for (TransferOptions one : wanted) {
            Easy easy = m.easy(one);
            done.add(easy);
            m.add(easy);
          }
          Http2Test.runAll(m);
        });
    return done;
  }

  private static TransferInfo only(TransferOptions.Builder wanted) throws IOException {
    return run(wanted.build()).getFirst().transfer.info();
  }

  @ParameterizedTest
  @CsvSource({
    "http, HTTP_1_1, 1",
    "http, HTTP_1_0, 1",
    "https, HTTP_1_1, 1",
    "https, HTTP_2, 2",
    "http, HTTP_2_PRIOR_KNOWLEDGE, 2"
  })
  void aFileComesInEveryWay(String scheme, HttpVersionChoice version, int major)
      throws IOException {
    TransferInfo info = only(easy(url(scheme, "/1m"), version));
    assertThat(info.result()).as(info.error()).isEqualTo(TransferErrorCode.OK);
    assertThat(info.received()).isEqualTo(MIB);
    assertThat(info.head()).isNotNull();
    assertThat(info.head().majorVersion()).isEqualTo(major);
  }

  @ParameterizedTest
  @CsvSource({"http, HTTP_1_1", "https, HTTP_2"})
  void aPartIsAPart(String scheme, HttpVersionChoice version) throws IOException {
    TransferInfo info = only(easy(url(scheme, "/1m"), version).range(ByteRange.from(MIB - 10)));
    assertThat(info.httpStatus()).isEqualTo(206);
    assertThat(info.received()).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({"http, HTTP_1_1", "https, HTTP_2"})
  void whatItPacksIsUnpacked(String scheme, HttpVersionChoice version) throws IOException {
    TransferInfo info = only(easy(url(scheme, "/text.txt"), version).decode(DecodeOptions.ALL));
    assertThat(info.head()).isNotNull();
    assertThat(info.head().header("Content-Encoding")).isEqualTo("gzip");
    assertThat(info.received()).isEqualTo(15_000);
  }

  @ParameterizedTest
  @CsvSource({
    "http, HTTP_1_1, secret, 200",
    "https, HTTP_2, secret, 200",
    "http, HTTP_1_1, no, 401"
  })
  void digestOpensWhatIsClosed(
      String scheme, HttpVersionChoice version, String password, int status) throws IOException {
    AuthOptions auth =
        new AuthOptions(Set.of(AuthScheme.DIGEST), new Credentials("me", password), null);
    TransferInfo info = only(easy(url(scheme, "/closed/file"), version).auth(auth));
    assertThat(info.httpStatus()).isEqualTo(status);
  }

  @Test
  void manyShareOneSocket() throws IOException {
    TransferOptions[] wanted = new TransferOptions[50];
    for (int i = 0; i < wanted.length; i++) {
      String path = i % 2 == 0 ? "/1m" : "/text.txt";
      wanted[i] = easy(url("https", path), HttpVersionChoice.HTTP_2).build();
    }
    List<Easy> done = run(wanted);
    assertThat(done)
        .allMatch(easy -> easy.transfer.info().result() == TransferErrorCode.OK)
        .allMatch(easy -> easy.received == MIB || easy.received == 15_000);
    assertThat(done.stream().mapToInt(easy -> easy.transfer.info().newConnects()).sum())
        .isEqualTo(1);
  }
}
