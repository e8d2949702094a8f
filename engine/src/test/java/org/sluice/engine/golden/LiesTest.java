package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.engine.multi.IdlePoll;

/// Servers that lie: each ends with its own code, well before the time limit.
class LiesTest extends GoldenTestBase {
  @ParameterizedTest
  @CsvSource({
    "/endless-headers, CURLE_TOO_LARGE",
    "/endless-early, CURLE_TOO_LARGE",
    "/many-headers?n=5000, CURLE_TOO_LARGE",
    "/huge-header?size=256k, CURLE_OK",
    "/huge-header?size=400k, CURLE_TOO_LARGE",
    "/garbage, CURLE_UNSUPPORTED_PROTOCOL",
    "/length-conflict, CURLE_WEIRD_SERVER_REPLY",
    "/length-garbage, CURLE_WEIRD_SERVER_REPLY",
    "/length-too-long, CURLE_PARTIAL_FILE",
    "/chunk-garbage, CURLE_WEIRD_SERVER_REPLY",
    "/close-mid-chunk, CURLE_PARTIAL_FILE",
    "/unfinished-head, CURLE_RECV_ERROR",
    "/close-early, CURLE_GOT_NOTHING",
    "/reset-early, CURLE_RECV_ERROR",
    "/redir-loop, CURLE_TOO_MANY_REDIRECTS",
    "/redir-file, CURLE_UNSUPPORTED_PROTOCOL",
    "/redir-ftp, CURLE_UNSUPPORTED_PROTOCOL"
  })
  void endsWithItsCode(String path, String code) throws IOException {
    List<Line> lines =
        traced(
            "lies",
            IdlePoll.NONE,
            m -> {
              m.add(m.easy(http(path).limits(LIMITS.withTotal(Duration.ofSeconds(8))).build()));
              m.loop.run();
            });
    assertThat(results(lines)).containsExactly(code);
  }
}
