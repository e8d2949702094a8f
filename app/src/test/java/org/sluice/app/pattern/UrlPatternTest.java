package org.sluice.app.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlPatternTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://h/a[1-3]           | http://h/a1 http://h/a2 http://h/a3",
        "http://h/[08-10]          | http://h/08 http://h/09 http://h/10",
        "http://h/[0-100:50]       | http://h/0 http://h/50 http://h/100",
        "http://h/[0-100:60]       | http://h/0 http://h/60",
        "http://h/[7-7]            | http://h/7",
        "http://h/[a-c]            | http://h/a http://h/b http://h/c",
        "http://h/[A-E:2]          | http://h/A http://h/C http://h/E",
        "http://{x,yy}.org/        | http://x.org/ http://yy.org/",
        "http://h/{a,}b            | http://h/ab http://h/b",
        "http://h/[1-2]{a,b}       | http://h/1a http://h/1b http://h/2a http://h/2b",
        "http://[::1]/[1-2]        | http://[::1]/1 http://[::1]/2",
        "http://[fe80::1%25lo]/x   | http://[fe80::1%25lo]/x",
        "http://u@[::1]:80/x       | http://u@[::1]:80/x",
        "http://h/?a[]=1           | http://h/?a[]=1",
        "http://h/\\[1-2\\]        | http://h/[1-2]",
        "http://h/\\{x\\}          | http://h/{x}",
        "http://h/{a\\,b,c\\}}     | http://h/a,b http://h/c}",
        "http://h/plain            | http://h/plain",
        "http://h/a\\b             | http://h/a\\b",
      })
  void standsFor(String pattern, String addresses) {
    assertThat(urls(UrlPattern.parse(pattern))).containsExactly(addresses.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "http://h/[1-2, is not closed (at character 10)",
    "http://h/1-2], nothing that this \"]\" closes (at character 13)",
    "http://h/}, nothing that this \"}\" closes",
    "'http://h/{a,b', is not closed (at character 10)",
    "http://h/{}, nothing between these braces",
    "'http://h/{a,[1-2]}', inside of braces",
    "'http://h/{a,{b}}', inside of braces",
    "http://h/[2-1], goes backwards",
    "http://h/[z-a], goes backwards",
    "http://h/[a-Z], is not a range",
    "http://h/[1-5:0], a step of 0",
    "http://h/[1-5:5], a step of 5",
    "http://h/[1-1:2], a step of 2",
    "http://h/?filter[name]=x, is not a range",
    "http://h/[1-1000000], more than 100000 addresses",
    "http://h/[1-1000][1-1000], more than 100000 addresses",
    "http://h/[1-999999999999999999][1-999999999999999999], more than 100000 addresses",
    "http://h/[1-99999999999999999999], is not a range",
  })
  void refuses(String pattern, String words) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UrlPattern.parse(pattern))
        .withMessageContaining(words);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyCombinationOnceWithTheLastChangingFastest(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      StringBuilder pattern = new StringBuilder();
      List<String> expected = new ArrayList<>(List.of(""));
      for (int part = random.nextInt(5); part >= 0; part--) {
        List<String> values = new ArrayList<>();
        pattern.append(randomPart(random, values));
        List<String> longer = new ArrayList<>();
        for (String prefix : expected) {
          values.forEach(value -> longer.add(prefix + value));
        }
        expected = longer;
      }
      String as = pattern + ", seed " + seed;
      UrlPattern parsed = UrlPattern.parse(pattern.toString());
      assertThat(parsed.count()).as(as).isEqualTo(expected.size());
      assertThat(urls(parsed)).as(as).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void whateverIsTypedIsReadOrRefused(long seed) {
    Random random = new Random(seed);
    String alphabet = "[]{},-:\\019azAZ#/%";
    int read = 0;
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        UrlPattern pattern = UrlPattern.parse(text.toString());
        assertThat(pattern.count()).as("%s, seed %s", text, seed).isBetween(1L, UrlPattern.MOST);
        pattern.address(pattern.count() - 1);
        read++;
      } catch (IllegalArgumentException e) {
        assertThat(e).as("%s, seed %s", text, seed).message().isNotBlank();
      }
    }
    assertThat(read).as("patterns among the nonsense").isPositive();
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void whatIsEscapedStaysAsItIs(long seed) {
    Random random = new Random(seed);
    String alphabet = "[]{},-:019az#/%";
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      StringBuilder escaped = new StringBuilder();
      for (int i = random.nextInt(12); i > 0; i--) {
        char c = alphabet.charAt(random.nextInt(alphabet.length()));
        text.append(c);
        escaped.append("[]{}".indexOf(c) >= 0 ? "\\" + c : c);
      }
      assertThat(urls(UrlPattern.parse(escaped.toString())))
          .as("%s, seed %s", escaped, seed)
          .containsExactly(text.toString());
    }
  }

  @Test
  void namesAreMadeOfTheValues() {
    UrlPattern pattern = UrlPattern.parse("http://h/[01-02]/{a,b}");
    List<String> values = pattern.address(2).values();
    assertThat(values).containsExactly("02", "a");
    assertThat(NameTemplate.fill("#2-#1.bin", values, Map.of())).isEqualTo("a-02.bin");
    assertThat(NameTemplate.fill("#3 # #0 #x##1", values, Map.of())).isEqualTo("#3 # #0 #x#02");
    assertThat(NameTemplate.fill("plain", values, Map.of())).isEqualTo("plain");
  }

  @ParameterizedTest
  @CsvSource({
    "'[1-2]{a,b}', '#1#2', true",
    "'[1-2]{a,b}', '#1', false",
    "'[1-2]{a}', '#1', true",
    "'[1-2]', 'x', false",
    "'[1-2]', '#12', false",
    "'x', 'x', true"
  })
  void namesThatWouldBeTheSameAreFound(String pattern, String template, boolean apart) {
    assertThat(UrlPattern.parse(pattern).isToldApartBy(template)).isEqualTo(apart);
  }

  private static String randomPart(Random random, List<String> values) {
    switch (random.nextInt(4)) {
      case 0 -> {
        values.add("x/" + random.nextInt(10));
        return values.getFirst();
      }
      case 1 -> {
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
          values.add("v" + random.nextInt(100));
        }
        return "{" + String.join(",", values) + "}";
      }
      case 2 -> {
        int from = random.nextInt(120);
        int step = 1 + random.nextInt(4);
        int to = from + step + random.nextInt(5);
        boolean padded = random.nextBoolean();
        for (int i = from; i <= to; i += step) {
          values.add(padded ? String.format("%04d", i) : Integer.toString(i));
        }
        return padded
            ? String.format("[%04d-%d:%d]", from, to, step)
            : String.format("[%d-%d:%d]", from, to, step);
      }
      default -> {
        char from = (char) ('a' + random.nextInt(20));
        char to = (char) (from + random.nextInt(6));
        for (char c = from; c <= to; c++) {
          values.add(Character.toString(c));
        }
        return "[" + from + "-" + to + "]";
      }
    }
  }

  private static List<String> urls(UrlPattern pattern) {
    return LongStream.range(0, pattern.count()).mapToObj(i -> pattern.address(i).url()).toList();
  }

  @Test
  void aPartMayHaveAName() {
    UrlPattern pattern = UrlPattern.parse("http://h/{<kind>a,b}[<no>7-8]");
    UrlPattern.Address last = pattern.address(3);
    assertThat(last.url()).isEqualTo("http://h/b8");
    assertThat(NameTemplate.fill("#<no>-#<kind>-#1", last.values(), last.named()))
        .isEqualTo("8-b-b");
    assertThat(pattern.isToldApartBy("#<no>-#1")).isTrue();
    assertThat(pattern.isToldApartBy("#<no>")).isFalse();
    assertThat(UrlPattern.parse("{<>a,b}{<a,b}").address(0).url()).isEqualTo("<>a<a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://h/[2-1] | bad range in position 15:",
        "http://h/{<a>x}{<a>y} | Duplicate glob name in position 19:",
        "http://h/{a}{b | unmatched brace in position 14:",
        "http://h/] | unmatched close brace/bracket in position 10:",
        "http://h/[_] | bad range specification in position 13:",
      })
  void saysWhatIsWrongInCurlsWordsToo(String text, String words) {
    PatternException found = assertThrows(PatternException.class, () -> UrlPattern.parse(text));
    assertThat(found.inCurlsWords(text)).startsWith(words + "\n" + text + "\n").endsWith(" ^");
  }

  @Test
  void aNameThatThereIsNotIsRefused() {
    PatternException found =
        assertThrows(
            PatternException.class, () -> NameTemplate.fill("x/#<no>", List.of("1"), Map.of()));
    assertThat(found.inCurlsWords("x/#<no>"))
        .isEqualTo("no glob exists with this name in position 7:\nx/#<no>\n      ^");
  }

  @Test
  void tooManyPartsAreRefused() {
    PatternException found =
        assertThrows(PatternException.class, () -> UrlPattern.parse("{a}b".repeat(200)));
    assertThat(found.inCurlsWords("{a}b")).startsWith("too many {} sets in position ");
  }
}
