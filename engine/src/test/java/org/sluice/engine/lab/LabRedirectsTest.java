package org.sluice.engine.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabRedirectsTest extends LabTestBase {

  private static String location(URI uri) throws IOException {
    Wire.Reply reply = Wire.get(uri);
    assertThat(reply.status()).isEqualTo(302);
    return reply.field("Location");
  }

  @Test
  void eachRedirectPointsWhereItsSentenceSays() throws IOException {
    assertThat(location(lab.uri(Scenario.REDIRECT))).isEqualTo("/small");
    assertThat(location(lab.uri(Scenario.REDIRECT_LOOP))).isEqualTo("/redir-loop");
    assertThat(location(lab.uri(Scenario.REDIRECT_NOWHERE))).isNull();
    assertThat(location(lab.uri(Scenario.REDIRECT_FILE))).startsWith("file:/");
    assertThat(location(lab.uri(Scenario.REDIRECT_FTP))).startsWith("ftp://");
    assertThat(location(lab.uri(Scenario.REDIRECT_TO_HTTPS)))
        .isEqualTo(lab.https("/small").toString());
    assertThat(location(lab.http("/redir-http"))).isEqualTo(lab.http("/small").toString());
    assertThat(location(lab.uri(Scenario.REDIRECT_HOST)))
        .isEqualTo("http://localhost:" + lab.port(LabOrigin.HTTP) + "/echo");
  }

  @Test
  void theOtherPortAnswersToo() throws IOException {
    URI other = URI.create(location(lab.uri(Scenario.REDIRECT_PORT)));
    assertThat(other.getPort()).isEqualTo(lab.port(LabOrigin.HTTP_OTHER));
    assertThat(other.getPort()).isNotEqualTo(lab.port(LabOrigin.HTTP));
    assertThat(Wire.get(other).text()).isEqualTo("hello, world\n");
  }

  @Test
  void aRelativeAddressResolvesToTheSmallFile() throws IOException {
    URI base = lab.uri(Scenario.REDIRECT_RELATIVE);
    URI target = base.resolve(location(base)).normalize();
    assertThat(target).isEqualTo(lab.http("/small"));
  }

  @Test
  void aChainHasAsManyLinksAsItSays() throws IOException {
    URI next = lab.uri(Scenario.REDIRECT_CHAIN);
    for (int link = 0; link < 5; link++) {
      next = next.resolve(location(next));
    }
    assertThat(next).isEqualTo(lab.http("/small"));
  }

  @Test
  void httpsStepsDownToHttp() throws IOException {
    try (Wire wire = Wire.to(lab.uri(Scenario.REDIRECT_TO_HTTP), lab.trustingContext())) {
      assertThat(wire.request("GET").field("Location")).isEqualTo(lab.http("/small").toString());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 303, 307, 308})
  void theStatusCanBeChosen(int status) throws IOException {
    assertThat(Wire.get(lab.http("/redir?status=" + status)).status()).isEqualTo(status);
  }
}
