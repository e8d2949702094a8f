package org.sluice.engine.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.engine.error.CertificateFacts;
import org.sluice.engine.error.CertificateProblem;
import org.sluice.engine.error.CertificateRule;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.request.TlsRoots;

/// Each rule that a certificate can break is found and named, alone and together with others.
class DiagnosisTest {
  private static final String HOST = "files.example";

  private static TestAuthority trusted;
  private static TestAuthority stranger;

  @BeforeAll
  static void makeAuthorities() throws GeneralSecurityException, IOException {
    trusted = new TestAuthority();
    stranger = new TestAuthority();
  }

  static Stream<Arguments> faults() {
    Duration day = Duration.ofDays(1);
    return Stream.of(
        fault(CertificateRule.EXPIRED, w -> w.valid(day.multipliedBy(-9), day.negated())),
        fault(CertificateRule.NOT_YET_VALID, w -> w.valid(day, day.multipliedBy(9))),
        fault(CertificateRule.SELF_SIGNED, w -> w.selfSigned(true)),
        fault(CertificateRule.WEAK, w -> w.signature("MD5withRSA")),
        fault(CertificateRule.NOT_FOR_SERVERS, w -> w.purpose(KeyPurposeId.id_kp_clientAuth)));
  }

  private static Arguments fault(CertificateRule rule, UnaryOperator<TestAuthority.Wish> how) {
    return Arguments.of(rule, how);
  }

  private static CertificateProblem refused(TestAuthority by, TestAuthority.Wish wish, String host)
      throws GeneralSecurityException, IOException, TransferException {
    TestAuthority.Issued issued = by.issue(wish);
    X509Certificate[] chain =
        wish.selfSigned() ? new X509Certificate[] {issued.certificate()} : issued.chain();
    CertificateException failure =
        catchThrowableOfType(
            CertificateException.class,
            () ->
                Roots.check(TlsRoots.of(List.of(trusted.certificate)))
                    .checkServerTrusted(chain, "RSA"));
    return Diagnosis.of(chain, host, 443, failure);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void oneFaultIsNamedAlone(CertificateRule rule, UnaryOperator<TestAuthority.Wish> how)
      throws GeneralSecurityException, IOException, TransferException {
    CertificateProblem problem = refused(trusted, how.apply(TestAuthority.Wish.server(HOST)), HOST);
    assertThat(problem.broken()).containsExactly(rule);
    assertThat(problem.sentence()).contains(HOST).contains(rule.words());
  }

  @Test
  void aStrangersSignatureIsNamed()
      throws GeneralSecurityException, IOException, TransferException {
    assertThat(refused(stranger, TestAuthority.Wish.server(HOST), HOST).broken())
        .containsExactly(CertificateRule.UNKNOWN_ISSUER);
  }

  @Test
  void severalFaultsAreAllNamed() throws GeneralSecurityException, IOException, TransferException {
    TestAuthority.Wish old =
        TestAuthority.Wish.server("another.example")
            .valid(Duration.ofDays(-9), Duration.ofDays(-1));
    assertThat(refused(stranger, old, HOST).broken())
        .containsExactlyInAnyOrder(
            CertificateRule.EXPIRED, CertificateRule.WRONG_HOST, CertificateRule.UNKNOWN_ISSUER);
  }

  @Test
  void theChainIsShown() throws GeneralSecurityException, IOException, TransferException {
    CertificateProblem problem =
        refused(trusted, TestAuthority.Wish.server("a.example", "10.0.0.1"), HOST);
    assertThat(problem.broken()).containsExactly(CertificateRule.WRONG_HOST);
    assertThat(problem.sentence()).contains("a.example");
    assertThat(problem.chain()).hasSize(2);
    CertificateFacts first = problem.chain().getFirst();
    assertThat(first.subject()).isEqualTo("CN=a.example");
    assertThat(first.issuer()).startsWith("CN=Test authority");
    assertThat(first.names()).containsExactly("a.example", "10.0.0.1");
    assertThat(first.validFrom()).isBefore(first.validUntil());
    assertThat(first.sha256()).matches("[0-9a-f]{64}");
    assertThat(first.keyPin()).hasSize(44);
    assertThat(first.key()).isEqualTo("RSA 2048");
    assertThat(first.signature()).isEqualTo("SHA256withRSA");
  }

  @ParameterizedTest
  @CsvSource({
    "a.example, a.example, true",
    "A.Example., a.example, true",
    "a.example, b.a.example, false",
    "*.a.example, b.a.example, true",
    "*.a.example, a.example, false",
    "*.a.example, c.b.a.example, false",
    "*.example, a.example, false",
    "*, localhost, false",
    "b*.a.example, bc.a.example, false",
    "*.*.example, a.b.example, false",
    "'', a.example, false",
    "*.a.example, .a.example, false",
  })
  void namesFitAsTheyShould(String pattern, String host, boolean fits) {
    assertThat(HostMatch.nameFits(pattern, host)).isEqualTo(fits);
  }

  @Test
  void anAddressIsNoNameAndANameNoAddress() throws GeneralSecurityException, IOException {
    X509Certificate both =
        trusted.issue(TestAuthority.Wish.server("a.example", "127.0.0.1", "::1")).certificate();
    assertThat(HostMatch.fits(both, "127.0.0.1")).isTrue();
    assertThat(HostMatch.fits(both, "0:0:0:0:0:0:0:1")).isTrue();
    assertThat(HostMatch.fits(both, "127.0.0.2")).isFalse();
    X509Certificate odd = trusted.issue(TestAuthority.Wish.server("x.example")).certificate();
    assertThat(HostMatch.fits(odd, "10.1.1.1")).isFalse();
  }
}
