package org.sluice.engine.checksum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.Checksum.Algorithm;
import org.sluice.engine.range.Span;

class OrderedDigestTest {
  private static final Set<Algorithm> ALL = EnumSet.allOf(Algorithm.class);

  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static List<Checksum> expected(byte[] file) throws Exception {
    List<Checksum> all = new ArrayList<>();
    for (Algorithm algorithm : Algorithm.values()) {
      byte[] hash = MessageDigest.getInstance(algorithm.jdkName()).digest(file);
      all.add(new Checksum(algorithm, HexFormat.of().formatHex(hash)));
    }
    return all;
  }

  private static ByteBuffer part(byte[] file, long from, long to, boolean direct) {
    byte[] some = Arrays.copyOfRange(file, (int) from, (int) to);
    return direct ? ByteBuffer.allocateDirect(some.length).put(some).flip() : ByteBuffer.wrap(some);
  }

  @Test
  void knowsTheHashesOfNothing() {
    assertThat(new OrderedDigest(Set.of(Algorithm.MD5, Algorithm.SHA_1)).finish(0))
        .containsExactly(
            new Checksum(Algorithm.MD5, "d41d8cd98f00b204e9800998ecf8427e"),
            new Checksum(Algorithm.SHA_1, "da39a3ee5e6b4b0d3255bfef95601890afd80709"));
  }

  /// Pieces of segments in any order, overlapping; what is not hashed on the way is read later.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void isTheHashOfTheFileInWhateverOrderItComes(long seed) throws Exception {
    Random random = new Random(seed);
    byte[] file = bytes(random, 1 + random.nextInt(50_000));
    OrderedDigest digest = new OrderedDigest(ALL);
    List<Span> parts = new ArrayList<>();
    for (int at = 0; at < file.length; ) {
      int to = Math.min(file.length, at + 1 + random.nextInt(5_000));
      parts.add(new Span(Math.max(0, at - random.nextInt(100)), to));
      at = to;
    }
    if (seed % 2 == 0) {
      Collections.shuffle(parts, random);
    }
    for (Span span : parts) {
      long before = digest.hashedTo();
      ByteBuffer some = part(file, span.from(), span.to(), random.nextBoolean());
      boolean hashed = digest.feed(span.from(), some);
      assertThat(some.hasRemaining()).isFalse();
      assertThat(hashed).as("seed %s", seed).isEqualTo(span.from() <= before);
      assertThat(digest.hashedTo()).isEqualTo(hashed ? Math.max(before, span.to()) : before);
    }
    if (seed % 2 == 1) {
      assertThat(digest.hashedTo()).as("seed %s: in order", seed).isEqualTo(file.length);
    }
    for (Span next = digest.nextToRead(file.length, 777);
        next != null;
        next = digest.nextToRead(file.length, 777)) {
      assertThat(next.length()).isLessThanOrEqualTo(777);
      assertThat(digest.feed(next.from(), part(file, next.from(), next.to(), true))).isTrue();
    }
    assertThat(digest.finish(file.length)).as("seed %s", seed).isEqualTo(expected(file));
  }

  @Test
  void doesNotFinishBeforeItsTime() {
    OrderedDigest digest = new OrderedDigest(Set.of(Algorithm.SHA_256));
    digest.feed(0, ByteBuffer.allocate(10));
    assertThatIllegalStateException()
        .isThrownBy(() -> digest.finish(11))
        .withMessage("10 of 11 bytes are hashed");
    assertThat(digest.nextToRead(10, 5)).isNull();
    assertThat(digest.nextToRead(12, 5)).isEqualTo(new Span(10, 12));
    assertThatIllegalArgumentException().isThrownBy(() -> digest.nextToRead(12, 0));
  }

  @Test
  void severalInOnePassAndTwiceInARow() {
    Digests digests = new Digests(Set.of(Algorithm.SHA_256, Algorithm.MD5));
    digests.update(ByteBuffer.wrap(new byte[] {'a'}));
    digests.update(ByteBuffer.wrap(new byte[] {'b', 'c'}));
    List<Checksum> abc = digests.finish();
    assertThat(abc)
        .containsExactly(
            new Checksum(Algorithm.MD5, "900150983cd24fb0d6963f7d28e17f72"),
            new Checksum(
                Algorithm.SHA_256,
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    digests.update(ByteBuffer.wrap(new byte[] {'a', 'b', 'c'}));
    assertThat(digests.finish()).isEqualTo(abc);
  }
}
