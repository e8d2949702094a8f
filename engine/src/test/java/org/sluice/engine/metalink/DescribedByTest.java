package org.sluice.engine.metalink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Url;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.Checksum.Algorithm;
import org.sluice.engine.item.Source;
import org.sluice.engine.metalink.MirrorRules.NamedBy;

class DescribedByTest {
  private static final String RIGHT = "11".repeat(32);
  private static final String WRONG = "22".repeat(32);

  private static Url url(String text) {
    try {
      return Url.parse(text);
    } catch (TransferException e) {
      throw new AssertionError(e);
    }
  }

  private static Checksum sha(String hex) {
    return new Checksum(Algorithm.SHA_256, hex);
  }

  private static MetalinkFile file(String name, long size, String... hex) {
    return new MetalinkFile(
        name,
        size,
        List.of(Source.of("https://example.org/" + name)),
        Stream.of(hex).map(DescribedByTest::sha).toList(),
        null);
  }

  private static DescribedBy.Answer choose(long length, Checksum known, MetalinkFile... files) {
    return DescribedBy.choose(
        new Metalink(List.of(files), List.of()),
        length,
        "a.iso",
        known == null ? List.of() : List.of(known));
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.org/f, HTTPS, https://b.org/f.meta4, true",
    "https://a.org/f, HTTPS, http://a.org/f.meta4,  false",
    "http://a.org/f,  HTTP,  http://b.org/f.meta4,  true",
    "https://a.org/f, HTTP,  http://b.org/f.meta4,  true",
    "https://a.org/f, HTTPS, https://u:p@a.org/f,   false",
    "https://a.org/f, HTTPS, https://192.168.0.1/f, false",
    "http://a.org/f,  HTTP,  http://localhost/f,    false",
    "http://10.0.0.1/f, HTTP, http://10.0.0.2/f,    true",
  })
  void isAskedOnlyIfItComesAsSafely(String page, NamedBy by, String metalink, boolean asked) {
    assertThat(DescribedBy.toAsk(url(page), by, List.of(url(metalink))).isPresent())
        .isEqualTo(asked);
  }

  @Test
  void theFirstThatMayBeAskedIs() {
    Url good = url("https://b.org/f.meta4");
    assertThat(
            DescribedBy.toAsk(
                url("https://a.org/f"), NamedBy.HTTPS, List.of(url("http://a.org/f"), good)))
        .contains(good);
  }

  @Test
  void theOnlyFileIsTakenWhateverItsName() {
    MetalinkFile only = file("b.iso", 100, RIGHT);
    assertThat(choose(100, sha(RIGHT), only)).isEqualTo(new DescribedBy.Answer.Taken(only));
    assertThat(choose(-1, null, only)).isEqualTo(new DescribedBy.Answer.Taken(only));
    assertThat(choose(100, null, file("c.iso", -1))).isInstanceOf(DescribedBy.Answer.Taken.class);
  }

  @Test
  void anotherLengthOrHashIsAnotherFile() {
    assertThat(choose(101, null, file("a.iso", 100))).isInstanceOf(DescribedBy.Answer.Left.class);
    assertThat(choose(100, sha(RIGHT), file("a.iso", 100, WRONG)))
        .isInstanceOf(DescribedBy.Answer.Left.class);
  }

  @Test
  void ofSeveralTheNamedOneIsTaken() {
    MetalinkFile named = file("a.iso", 100);
    assertThat(choose(100, null, file("b.iso", 100), named))
        .isEqualTo(new DescribedBy.Answer.Taken(named));
    assertThat(choose(100, null, file("b.iso", 100), file("c.iso", 100)))
        .isInstanceOf(DescribedBy.Answer.Left.class);
    assertThat(choose(100, null, named, named)).isInstanceOf(DescribedBy.Answer.Left.class);
  }
}
