package org.sluice.engine.metalink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.Url;
import org.sluice.engine.item.Source;

@Timeout(60)
class MirrorLinksTest {
  private static MirrorLinks of(String... links) throws TransferException {
    String[] fields = new String[links.length * 2];
    for (int i = 0; i < links.length; i++) {
      fields[2 * i] = "Link";
      fields[2 * i + 1] = links[i];
    }
    return MirrorLinks.of(Headers.of(fields), Url.parse("https://www.example.com/dir/example.ext"));
  }

  /// After the example of RFC 6249, 1.1.
  @Test
  void readsTheExampleOfTheStandard() throws TransferException {
    MirrorLinks links =
        of(
            "<http://www2.example.com/example.ext>; rel=duplicate",
            "<ftp://ftp.example.com/example.ext>; rel=duplicate",
            "<http://example.com/example.ext.torrent>; rel=describedby;"
                + " type=\"application/x-bittorrent\"",
            "<http://example.com/example.ext.meta4>; rel=describedby;"
                + " type=\"application/metalink4+xml\"",
            "<http://example.com/example.ext.asc>; rel=describedby;"
                + " type=\"application/pgp-signature\"");
    assertThat(links.mirrors())
        .containsExactly(new Source("http://www2.example.com/example.ext", Source.LAST, null));
    assertThat(links.metalinks())
        .extracting(Url::toString)
        .containsExactly("http://example.com/example.ext.meta4");
    assertThat(links.notes()).singleElement().asString().contains("ftp");
  }

  @Test
  void readsPriorityAndCountryAndResolves() throws TransferException {
    MirrorLinks links =
        of(
            "<https://c.example/e>; rel=\"Duplicate nofollow\"; pri=3; geo=GB; pref, <../m/e>"
                + " ;rel = duplicate;pri=\"1\";depth=2,</m2/e>;rel=duplicate;pri=2;geo=xxx",
            "<https://www.example.com/dir/example.ext>; rel=duplicate; pri=1",
            "<https://c.example/e>; rel=duplicate; pri=1",
            "<example.meta4>; type=\"application/metalink4+xml; charset=x\"; REL=describedby",
            "<https://d.example/e>; rel=duplicate; anchor=\"/other\"",
            "<https://e.example/e>; rel=next",
            "<https://f.example/e>; rel=duplicate; pri=0");
    assertThat(links.mirrors())
        .containsExactly(
            new Source("https://www.example.com/m/e", 1, null),
            new Source("https://www.example.com/m2/e", 2, null),
            new Source("https://c.example/e", 3, "gb"),
            new Source("https://f.example/e", Source.LAST, null));
    assertThat(links.metalinks())
        .extracting(Url::toString)
        .containsExactly("https://www.example.com/dir/example.meta4");
    assertThat(links.notes()).isEmpty();
  }

  @Test
  void parsesParametersOfAllForms() {
    assertThat(
            LinkParser.parse(
                List.of(
                    "<a>;x=\"1,2;3>\\\"4\\\\\";x=9; Y ;z=, ,<b,c>",
                    "<d> junk ; rel=x, <e>",
                    "no link, <f>",
                    "<g",
                    "<h>;t=\"open")))
        .containsExactly(
            new WebLink("a", Map.of("x", "1,2;3>\"4\\", "y", "", "z", "")),
            new WebLink("b,c", Map.of()),
            new WebLink("d", Map.of()),
            new WebLink("e", Map.of()),
            new WebLink("h", Map.of("t", "open")));
  }

  @Test
  void isBounded() throws TransferException {
    assertThat(LinkParser.parse(List.of("<a>,".repeat(10_000)))).hasSize(LinkParser.MOST_LINKS);
    StringBuilder parameters = new StringBuilder("<a>");
    for (int i = 0; i < 1_000; i++) {
      parameters.append(";p").append(i);
    }
    assertThat(LinkParser.parse(List.of(parameters.toString())).getFirst().parameters())
        .hasSize(LinkParser.MOST_PARAMETERS);
    String filler = "<" + "x".repeat(LinkParser.MOST_CHARS - 2) + ">";
    assertThat(LinkParser.parse(List.of(filler, "<b>")))
        .extracting(WebLink::target)
        .containsExactly(filler.substring(1, filler.length() - 1));
    assertThat(LinkParser.parse(List.of("<".repeat(LinkParser.MOST_CHARS)))).isEmpty();
    assertThat(of("<ftp://a/>;rel=duplicate,".repeat(200)).notes()).hasSize(16);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void anyGarbageIsAnswered(long seed) throws TransferException {
    Random random = new Random(seed);
    String valid =
        "<https://a.example/x>; rel=duplicate; pri=1; geo=\"de\", <../b>;rel=\"describedby x\";"
            + "type=\"application/metalink4+xml\"";
    String letters = "<>;,=\"\\ \t:/?#%[]@é\u0001\uD800";
    for (int round = 0; round < 4_000; round++) {
      StringBuilder text = new StringBuilder(valid);
      for (int i = 1 + random.nextInt(5); i > 0; i--) {
        int at = random.nextInt(text.length());
        if (random.nextBoolean()) {
          text.setCharAt(at, letters.charAt(random.nextInt(letters.length())));
        } else {
          text.insert(at, letters.charAt(random.nextInt(letters.length())));
        }
      }
      MirrorLinks links = of(text.toString());
      List<String> addresses = new ArrayList<>();
      links.mirrors().forEach(source -> addresses.add(source.url()));
      links.metalinks().forEach(url -> addresses.add(url.toString()));
      assertThat(addresses)
          .as("seed %s: %s", seed, text)
          .allMatch(a -> a.startsWith("http://") || a.startsWith("https://"));
    }
  }
}
