package org.sluice.engine.checksum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.checksum.DigestFields.Found;
import org.sluice.engine.http.Headers;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.Checksum.Algorithm;

class DigestFieldsTest {
  private static final String SHA_256_HEX =
      "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03";

  /// `hello\n`
  private static final Checksum SHA_256 = new Checksum(Algorithm.SHA_256, SHA_256_HEX);

  private static final String SHA_256_BASE64 = base64(SHA_256);
  private static final Checksum MD5 =
      new Checksum(Algorithm.MD5, "b1946ac92492d2347c6235b4d2611184");
  private static final Checksum SHA_512 = new Checksum(Algorithm.SHA_512, "0f".repeat(64));

  private static String base64(Checksum checksum) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(checksum.hex()));
  }

  private static Found of(String... fields) {
    return DigestFields.of(200, Headers.of(fields));
  }

  @Test
  void readsAllThreeAndPutsTheStrongestFirst() {
    Found found =
        of(
            "content-md5",
            base64(MD5),
            "Repr-Digest",
            "sha-256=:" + SHA_256_BASE64 + ":, sha-512=:" + base64(SHA_512) + ":",
            "Digest",
            "MD5=" + base64(MD5) + ",SHA-256=" + SHA_256_BASE64);
    assertThat(found.checksums()).containsExactly(SHA_512, SHA_256, MD5);
    assertThat(found.notes()).isEmpty();
  }

  @Test
  void noFieldsSayNothing() {
    assertThat(of("Content-Digest", "sha-256=:" + SHA_256_BASE64 + ":"))
        .isEqualTo(new Found(List.of(), List.of()));
  }

  @Test
  void lineByLineIsOneField() {
    Found found =
        of(
            "Repr-Digest",
            "sha-256=:" + SHA_256_BASE64 + ":;x=1",
            "Repr-Digest",
            "md5=:" + base64(MD5) + ":",
            "Digest",
            "md5=" + base64(MD5),
            "Digest",
            "unixsum=30637");
    assertThat(found.checksums()).containsExactly(SHA_256, MD5);
    assertThat(found.notes()).containsExactly("Digest: unixsum is not known here");
  }

  @Test
  void contentMd5IsOfTheWholeFileOnlyInAWholeAnswer() {
    Headers headers = Headers.of("Content-MD5", base64(MD5));
    assertThat(DigestFields.of(200, headers).checksums()).containsExactly(MD5);
    Found part = DigestFields.of(206, headers);
    assertThat(part.checksums()).isEmpty();
    assertThat(part.notes()).singleElement().asString().contains("206");
  }

  /// `@` stands for the right hash.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sha-256=:@:",
        "  sha-256=:@:  ",
        "crc32c=:AAAAAA==:, sha-256=:@:",
        "sha-256=:@:;a;b=1;c=\"x\\\"y\";d=?0;e=tok*en/x;f=-1.5;g=:AA==:;h=@1659578233;i=%\"f%c3%bc\"",
        "a=(1 2 \"x\";y=2 tok);z, b=?1, c, d=1.123, sha-256=:@:",
        "a=(), b=(  1  ), sha-256=:@:",
        "a=*x,\t sha-256=:@:",
        "sha-256=:AAAA:,sha-256=:@:",
        "sha-256=5, sha-256=:@:",
      })
  void readsTheWholeGrammar(String field) {
    assertThat(of("Repr-Digest", field.replace("@:", SHA_256_BASE64 + ":")).checksums())
        .containsExactly(SHA_256);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sha-256=:@:,",
        "sha-256=:@: x",
        "sha-256=:@",
        "sha-256=@",
        "sha-256=:@:;",
        "sha-256=:@:;A",
        "Sha-256=:@:",
        ", sha-256=:@:",
        "sha-256=:@:,, a=1",
        "sha-256 =:@:",
        "sha-256= :@:",
        "sha-256=:!!!!:, sha-256=:@:",
        "a=(1, sha-256=:@:",
        "a=(1)2, sha-256=:@:",
        "a=(1\t2), sha-256=:@:",
        "a=((1)), sha-256=:@:",
        "a=1., sha-256=:@:",
        "a=1.1234, sha-256=:@:",
        "a=1234567890123456, sha-256=:@:",
        "a=--1, sha-256=:@:",
        "a=?2, sha-256=:@:",
        "a=@1.5, sha-256=:@:",
        "a=\"x, sha-256=:@:",
        "a=\"\\x\", sha-256=:@:",
        "a=%\"%C3\", sha-256=:@:",
        "a=é, sha-256=:@:",
      })
  void aWrongFieldIsPassedByWholeWithANote(String field) {
    Found found = of("Repr-Digest", field.replace("@", SHA_256_BASE64));
    assertThat(found.checksums()).isEmpty();
    assertThat(found.notes()).singleElement().asString().startsWith("Repr-Digest was passed by: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Repr-Digest | sha-256=:AAAA: | the value of sha-256 is none of its length",
        "Repr-Digest | sha-256 | the value of sha-256 is none of its length",
        "Repr-Digest | sha-999=:AAAA: | sha-999 is not known here",
        "Digest | sha-256=AAAA | the value of sha-256 is none of its length",
        "Digest | sha-256=" + SHA_256_HEX + " | the value of sha-256 is none of its length",
        "Digest | sha-256 | no value in \"sha-256\"",
        "Digest | sha-256=!! | the value of sha-256 is none of its length",
        "Digest | id-sha-256=AAAA | id-sha-256 is not known here",
        "Content-MD5 | xyz! | the value of md5 is none of its length",
      })
  void aWrongMemberIsPassedByWithANote(String name, String value, String note) {
    Found found = of(name, value);
    assertThat(found.checksums()).isEmpty();
    assertThat(found.notes()).singleElement().asString().contains(note);
  }

  @Test
  void isBounded() {
    assertThat(of("Repr-Digest", "a,".repeat(10_000)).notes()).hasSize(1);
    assertThat(of("Repr-Digest", "a" + ";b".repeat(2_000)).notes().getFirst()).contains("1024");
    StringBuilder many = new StringBuilder("a");
    for (int i = 0; i < 200; i++) {
      many.append(",a").append(i);
    }
    assertThat(of("Repr-Digest", many.toString()).notes().getFirst()).contains("128");
    assertThat(of("Digest", "x=1,".repeat(10_000)).notes()).hasSize(1);
    assertThat(of("Digest", "x=1,".repeat(1_000)).notes()).hasSize(DigestFields.MOST_NOTES);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void anyGarbageIsAnswered(long seed) {
    Random random = new Random(seed);
    String valid = "sha-256=:" + SHA_256_BASE64 + ":;x=1, a=(1 \"b\";c), d=?1, md5=:AA==:";
    String letters = "=:;,()\"\\?@%* \t-.aZ09é\u0080~";
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder(valid);
      for (int i = 1 + random.nextInt(4); i > 0; i--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, letters.charAt(random.nextInt(letters.length())));
          case 1 -> text.insert(at, letters.charAt(random.nextInt(letters.length())));
          default -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(9)));
        }
        if (text.isEmpty()) {
          text.append('x');
        }
      }
      for (String name : List.of("Repr-Digest", "Digest", "Content-MD5")) {
        assertThatCode(() -> of(name, text.toString()))
            .as("seed %s: %s", seed, text)
            .doesNotThrowAnyException();
      }
    }
  }
}
