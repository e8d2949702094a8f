package org.sluice.app.curl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Words as shells make them.
class ShellWordsTest {
  @Test
  void aBrowsersLineForBash() throws Exception {
    String line =
        """
        curl 'https://h/a?b=1&c=2' \\
          -H 'accept: */*' \\
          -H $'x: it\\'s \\u00e4\\x41\\n' \\
          --data-raw "a \\"b\\" \\$c" --compressed # done
        """;
    assertThat(ShellWords.ofCurl(line))
        .containsExactly(
            "https://h/a?b=1&c=2",
            "-H",
            "accept: */*",
            "-H",
            "x: it's äA\n",
            "--data-raw",
            "a \"b\" $c",
            "--compressed");
  }

  @Test
  void aBrowsersLineForWindows() throws Exception {
    String line =
        "curl ^\"https://h/a?b=1^&c=2^\" ^\r\n  -H ^\"accept: */*^\" ^\r\n"
            + "  --data-raw ^\"a ^\\^\"b^\\^\" ^%^\"";
    assertThat(ShellWords.ofCurl(line))
        .containsExactly("https://h/a?b=1&c=2", "-H", "accept: */*", "--data-raw", "a \"b\" %");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$ curl http://h/", "curl.exe http://h/", "/usr/bin/curl http://h/ | sh",
        "http_proxy=x sudo curl http://h/ > file", "http://h/", "curl http://h/ && rm x"
      })
  void whatBelongsToTheShellIsLeftOut(String line) throws Exception {
    assertThat(ShellWords.ofCurl(line)).containsExactly("http://h/");
  }

  @Test
  void anOpenQuoteIsRefused() {
    assertThatThrownBy(() -> ShellWords.ofCurl("curl 'http://h/"))
        .isInstanceOf(UsageException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatIsQuotedComesBack(long seed) throws Exception {
    Random random = new Random(seed);
    String alphabet = "ab'\"\\$`!~*?[]{}()<>|&;# \t\n\r\u0001\u007fäß€^%=:,./-";
    for (int round = 0; round < 200; round++) {
      List<String> words = new ArrayList<>(List.of("-x"));
      for (int i = 0; i < random.nextInt(5); i++) {
        StringBuilder word = new StringBuilder();
        for (int n = random.nextInt(12); n > 0; n--) {
          word.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        words.add(word.toString());
      }
      String line = ShellQuote.line(words);
      if (!ShellWords.isForWindows(line)) {
        assertThat(BashWords.split(line)).as("seed %d: %s", seed, line).isEqualTo(words);
      }
    }
  }
}
