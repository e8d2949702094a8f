package org.sluice.engine.checksum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.checksum.ChecksumList.Entry;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.Checksum.Algorithm;

class ChecksumTextTest {
  private static final String HEX =
      "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03";
  private static final String BASE64 = "WJG1tSLV3whtD/CxEPvZ0hu0/HFjrzTQgoai6Eb2vgM=";
  private static final String MD5 = "b1946ac92492d2347c6235b4d2611184";
  private static final Checksum SHA_256 = new Checksum(Algorithm.SHA_256, HEX);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sha256:" + HEX,
        "SHA-256=" + HEX,
        "sha_256 : " + HEX,
        "sha2-256:" + HEX,
        HEX,
        "  " + HEX + "\n",
        "sha-256:" + BASE64,
        "sha256=" + BASE64,
        "sha256-" + BASE64,
        "sha256-WJG1tSLV3whtD/CxEPvZ0hu0/HFjrzTQgoai6Eb2vgM",
      })
  void readsWhatPeopleGive(String text) {
    assertThat(ChecksumText.parse(text)).isEqualTo(SHA_256);
    assertThat(ChecksumText.parse(text.replace(HEX, HEX.toUpperCase(Locale.ROOT))))
        .isEqualTo(SHA_256);
  }

  @ParameterizedTest
  @CsvSource({
    "32, MD5",
    "40, SHA_1",
    "56, SHA_224",
    "64, SHA_256",
    "96, SHA_384",
    "128, SHA_512",
  })
  void theNumberOfDigitsTells(int digits, Algorithm algorithm) {
    assertThat(ChecksumText.parse("0".repeat(digits)).algorithm()).isEqualTo(algorithm);
    Checksum checksum = new Checksum(algorithm, "a".repeat(digits));
    assertThat(ChecksumText.parse(checksum.toString())).as("as it is shown").isEqualTo(checksum);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "sha-256",
        "sha-256:",
        "sha-256:12",
        "md5:" + HEX,
        "sha-512:" + BASE64,
        "blake3:" + HEX,
        "000000000000000000000000000000000",
        "sha-256:sha-256:" + HEX,
        "sha-256:zz91b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03",
        HEX + " name",
      })
  void saysWhatItDoesNotUnderstand(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChecksumText.parse(text))
        .satisfies(e -> assertThat(e.getMessage()).startsWith("\""));
    assertThatIllegalArgumentException().isThrownBy(() -> ChecksumText.parse("0".repeat(2_000)));
  }

  @Test
  void readsListsOfBothForms() {
    ChecksumList list =
        ChecksumList.parse(
            """
            \uFEFF# a comment
            -----BEGIN PGP SIGNED MESSAGE-----
            Hash: SHA256

            %1$s  a.iso
            %1$s *folder/b.iso
            SHA256 (c (1).iso) = %1$s
            SHA2-256(d.iso)= %1$s
            \\%1$s  new\\nline\\\\.iso
            %2$s  a.iso
            %2$s a b.iso\r
            BLAKE2b (e) = %1$s
            SHA256 (f) = %2$s
            this is no line
            """
                .formatted(HEX, MD5));
    Checksum md5 = new Checksum(Algorithm.MD5, MD5);
    assertThat(list.entries())
        .containsExactly(
            new Entry("a.iso", SHA_256),
            new Entry("folder/b.iso", SHA_256),
            new Entry("c (1).iso", SHA_256),
            new Entry("d.iso", SHA_256),
            new Entry("new\nline\\.iso", SHA_256),
            new Entry("a.iso", md5),
            new Entry("a b.iso", md5));
    assertThat(list.notes())
        .containsExactly(
            "Line 12 is no checksum that is known here",
            "Line 13 is no checksum that is known here",
            "Line 14 is no checksum that is known here");
    assertThat(list.of("a.iso")).containsExactly(SHA_256, md5);
    assertThat(list.of("b.iso")).containsExactly(SHA_256);
    assertThat(list.of("z.iso")).isEmpty();
  }

  @Test
  void listsAreBounded() {
    ChecksumList many = ChecksumList.parse((MD5 + "  a\n").repeat(100_010));
    assertThat(many.entries()).hasSize(ChecksumList.MOST_ENTRIES);
    assertThat(many.notes()).hasSize(1);
    assertThat(ChecksumList.parse("x\n".repeat(5_000)).notes()).hasSize(ChecksumList.MOST_NOTES);
    ChecksumList huge = ChecksumList.parse("SHA256 (" + ")".repeat(9 << 20));
    assertThat(huge.entries()).isEmpty();
    assertThat(huge.notes()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anyGarbageIsAnswered(long seed) {
    Random random = new Random(seed);
    List<String> valid =
        List.of("sha256:" + HEX, HEX + "  *a.iso", "SHA256 (a) = " + HEX, "sha256-" + BASE64);
    for (int round = 0; round < 3_000; round++) {
      StringBuilder text = new StringBuilder(valid.get(random.nextInt(4)));
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(0x180));
      }
      assertThat(ChecksumList.parse(text.toString()).entries().size())
          .as("seed %s: %s", seed, text)
          .isLessThan(5);
      try {
        assertThat(ChecksumText.parse(text.toString()).hex()).isNotEmpty();
      } catch (IllegalArgumentException e) {
        assertThat(e.getMessage()).as("seed %s: %s", seed, text).startsWith("\"");
      }
    }
  }
}
