package org.sluice.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.name.Garbage;

class ContentDispositionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '`',
      textBlock =
          """
          attachment; filename=a.txt                               | attachment | a.txt   | -
          ATTACHMENT;FILENAME="a b.txt"                            | attachment | a b.txt | -
          inline; filename = "a;b=c.txt" ; size=3                  | inline     | a;b=c.txt | -
          attachment; filename="say \\"hi\\" \\\\ there"           | attachment | say "hi" \\ there | -
          attachment; filename="C:\\dir\\a.txt"                    | attachment | C:\\dir\\a.txt | -
          attachment; filename=no quotes at all.txt; x=y           | attachment | no quotes at all.txt | -
          filename="no type.txt"                                   | ``         | no type.txt | -
          attachment; filename=a; filename=b                       | attachment | a       | -
          attachment; filename*=UTF-8''%e2%82%ac%20rates           | attachment | -       | € rates
          attachment; filename*=utf-8'en'na%C3%AFve; filename="n"  | attachment | n       | naïve
          attachment; filename*=ISO-8859-1''%A3%20rates            | attachment | -       | £ rates
          attachment; filename*="UTF-8''quoted.txt"                | attachment | -       | quoted.txt
          attachment; filename*=UTF-8''%ff%fe; filename=plain      | attachment | plain   | -
          attachment; filename*=UTF-8''half%e; filename=plain      | attachment | plain   | -
          attachment; filename*=GBK''%c4%e3; filename=plain        | attachment | plain   | -
          attachment; filename*=no-charset; filename=plain         | attachment | plain   | -
          attachment; filename*=UTF-8''; filename=plain            | attachment | plain   | ``
          attachment; filename="caf%C3%A9.txt"                     | attachment | café.txt | -
          attachment; filename="100%25.txt"                        | attachment | 100%.txt | -
          attachment; filename="100% sure.txt"                     | attachment | 100% sure.txt | -
          attachment; filename="50%.txt"                           | attachment | 50%.txt | -
          attachment; filename="a%20b c.txt"                       | attachment | a%20b c.txt | -
          attachment; filename="bad%ffutf.txt"                     | attachment | bad%ffutf.txt | -
          attachment; filename="cafÃ©.txt"                         | attachment | café.txt | -
          attachment; filename="café.txt"                          | attachment | café.txt | -
          attachment; filename="=?UTF-8?B?4oKsLnR4dA==?="          | attachment | €.txt   | -
          attachment; filename="=?utf-8?Q?a_=E2=82=AC?= =?UTF-8?q?b?=" | attachment | a €b | -
          attachment; filename="=?UTF-8?B?broken"                  | attachment | =?UTF-8?B?broken | -
          attachment; filename=                                    | attachment | ``      | -
          attachment; filename                                     | attachment | -       | -
          attachment; filename="never ends                         | attachment | never ends | -
          attachment;;;; filename=x;                               | attachment | x       | -
          ;=;="";filename=x                                        | ``         | x       | -
          """)
  void readsWhatServersSend(String field, String type, String plain, String extended) {
    assertThat(ContentDisposition.parse(field))
        .isEqualTo(new ContentDisposition(type, plain, extended));
  }

  @Test
  void isBounded() {
    String late = "attachment" + "; a=b".repeat(40) + "; filename=late";
    assertThat(ContentDisposition.parse(late).fileName()).as("parameter 41").isNull();
    String huge = "attachment; filename=\"" + "x".repeat(1 << 20) + "\"";
    assertThat(ContentDisposition.parse(huge).fileName())
        .isNotNull()
        .hasSizeLessThan(ContentDisposition.MAX_LENGTH);
    String quotes = "a; filename=\"".repeat(100_000);
    assertThat(ContentDisposition.parse(quotes).type()).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void garbageIsReadToo(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 30_000; i++) {
      String field = Garbage.text(random, 3_000);
      ContentDisposition read = ContentDisposition.parse(field);
      assertThat(read.type()).as("type of \"%s\", seed %s", field, seed).doesNotContain(";");
      // with a name that is there, garbage behind it changes nothing
      String after = "attachment; filename=\"a.txt\"; " + field;
      assertThat(ContentDisposition.parse(after).fileName())
          .as("\"%s\", seed %s", after, seed)
          .isEqualTo("a.txt");
    }
  }
}
