package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.engine.error.CertificateProblem;
import org.sluice.engine.error.CertificateRule;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.lab.LabOrigin;
import org.sluice.engine.multi.IdlePoll;
import org.sluice.engine.multi.TransferInfo;
import org.sluice.engine.request.ClientIdentity;
import org.sluice.engine.request.KeyPins;
import org.sluice.engine.request.ProxyOptions;
import org.sluice.engine.request.ProxyServer;
import org.sluice.engine.request.TlsCiphers;
import org.sluice.engine.request.TlsOptions;
import org.sluice.engine.request.TlsRoots;
import org.sluice.engine.request.TlsVersion;
import org.sluice.engine.request.TlsVersions;
import org.sluice.engine.request.TrustedCertificate;
import org.sluice.engine.tls.TestAuthority;

/// Whom a transfer believes, as its options say, and what it tells of those that it does not.
class TrustTest extends GoldenTestBase {
  private static TlsOptions here;

  @TempDir Path folder;

  @BeforeAll
  static void trustTheLab() {
    here = TlsOptions.trusting(lab.certificate());
  }

  private static List<TransferInfo> fetch(LabOrigin door, TlsOptions... each) throws IOException {
    return fetch(lab.uri(door, "/small").toString(), each);
  }

  private static List<TransferInfo> fetch(String url, TlsOptions... each) throws IOException {
    List<TransferInfo> infos = new ArrayList<>();
    traced(
        "trust",
        IdlePoll.NONE,
        m -> {
          for (TlsOptions tls : each) {
            Easy easy = m.easy(get(url).tls(tls).build());
            m.add(easy);
            m.loop.run();
            infos.add(easy.transfer.info());
          }
        });
    return infos;
  }

  private static void assertCode(TransferInfo info, TransferErrorCode code) {
    assertThat(info.result()).as(info.error()).isEqualTo(code);
  }

  private static CertificateProblem refused(LabOrigin door, TlsOptions tls) throws IOException {
    TransferInfo info = fetch(door, tls).getFirst();
    assertCode(info, TransferErrorCode.PEER_FAILED_VERIFICATION);
    assertThat(info.certificate()).as(info.error()).isNotNull();
    assertThat(info.error()).isEqualTo(info.certificate().sentence());
    return info.certificate();
  }

  @Test
  void aRefusalNamesTheRuleAndShowsTheChain() throws IOException {
    CertificateProblem expired = refused(LabOrigin.HTTPS_EXPIRED, here);
    assertThat(expired.broken()).containsExactly(CertificateRule.EXPIRED);
    assertThat(expired.chain()).hasSize(2);
    assertThat(expired.port()).isEqualTo(lab.port(LabOrigin.HTTPS_EXPIRED));
    CertificateProblem wrong = refused(LabOrigin.HTTPS_WRONG_HOST, here);
    assertThat(wrong.broken()).containsExactly(CertificateRule.WRONG_HOST);
    assertThat(wrong.sentence()).contains("elsewhere.sluice.test");
    CertificateProblem stranger = refused(LabOrigin.HTTPS, TlsOptions.SYSTEM);
    assertThat(stranger.broken()).containsExactly(CertificateRule.UNKNOWN_ISSUER);
    CertificateProblem both = refused(LabOrigin.HTTPS_EXPIRED, TlsOptions.SYSTEM);
    assertThat(both.broken())
        .containsExactly(CertificateRule.EXPIRED, CertificateRule.UNKNOWN_ISSUER);
  }

  @ParameterizedTest
  @EnumSource(
      value = LabOrigin.class,
      names = {"HTTPS", "HTTPS_EXPIRED", "HTTPS_WRONG_HOST", "HTTPS_TLS12", "HTTPS_TLS13"})
  void insecureBelievesAnybody(LabOrigin door) throws IOException {
    assertCode(fetch(door, TlsOptions.SYSTEM.insecure()).getFirst(), TransferErrorCode.OK);
  }

  @Test
  void anExceptionIsForOneServerAndOneCertificate() throws IOException {
    CertificateProblem problem = refused(LabOrigin.HTTPS_EXPIRED, here);
    String print = problem.chain().getFirst().sha256();
    int port = problem.port();
    TlsOptions right = excepting(new TrustedCertificate("127.0.0.1", port, print));
    assertCode(fetch(LabOrigin.HTTPS_EXPIRED, right).getFirst(), TransferErrorCode.OK);
    // The same exception opens no other door, and no other name opens this one.
    refused(LabOrigin.HTTPS_WRONG_HOST, right);
    refused(LabOrigin.HTTPS_EXPIRED, excepting(new TrustedCertificate("localhost", port, print)));
    refused(
        LabOrigin.HTTPS_EXPIRED, excepting(new TrustedCertificate("127.0.0.1", port + 1, print)));
    String other = print.substring(1) + (print.startsWith("a") ? "b" : "a");
    refused(LabOrigin.HTTPS_EXPIRED, excepting(new TrustedCertificate("127.0.0.1", port, other)));
  }

  private static TlsOptions excepting(TrustedCertificate one) {
    return here.withTrust(here.trust().withException(one));
  }

  @Test
  void connectionsAreSharedUnderTheSameOptionsOnly() throws IOException {
    List<TransferInfo> infos =
        fetch(
            LabOrigin.HTTPS,
            here,
            here,
            here.insecure(),
            here.withVersions(new TlsVersions(TlsVersion.TLS_1_2, TlsVersion.TLS_1_2)),
            here.withServerName(false),
            here.withCiphers(new TlsCiphers(List.of(), List.of("TLS_AES_128_GCM_SHA256"))),
            here);
    infos.forEach(info -> assertCode(info, TransferErrorCode.OK));
    assertThat(infos.stream().map(TransferInfo::newConnects)).containsExactly(1, 0, 1, 1, 1, 1, 0);
    // A connection that was let in without a check is not lent to one that wants it.
    List<TransferInfo> lent =
        fetch(LabOrigin.HTTPS_EXPIRED, here.insecure(), here, here.insecure());
    assertCode(lent.get(0), TransferErrorCode.OK);
    assertCode(lent.get(1), TransferErrorCode.PEER_FAILED_VERIFICATION);
    assertCode(lent.get(2), TransferErrorCode.OK);
  }

  @Test
  void aSessionIsNotResumedUnlessWanted() throws IOException {
    TlsOptions fresh = here.withResume(false);
    List<TransferInfo> infos = fetch(LabOrigin.HTTPS_TLS12, fresh, fresh);
    infos.forEach(info -> assertCode(info, TransferErrorCode.OK));
  }

  private static String pin(X509Certificate certificate) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(certificate.getPublicKey().getEncoded());
    return "sha256//" + Base64.getEncoder().encodeToString(hash);
  }

  private static TlsOptions pinned(TlsOptions tls, String pins) {
    return tls.withTrust(tls.trust().withPins(KeyPins.parse(pins)));
  }

  @Test
  void aPinIsCheckedWhateverElseIs() throws Exception {
    String right =
        "sha256//" + refused(LabOrigin.HTTPS, TlsOptions.SYSTEM).chain().getFirst().keyPin();
    String wrong = pin(lab.certificate());
    for (TlsOptions tls : List.of(here, here.insecure())) {
      assertCode(fetch(LabOrigin.HTTPS, pinned(tls, right)).getFirst(), TransferErrorCode.OK);
      assertCode(
          fetch(LabOrigin.HTTPS, pinned(tls, wrong + ";" + right)).getFirst(),
          TransferErrorCode.OK);
      TransferInfo refused = fetch(LabOrigin.HTTPS, pinned(tls, wrong)).getFirst();
      assertCode(refused, TransferErrorCode.SSL_PINNEDPUBKEYNOTMATCH);
      assertThat(refused.certificate()).isNotNull();
      assertThat(refused.certificate().broken()).containsExactly(CertificateRule.NOT_PINNED);
    }
    // A session that is resumed has no certificate in its handshake; the pin counts all the same.
    for (LabOrigin door : List.of(LabOrigin.HTTPS_TLS12, LabOrigin.HTTPS_TLS13)) {
      List<TransferInfo> twice = fetch(door, pinned(here, wrong), pinned(here, wrong));
      twice.forEach(info -> assertCode(info, TransferErrorCode.SSL_PINNEDPUBKEYNOTMATCH));
    }
  }

  @Test
  void aPinMayBeAFile() throws Exception {
    X509Certificate other = lab.certificate();
    Path wrong = folder.resolve("wrong.pem");
    Files.writeString(wrong, TestAuthority.pem("PUBLIC KEY", other.getPublicKey().getEncoded()));
    for (String file :
        List.of(wrong.toString(), folder.resolve("none.pem").toString(), folder.toString())) {
      assertCode(
          fetch(LabOrigin.HTTPS, pinned(here, file)).getFirst(),
          TransferErrorCode.SSL_PINNEDPUBKEYNOTMATCH);
    }
  }

  @Test
  void authoritiesComeFromFilesAndFolders() throws Exception {
    Path file = Files.writeString(folder.resolve("ca.pem"), "words\n" + lab.certificatePem());
    Path hashed = Files.createDirectory(folder.resolve("hashed"));
    Files.writeString(hashed.resolve("0a1b2c3d.0"), lab.certificatePem());
    for (TlsRoots roots :
        List.of(
            TlsRoots.file(file),
            TlsRoots.file(file).andSystem(),
            TlsRoots.folder(hashed),
            TlsRoots.SYSTEM.withFolder(hashed))) {
      TransferInfo info = fetch(LabOrigin.HTTPS, TlsOptions.SYSTEM.withRoots(roots)).getFirst();
      assertCode(info, TransferErrorCode.OK);
    }
    Path plain = Files.createDirectory(folder.resolve("plain"));
    Files.writeString(plain.resolve("ca.pem"), lab.certificatePem());
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");
    String cut = lab.certificatePem().substring(0, 200);
    Path broken = Files.writeString(folder.resolve("cut.pem"), cut);
    for (TlsRoots roots :
        List.of(
            TlsRoots.folder(plain),
            TlsRoots.folder(folder.resolve("none")),
            TlsRoots.file(empty),
            TlsRoots.file(broken),
            TlsRoots.file(folder.resolve("none.pem")))) {
      TransferInfo info = fetch(LabOrigin.HTTPS, TlsOptions.SYSTEM.withRoots(roots)).getFirst();
      assertCode(info, TransferErrorCode.SSL_CACERT_BADFILE);
    }
  }

  @Test
  void versionsAreKept() throws IOException {
    TlsOptions only13 = here.withVersions(new TlsVersions(TlsVersion.TLS_1_3, TlsVersion.TLS_1_3));
    TlsOptions only12 = here.withVersions(new TlsVersions(TlsVersion.TLS_1_0, TlsVersion.TLS_1_2));
    TlsOptions old = here.withVersions(new TlsVersions(TlsVersion.TLS_1_0, TlsVersion.TLS_1_1));
    assertCode(fetch(LabOrigin.HTTPS_TLS13, only13).getFirst(), TransferErrorCode.OK);
    assertCode(fetch(LabOrigin.HTTPS_TLS12, only12).getFirst(), TransferErrorCode.OK);
    for (TransferInfo info :
        List.of(
            fetch(LabOrigin.HTTPS_TLS12, only13).getFirst(),
            fetch(LabOrigin.HTTPS_TLS13, only12).getFirst(),
            fetch(LabOrigin.HTTPS, old).getFirst())) {
      assertCode(info, TransferErrorCode.SSL_CONNECT_ERROR);
    }
  }

  @Test
  void ciphersAreKept() throws IOException {
    TlsCiphers nobody = new TlsCiphers(List.of("TLS_NO_SUCH"), List.of("TLS_NEITHER"));
    assertCode(
        fetch(LabOrigin.HTTPS, here.withCiphers(nobody)).getFirst(), TransferErrorCode.SSL_CIPHER);
    // The lab's key is of elliptic curves: a suite for RSA keys fits no certificate of its.
    TlsCiphers forRsa = new TlsCiphers(List.of("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"), List.of());
    assertCode(
        fetch(LabOrigin.HTTPS_TLS12, here.withCiphers(forRsa)).getFirst(),
        TransferErrorCode.SSL_CONNECT_ERROR);
  }

  @Test
  void anIdentityThatCannotBeReadFailsBeforeAnythingIsSent() throws IOException {
    Path none = folder.resolve("none.pem");
    Path words = Files.writeString(folder.resolve("words.pem"), "no certificate");
    long before = lab.connections();
    for (ClientIdentity identity :
        List.of(ClientIdentity.pem(none), ClientIdentity.pem(words), ClientIdentity.p12(words))) {
      TransferInfo info = fetch(LabOrigin.HTTPS, here.withIdentity(identity)).getFirst();
      assertCode(info, TransferErrorCode.SSL_CERTPROBLEM);
      assertThat(info.error()).contains(identity.certificate().toString());
    }
    assertThat(lab.connections()).isEqualTo(before);
  }

  @Test
  void aProxysTlsIsItsOwn() throws IOException {
    ProxyServer proxy;
    try {
      proxy = ProxyServer.parse(lab.proxy(LabOrigin.PROXY_TLS));
    } catch (TransferException e) {
      throw new AssertionError(e);
    }
    record Case(TlsOptions near, TlsOptions far, TransferErrorCode code) {}
    TlsOptions system = TlsOptions.SYSTEM;
    Set<Case> cases =
        Set.of(
            new Case(here, here, TransferErrorCode.OK),
            new Case(system.insecure(), here, TransferErrorCode.OK),
            new Case(here, system.insecure(), TransferErrorCode.OK),
            new Case(system, here.insecure(), TransferErrorCode.PEER_FAILED_VERIFICATION),
            new Case(system.insecure(), system, TransferErrorCode.PEER_FAILED_VERIFICATION));
    for (Case one : cases) {
      traced(
          "proxy_trust",
          IdlePoll.NONE,
          m -> {
            Easy easy =
                m.easy(
                    get(lab.https("/small").toString())
                        .tls(one.far)
                        .proxy(ProxyOptions.of(proxy.withTls(one.near)))
                        .build());
            m.add(easy);
            m.loop.run();
            assertCode(easy.transfer.info(), one.code);
          });
    }
  }
}
