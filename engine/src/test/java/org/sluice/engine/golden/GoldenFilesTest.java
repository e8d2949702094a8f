package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The checker finds in libcurl's own traces what the README of the traces says of them: so it can
/// find something in ours too.
class GoldenFilesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "get_small",
        "get_10m",
        "reuse_sequential",
        "parallel4",
        "pause_unpause",
        "max_host_connections2",
        "happy_eyeballs_v6_hangs",
        "https_get",
        "remove_mid_transfer"
      })
  void libcurlKeepsTheInvariants(String scenario) {
    for (String version : GoldenTrace.VERSIONS) {
      assertThat(TraceInvariants.ofLibcurl(GoldenTrace.read(version, scenario)))
          .as(version)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "7.88.1, socketcb_minus1, I1 I12 I2 I4",
    "8.22, socketcb_minus1, I4",
    "7.88.1, cleanup_mid_transfer, I9",
    "8.22, cleanup_mid_transfer, I12 I9"
  })
  void libcurlBreaksWhatItIsKnownToBreak(String version, String scenario, String expected) {
    List<String> broken = TraceInvariants.ofLibcurl(GoldenTrace.read(version, scenario));
    Set<String> names = new TreeSet<>();
    broken.forEach(one -> names.add(one.substring(0, one.indexOf(' '))));
    assertThat(String.join(" ", names)).as(broken.toString()).isEqualTo(expected);
  }

  @Test
  void bothVersionsShareTheProjectionOfASmallGet() {
    List<String> steps =
        List.of("S0 open inet", "S0 OUT", "S0 REMOVE", "msg CURLE_OK 200 13", "S0 close");
    for (String version : GoldenTrace.VERSIONS) {
      assertThat(Projection.of(GoldenTrace.read(version, "get_small"))).containsEntry("0", steps);
    }
  }
}
