package org.sluice.engine.metalink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.http.Headers;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.Checksum.Algorithm;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.Source;
import org.sluice.engine.metalink.MirrorRules.Admitted;
import org.sluice.engine.metalink.MirrorRules.NamedBy;

class MirrorRulesTest {
  private static final Source FIRST = Source.of("https://example.org/f");

  private static List<Checksum> checksums(String algorithm) {
    return algorithm.equals("NONE")
        ? List.of()
        : List.of(
            new Checksum(
                Algorithm.valueOf(algorithm),
                "0".repeat(2 * Algorithm.valueOf(algorithm).bytes())));
  }

  @ParameterizedTest
  @CsvSource({
    "https://m.example/f, NONE, HTTPS, true",
    "https://m.example/f, NONE, USER, true",
    "https://m.example/f, NONE, HTTP, false",
    "https://m.example/f, SHA_256, HTTP, true",
    "http://m.example/f, NONE, HTTPS, false",
    "http://m.example/f, NONE, USER, false",
    "http://m.example/f, MD5, HTTPS, false",
    "http://m.example/f, SHA_1, USER, false",
    "http://m.example/f, SHA_256, HTTPS, true",
    "http://m.example/f, SHA_512, HTTP, true",
    "ftp://m.example/f, SHA_256, USER, false",
    "nonsense, SHA_256, USER, false",
    "https://127.0.0.1/f, SHA_256, HTTPS, false",
    "https://localhost:9000/f, SHA_256, HTTPS, false",
    "https://printer.local/f, SHA_256, HTTPS, false",
    "https://10.1.2.3/f, SHA_256, HTTPS, false",
    "https://192.168.0.1/f, SHA_256, HTTPS, false",
    "https://169.254.169.254/f, SHA_256, HTTPS, false",
    "https://[::1]/f, SHA_256, HTTPS, false",
    "https://[fe80::1]/f, SHA_256, HTTPS, false",
    "https://[fd00::1]/f, SHA_256, HTTPS, false",
    "https://[2001:db8::1]/f, SHA_256, HTTPS, true",
    "https://8.8.8.8/f, SHA_256, HTTPS, true",
    "https://192.168.0.1/f, SHA_256, USER, true",
  })
  void onlyWithHttpsOrAHash(String mirror, String hash, NamedBy namedBy, boolean admitted) {
    Source source = new Source(mirror, 5, null);
    Admitted result = MirrorRules.admit(FIRST, List.of(source), checksums(hash), namedBy);
    if (admitted) {
      assertThat(result.sources()).containsExactly(FIRST, source);
      assertThat(result.refused()).isEmpty();
    } else {
      assertThat(result.sources()).containsExactly(FIRST);
      assertThat(result.refused())
          .singleElement()
          .satisfies(refused -> assertThat(refused.sentence()).isNotBlank());
    }
  }

  @Test
  void aPasswordIsNotRepeated() {
    Source mirror = Source.of("https://me:secret@m.example/f");
    Admitted admitted =
        MirrorRules.admit(FIRST, List.of(mirror), checksums("SHA_256"), NamedBy.HTTPS);
    assertThat(admitted.refused().getFirst().sentence())
        .contains("m.example")
        .doesNotContain("secret");
  }

  @Test
  void anInnerServerMayNameInnerMirrors() {
    Source inner = Source.of("http://127.0.0.1:8080/f");
    Source mirror = Source.of("http://127.0.0.1:8081/f");
    assertThat(
            MirrorRules.admit(inner, List.of(mirror), checksums("SHA_256"), NamedBy.HTTP).sources())
        .containsExactly(inner, mirror);
  }

  @Test
  void eachAddressOnce() {
    Source same = Source.of("HTTPS://EXAMPLE.org:443/f");
    Source mirror = Source.of("https://m.example/f");
    Admitted admitted =
        MirrorRules.admit(FIRST, List.of(same, mirror, FIRST, mirror), List.of(), NamedBy.HTTPS);
    assertThat(admitted.sources()).containsExactly(FIRST, mirror);
    assertThat(admitted.refused()).isEmpty();
  }

  private static final FetchWish SECRETS =
      FetchWish.DEFAULT
          .headers(
              Headers.of(
                  "User-Agent",
                  "me",
                  "Cookie",
                  "a=b",
                  "Authorization",
                  "Bearer x",
                  "X-Token",
                  "y",
                  "Referer",
                  "https://example.org/account",
                  "accept",
                  "*/*"))
          .user("me:secret")
          .proxy("http://proxy:3128")
          .caFile(Path.of("ca.pem"))
          .maxSegments(3);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://m.example/f",
        "http://example.org/f",
        "https://example.org:444/f",
        "https://www.example.org/f",
        "no address",
      })
  void aStrangerIsToldNothingOfTheUser(String mirror) {
    FetchWish wish = MirrorRules.wishFor(SECRETS, FIRST, new Source(mirror, 1, null));
    assertThat(wish)
        .isEqualTo(SECRETS.headers(Headers.of("User-Agent", "me", "accept", "*/*")).user(null));
    assertThat(wish.proxy()).isEqualTo("http://proxy:3128");
  }

  @Test
  void theSameOriginIsNoStranger() {
    assertThat(MirrorRules.wishFor(SECRETS, FIRST, Source.of("https://EXAMPLE.org:443/other")))
        .isEqualTo(SECRETS);
  }
}
