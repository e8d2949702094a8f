package org.sluice.engine.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.request.ClientIdentity;

/// Keys as OpenSSL writes them, in each form, and what is no key.
class PrivateKeysTest {
  private static final String PASSWORD = "open sesame";

  @TempDir Path folder;

  private Path openssl(String name, String... arguments) throws IOException, InterruptedException {
    Path program = Path.of("/usr/bin/openssl");
    assumeTrue(Files.isExecutable(program), "openssl is not installed (Debian's package openssl)");
    Path file = folder.resolve(name);
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(Arrays.asList(arguments));
    command.addAll(List.of("-out", file.toString()));
    Path said = folder.resolve("said");
    Process run =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(run.waitFor(60, TimeUnit.SECONDS)).as("openssl ends").isTrue();
    assertThat(run.exitValue()).as(Files.readString(said)).isZero();
    return file;
  }

  private static PrivateKey read(Path file, @Nullable String password)
      throws IOException, GeneralSecurityException {
    return PrivateKeys.pem(Files.readAllBytes(file), password);
  }

  /// Forms of EC keys differ in whether the public key is in them too.
  private static void assertSame(PrivateKey found, PrivateKey key) {
    if (key instanceof ECPrivateKey ec) {
      assertThat(found)
          .isInstanceOfSatisfying(
              ECPrivateKey.class, other -> assertThat(other.getS()).isEqualTo(ec.getS()));
    } else {
      assertThat(found).isEqualTo(key);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "genpkey -algorithm RSA",
        "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256",
        "genpkey -algorithm ED25519",
        "genrsa -traditional",
        "ecparam -genkey -name prime256v1",
      })
  void eachFormIsRead(String how) throws Exception {
    Path plain = openssl("key.pem", how.split(" ", -1));
    PrivateKey key = read(plain, null);
    assertThat(key.getEncoded()).isNotEmpty();
    // The same in binary.
    Path binary = openssl("key.der", "pkey", "-in", "key.pem", "-outform", "DER");
    assertSame(PrivateKeys.der(Files.readAllBytes(binary)), key);
    // The same with a password, in the new form and in the old one.
    Path locked =
        openssl(
            "locked.pem",
            "pkcs8",
            "-topk8",
            "-in",
            "key.pem",
            "-v2",
            "aes-256-cbc",
            "-passout",
            "pass:" + PASSWORD);
    assertSame(read(locked, PASSWORD), key);
    assertThatThrownBy(() -> read(locked, null)).hasMessageContaining("no password");
    assertThatThrownBy(() -> read(locked, "wrong"))
        .isInstanceOf(GeneralSecurityException.class)
        .hasMessageNotContaining("wrong");
    if (!how.contains("ED25519")) {
      Path old =
          openssl(
              "old.pem",
              how.contains("EC") || how.contains("ecparam") ? "ec" : "rsa",
              "-in",
              "key.pem",
              "-aes128",
              "-passout",
              "pass:" + PASSWORD,
              how.contains("EC") || how.contains("ecparam") ? "-param_enc" : "-traditional",
              how.contains("EC") || how.contains("ecparam") ? "named_curve" : "-aes128");
      assertSame(read(old, PASSWORD), key);
      assertThatThrownBy(() -> read(old, "wrong")).isInstanceOf(GeneralSecurityException.class);
    }
  }

  @Test
  void aKeyOfSomebodyElseIsRefused() throws Exception {
    TestAuthority authority = new TestAuthority();
    TestAuthority.Issued one = authority.issue(TestAuthority.Wish.client("one"));
    TestAuthority.Issued other = authority.issue(TestAuthority.Wish.client("other"));
    TestAuthority.Issued odd = authority.issue(TestAuthority.Wish.client("odd").keyKind("EC"));
    Path certificate = one.writeCertificate(folder.resolve("one.pem"));
    Path right = one.writeKey(folder.resolve("one.key"));
    assertThat(Identity.read(ClientIdentity.pem(certificate, right)).chain()).hasSize(1);
    for (TestAuthority.Issued wrong : List.of(other, odd)) {
      Path key = wrong.writeKey(folder.resolve("wrong.key"));
      assertThatThrownBy(() -> Identity.read(ClientIdentity.pem(certificate, key)))
          .isInstanceOfSatisfying(
              TransferException.class,
              e -> assertThat(e.code()).isEqualTo(TransferErrorCode.SSL_CERTPROBLEM))
          .hasMessageContaining("private key is");
    }
  }

  @Test
  void whatIsNoKeyIsRefusedWhereverItIsCut() throws Exception {
    String whole =
        TestAuthority.pem("PRIVATE KEY", TestAuthority.keys("EC").getPrivate().getEncoded());
    for (int end = 0; end < whole.length() - 2; end++) {
      byte[] cut = whole.substring(0, end).getBytes(StandardCharsets.ISO_8859_1);
      assertThatThrownBy(() -> PrivateKeys.pem(cut, null))
          .as("cut at " + end)
          .isInstanceOf(GeneralSecurityException.class);
    }
    assertThat(PrivateKeys.pem(whole.getBytes(StandardCharsets.ISO_8859_1), null)).isNotNull();
  }
}
