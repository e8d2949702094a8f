package org.sluice.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentDispositionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          attachment; filename="report.txt"                       | report.txt
          attachment; filename=report.txt                         | report.txt
          ATTACHMENT; FILENAME = "a; b.txt" ; size=3              | a; b.txt
          inline; filename="say \\"hi\\".txt"                     | say "hi".txt
          attachment; filename="C:\\temp\\x.txt"                  | C:\\temp\\x.txt
          attachment; filename*=UTF-8''%E2%82%AC%20rates.txt      | € rates.txt
          attachment; filename="a"; filename*=utf-8'en'b%20c      | b c
          attachment; filename*=iso-8859-1''na%EFve.txt           | naïve.txt
          attachment; filename*=UTF-8''%E2%82; filename="ok"      | ok
          attachment; filename*=koi8-r''%C1; filename="ok"        | ok
          attachment; filename="100%25.txt"                       | 100%.txt
          attachment; filename="100% sure.txt"                    | 100% sure.txt
          attachment; filename="100%.txt"                         | 100%.txt
          attachment; filename="one"; filename="two"              | one
          attachment; nonsense; filename="x"                      | x
          attachment; filename="open                              | open
          """)
  void aNameIsFound(String value, String name) {
    assertThat(ContentDisposition.fileName(value)).contains(name);
  }

  @Test
  void rawUtf8IsUnderstood() {
    byte[] utf8 = "prüfung.txt".getBytes(StandardCharsets.UTF_8);
    String arrived = new String(utf8, StandardCharsets.ISO_8859_1);
    assertThat(ContentDisposition.fileName("attachment; filename=\"" + arrived + "\""))
        .contains("prüfung.txt");
  }

  @ParameterizedTest
  @CsvSource({"attachment", "attachment; filename=", "attachment; filename=\"\"", "''", "'=;=;;'"})
  void noNameIsNone(String value) {
    assertThat(ContentDisposition.fileName(value)).isEmpty();
  }
}
