package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.engine.lab.LabOrigin;
import org.sluice.engine.lab.LabServer;
import org.sluice.engine.multi.IdlePoll;
import org.sluice.engine.multi.SocketInfo;
import org.sluice.engine.request.BodySink;
import org.sluice.engine.request.TlsOptions;

/// Whom a transfer believes, and what it says when it does not.
class TlsTest extends GoldenTestBase {
  @ParameterizedTest
  @CsvSource({"HTTPS_EXPIRED, it has expired", "HTTPS_WRONG_HOST, it was made out to another name"})
  void aBadCertificateIsNamed(LabOrigin door, String rule) throws IOException {
    assertThat(refusal(door, lab)).contains(rule);
  }

  @Test
  void aStrangersCertificateIsNamed() throws IOException {
    try (LabServer other = LabServer.start()) {
      assertThat(refusal(LabOrigin.HTTPS, other)).contains("nobody who is trusted has signed it");
    }
  }

  private static String refusal(LabOrigin door, LabServer trusted) throws IOException {
    String[] said = new String[1];
    List<Line> lines =
        traced(
            "refused_certificate",
            IdlePoll.NONE,
            m -> {
              TlsOptions tls = TlsOptions.trusting(trusted.trustingContext());
              Easy easy = m.easy(get(lab.uri(door, "/small").toString()).tls(tls).build());
              m.add(easy);
              m.loop.run();
              said[0] = easy.transfer.info().error();
            });
    assertThat(results(lines)).containsExactly("CURLE_PEER_FAILED_VERIFICATION");
    assertThat(Projection.of(lines).get("0")).contains("S0 close");
    return said[0];
  }

  @ParameterizedTest
  @CsvSource({"HTTPS_TLS12, TLS 1.2", "HTTPS_TLS13, TLS 1.3"})
  void speaksBothVersions(LabOrigin door, String protocol) throws IOException {
    List<String> seen = new ArrayList<>();
    List<Line> lines =
        traced(
            "versions",
            IdlePoll.NONE,
            m -> {
              Easy easy = m.easy(get(lab.uri(door, "/1m").toString()).build());
              easy.hook =
                  (e, chunk) -> {
                    seen.add(m.multi.sockets().getFirst().protocol());
                    return BodySink.Answer.TAKEN;
                  };
              m.add(easy);
              m.loop.run();
              assertThat(easy.received).isEqualTo(1 << 20);
            });
    assertThat(results(lines)).containsExactly("CURLE_OK");
    assertThat(seen).isNotEmpty().containsOnly("HTTP/1.1 · " + protocol);
  }

  /// A resumed handshake carries no certificate, which is most of what a full one brings in.
  @ParameterizedTest
  @EnumSource(
      value = LabOrigin.class,
      names = {"HTTPS_TLS12", "HTTPS_TLS13"})
  void theSecondHandshakeIsResumed(LabOrigin door) throws IOException {
    TlsOptions tls = TlsOptions.trusting(lab.trustingContext());
    List<Long> bytesIn = new ArrayList<>();
    List<Line> lines =
        traced(
            "resumption",
            IdlePoll.NONE,
            m -> {
              for (int i = 0; i < 2; i++) {
                Easy easy =
                    m.easy(
                        get(lab.uri(door, "/small").toString()).tls(tls).forbidReuse(true).build());
                easy.hook =
                    (e, chunk) -> {
                      bytesIn.add(m.multi.sockets().stream().mapToLong(SocketInfo::bytesIn).sum());
                      return BodySink.Answer.TAKEN;
                    };
                m.add(easy);
                m.loop.run();
              }
            });
    assertThat(results(lines)).containsExactly("CURLE_OK", "CURLE_OK");
    assertThat(only(lines, "open")).hasSize(2);
    assertThat(bytesIn.get(1)).as("of " + bytesIn).isLessThan(bytesIn.get(0) * 2 / 3);
  }
}
