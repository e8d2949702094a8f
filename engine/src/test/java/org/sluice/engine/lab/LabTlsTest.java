package org.sluice.engine.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabTlsTest extends LabTestBase {

  private static String version(Wire wire) {
    return ((SSLSocket) wire.socket()).getSession().getProtocol();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost"})
  void whoTrustsTheLabIsServed(String host) throws IOException {
    URI uri = URI.create("https://" + host + ":" + lab.port(LabOrigin.HTTPS) + "/small");
    try (Wire wire = Wire.to(uri, lab.trustingContext())) {
      assertThat(wire.request("GET").text()).isEqualTo("hello, world\n");
      assertThat(wire.request("GET").text()).isEqualTo("hello, world\n");
      assertThat(version(wire)).isEqualTo("TLSv1.3");
    }
  }

  @Test
  void whoDoesNotTrustTheLabIsWarned() throws GeneralSecurityException {
    SSLContext ordinary = SSLContext.getDefault();
    assertThatThrownBy(() -> Wire.to(lab.https("/small"), ordinary))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void anotherLabIsNotTrusted() throws IOException {
    try (LabServer other = LabServer.start()) {
      assertThatThrownBy(() -> Wire.to(lab.https("/small"), other.trustingContext()))
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void thePemTextIsTheCertificate() throws GeneralSecurityException {
    var in = new ByteArrayInputStream(lab.certificatePem().getBytes(StandardCharsets.US_ASCII));
    assertThat(CertificateFactory.getInstance("X.509").generateCertificate(in))
        .isEqualTo(lab.certificate());
  }

  @Test
  void versionsAreKeptApart() throws IOException {
    SSLContext context = lab.trustingContext();
    try (Wire old = Wire.to(lab.uri(Scenario.TLS12), context);
        Wire modern = Wire.to(lab.uri(Scenario.TLS13), context)) {
      assertThat(version(old)).isEqualTo("TLSv1.2");
      assertThat(old.request("GET").status()).isEqualTo(200);
      assertThat(version(modern)).isEqualTo("TLSv1.3");
      assertThat(modern.request("GET").status()).isEqualTo(200);
    }
    assertThatThrownBy(() -> Wire.to(lab.uri(Scenario.TLS12), context, "TLSv1.3"))
        .isInstanceOf(SSLException.class);
    assertThatThrownBy(() -> Wire.to(lab.uri(Scenario.TLS13), context, "TLSv1.2"))
        .isInstanceOf(SSLException.class);
  }

  @Test
  void aCertificateForAnotherHostHasNoOtherFault() {
    assertThatThrownBy(() -> Wire.to(lab.uri(Scenario.WRONG_HOST), lab.trustingContext()))
        .isInstanceOf(SSLHandshakeException.class)
        .hasMessageContaining("127.0.0.1");
  }

  @Test
  void anExpiredCertificateSaysSo() {
    assertThatThrownBy(() -> Wire.to(lab.uri(Scenario.EXPIRED), lab.trustingContext()))
        .isInstanceOf(SSLHandshakeException.class)
        .hasRootCauseInstanceOf(CertificateExpiredException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void bodiesEndOverTlsAsTheyDoWithout(String version) throws IOException {
    SSLContext context = lab.trustingContext();
    try (Wire wire = Wire.to(lab.https("/until-close"), context, version)) {
      assertThat(wire.request("GET").body()).hasSize(5_000);
    }
    try (Wire wire = Wire.to(lab.https("/close-mid"), context, version)) {
      wire.sendRequest("GET", "/close-mid");
      assertThat(wire.head().field("Content-Length")).isEqualTo("10000");
      assertThat(wire.readAll()).hasSize(5_000);
    }
  }

  @Test
  void bigFilesComeWholeOverTls() throws IOException {
    try (Wire wire = Wire.to(lab.https("/10m"), lab.trustingContext())) {
      byte[] body = wire.request("GET").body();
      assertThat(body).hasSize(10 << 20);
      assertThat(LabBytes.firstDifference(new ByteArrayInputStream(body), 0)).isEqualTo(-1);
    }
  }
}
