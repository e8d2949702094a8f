package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.engine.http.Headers;
import org.sluice.engine.lab.LabRequest;
import org.sluice.engine.multi.IdlePoll;

/// What is meant for one origin never reaches another one, as the server sees it.
class SecretsTest extends GoldenTestBase {
  @ParameterizedTest
  @CsvSource({
    "/redir, true",
    "/redir-chain/3, true",
    "/redir-host, false",
    "/redir-port, false",
    "/redir-https, false"
  })
  void credentialsStayAtHome(String path, boolean kept) throws IOException {
    Headers headers =
        Headers.of("Authorization", "Basic c2VjcmV0", "cookie", "id=1", "X-Plain", "stays");
    traced(
        "secrets",
        IdlePoll.NONE,
        m -> {
          m.add(m.easy(http(path).headers(headers).build()));
          m.loop.run();
        });
    LabRequest last = lab.seen().getLast();
    LabRequest first =
        lab.seen().reversed().stream()
            .filter(request -> request.path().equals(path))
            .findFirst()
            .orElseThrow();
    assertThat(first.header("Authorization")).contains("Basic c2VjcmV0");
    assertThat(last.path()).isNotEqualTo(path);
    assertThat(last.header("Authorization").isPresent()).isEqualTo(kept);
    assertThat(last.header("Cookie").isPresent()).isEqualTo(kept);
    assertThat(last.header("X-Plain")).contains("stays");
    assertThat(last.header("Host").orElse("")).isNotEmpty();
  }
}
