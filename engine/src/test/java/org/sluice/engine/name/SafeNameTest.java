package org.sluice.engine.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "plain.txt|plain.txt",
        "../../etc/passwd|passwd",
        "C:\\Windows\\system32\\a.dll|a.dll",
        "a/b\\c|c",
        "file:stream|file_stream",
        "a<b>c\"d*e?f.txt|a_b_c_d_e_f.txt",
        "name. . .|name",
        "  .hidden|hidden",
        "CON|_CON",
        "con.txt|_con.txt",
        "Aux .tar.gz|_Aux .tar.gz",
        "COM1|_COM1",
        "COM¹.log|_COM¹.log",
        "lpt³|_lpt³",
        "COM10|COM10",
        "COMX|COMX",
        "CONIN$|_CONIN$",
        "conout$.txt|_conout$.txt",
        "console|console",
        "tab\tand\u0007bell|tabandbell",
        "c1\u0085x|c1x",
        "exe\u202Efdp.txt|exefdp.txt",
        "a\u2066b\u2069c|abc",
        "zero\u200Bwidth\u200D\uFEFF|zerowidth",
        "cafe\u0301.txt|café.txt",
        "e\u200B\u0301|é",
        "hidden\u3164.exe|hidden.exe",
        "no\u00A0break\u00A0|no\u00A0break",
        "dots...in.the.middle|dots...in.the.middle",
        "\uD83D\uDE00.png|\uD83D\uDE00.png",
        "half\uD83D.png|half.png"
      })
  void makesNamesSafe(String given, String expected) {
    assertThat(SafeName.of(given)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "..", "...", "a/", "\\", "/", "\u202E", "\0", " . . "})
  void ofNothingNothingIsLeft(String given) {
    assertThat(SafeName.of(given)).isNull();
  }

  @Test
  void numbersStandBeforeTheExtension() {
    assertThat(SafeName.numbered("a.tar.gz", 0)).isEqualTo("a.tar.gz");
    assertThat(SafeName.numbered("a.tar.gz", 2)).isEqualTo("a (2).tar.gz");
    assertThat(SafeName.next("a.txt")).isEqualTo("a (1).txt");
    assertThat(SafeName.next("a (1).txt")).isEqualTo("a (2).txt");
    assertThat(SafeName.next("a (999).txt")).isEqualTo("a (1000).txt");
    assertThat(SafeName.next("report (2024).pdf")).isEqualTo("report (2024) (1).pdf");
    assertThat(SafeName.next("a ()")).isEqualTo("a () (1)");
    assertThat(SafeName.next("a (x).txt")).isEqualTo("a (x) (1).txt");
  }

  @Test
  void longNamesKeepTheirExtension() {
    String name = SafeName.of("\uD83D\uDE00".repeat(200) + ".tar.zst");
    assertThat(name).isNotNull().endsWith("\uDE00.tar.zst");
    assertThat(bytes(name)).isBetween(SafeName.MAX_BYTES - 3, SafeName.MAX_BYTES);
    assertThat(SafeName.shortened("a b c.txt", 6)).isEqualTo("a.txt");
    String noExtension = SafeName.of("x." + "y".repeat(300));
    assertThat(bytes(noExtension)).isEqualTo(SafeName.MAX_BYTES);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whateverComesTheNameIsSafe(long seed, @TempDir Path folder) throws Exception {
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      String given = Garbage.text(random, 400);
      String name = SafeName.of(given);
      if (name == null) {
        continue;
      }
      String what = "of \"" + given + "\", seed " + seed;
      assertThat(SafeName.of(name)).as("again " + what).isEqualTo(name);
      assertThat(bytes(name)).as(what).isBetween(1, SafeName.MAX_BYTES);
      assertThat(name).as(what).doesNotContainPattern("[/\\\\:*?\"<>|\\p{Cc}\\p{Cf}]");
      assertThat(Normalizer.isNormalized(name, Normalizer.Form.NFC)).as(what).isTrue();
      assertThat(name).as(what).doesNotEndWith(".").doesNotEndWith(" ").doesNotStartWith(".");
      Path file = folder.resolve(SafeName.numbered(name, 9_999) + ".part.old-999");
      assertThat(file.getParent()).as(what).isEqualTo(folder);
      if (i % 50 == 0) {
        Files.delete(Files.createFile(file)); // the file system takes it too
      }
    }
  }

  private static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }
}
