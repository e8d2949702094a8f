package org.sluice.engine.checksum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.item.Checksum.Algorithm;
import org.sluice.engine.item.PieceHashes;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

class PieceCheckTest {
  private static PieceHashes hashes(byte[] file, int pieceLength) throws Exception {
    List<String> hex = new ArrayList<>();
    for (int from = 0; from < file.length; from += pieceLength) {
      byte[] piece = Arrays.copyOfRange(file, from, Math.min(file.length, from + pieceLength));
      hex.add(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(piece)));
    }
    return new PieceHashes(Algorithm.SHA_1, pieceLength, hex);
  }

  /// A file with random damage is mended by the pieces that the check names, and by no others.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void namesTheBrokenPiecesAndNoOthers(long seed) throws Exception {
    Random random = new Random(seed);
    byte[] file = new byte[1 + random.nextInt(20_000)];
    random.nextBytes(file);
    int pieceLength = 1 + random.nextInt(2_000);
    PieceHashes hashes = hashes(file, pieceLength);
    byte[] damaged = file.clone();
    TreeSet<Integer> hurt = new TreeSet<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      int at = random.nextInt(file.length);
      damaged[at] ^= 1;
      if (!hurt.remove(at)) {
        hurt.add(at);
      }
    }
    List<Span> expected = new ArrayList<>();
    hurt.forEach(at -> expected.add(hashes.piece(at / pieceLength, file.length)));
    PieceCheck check = new PieceCheck(hashes, file.length);
    assertThat(check.unknown()).isEqualTo(Spans.of(new Span(0, file.length)));
    for (int from = 0; from < file.length; ) {
      int to = Math.min(file.length, from + 1 + random.nextInt(3_000));
      check.feed(from, ByteBuffer.wrap(damaged, from, to - from));
      from = to;
    }
    assertThat(check.broken()).as("seed %s", seed).isEqualTo(Spans.of(expected));
    assertThat(check.good()).isEqualTo(check.broken().gaps(file.length));
    assertThat(check.unknown().isEmpty()).isTrue();
    for (Span span : check.broken().spans()) {
      int length = Math.toIntExact(span.length());
      check.feed(span.from(), ByteBuffer.wrap(file, Math.toIntExact(span.from()), length));
    }
    assertThat(check.broken().isEmpty()).as("seed %s: mended", seed).isTrue();
  }

  @Test
  void looksOnlyAtWholePieces() throws Exception {
    byte[] file = new byte[100];
    PieceCheck check = new PieceCheck(hashes(file, 30), 100);
    check.feed(10, ByteBuffer.wrap(file, 10, 60));
    assertThat(check.good()).as("from the middle of one").isEqualTo(Spans.of(new Span(30, 60)));
    check.feed(70, ByteBuffer.wrap(file, 70, 20));
    assertThat(check.good()).as("in a row").isEqualTo(Spans.of(new Span(30, 90)));
    check.feed(0, ByteBuffer.wrap(file, 0, 20));
    check.feed(21, ByteBuffer.wrap(file, 21, 9));
    check.feed(90, ByteBuffer.wrap(file, 90, 10));
    assertThat(check.unknown()).as("with a gap").isEqualTo(Spans.of(new Span(0, 30)));
    assertThat(check.broken().isEmpty()).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> check.feed(95, ByteBuffer.allocate(6)))
        .withMessageContaining("100");
  }

  @Test
  void hashesAreChecked() throws Exception {
    PieceHashes hashes = hashes(new byte[100], 30);
    assertThat(hashes.count()).isEqualTo(4);
    assertThat(hashes.fits(91)).isTrue();
    assertThat(hashes.fits(90)).isFalse();
    assertThat(hashes.fits(120)).isTrue();
    assertThat(hashes.fits(121)).isFalse();
    assertThat(hashes.fits(0)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new PieceCheck(hashes, 90));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PieceHashes(Algorithm.MD5, 30, hashes.hex()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PieceHashes(Algorithm.SHA_1, 0, hashes.hex()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PieceHashes(Algorithm.SHA_1, 1, List.of()));
  }
}
