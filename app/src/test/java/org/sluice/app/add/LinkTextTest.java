package org.sluice.app.add;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sluice.engine.http.Headers.Field;
import org.sluice.engine.item.FetchWish;

class LinkTextTest {
  @Test
  void oneAddressALineOnceEach() {
    LinkText read =
        LinkText.of("https://a.example/1\n\n  example.org/2 \n# a remark\nhttps://a.example/1\n");
    assertThat(read.links())
        .extracting(Link::url)
        .containsExactly("https://a.example/1", "https://example.org/2");
    assertThat(read.complaints()).isEmpty();
  }

  @Test
  void patternsStandForMany() {
    assertThat(LinkText.of("https://a.example/p[01-03].zip").links())
        .extracting(Link::url)
        .containsExactly(
            "https://a.example/p01.zip", "https://a.example/p02.zip", "https://a.example/p03.zip");
    assertThat(LinkText.of("https://a.example/p[1-99999].zip").complaints())
        .singleElement()
        .asString()
        .matches("These are more than 10\\h000 links\\..*");
  }

  @Test
  void whatIsNoAddressIsSaidAndTheOthersAreTaken() {
    LinkText read = LinkText.of("ftp://a.example/x\nhttps://a.example/y");
    assertThat(read.links()).hasSize(1);
    assertThat(read.complaints()).singleElement().asString().contains("does not speak ftp");
  }

  @Test
  void linksAreFoundBetweenOtherWords() {
    LinkText read =
        LinkText.of(
            """
            Dear all,
            see https://a.example/x.pdf, or (http://b.example/f_(1).iso). Also: "https://c.example/y"!
            https://a.example/a name.zip
            Regards
            """);
    assertThat(read.complaints()).isEmpty();
    assertThat(read.links())
        .extracting(Link::url)
        .containsExactly(
            "https://a.example/x.pdf",
            "http://b.example/f_(1).iso",
            "https://c.example/y",
            "https://a.example/a%20name.zip");
    assertThat(LinkText.of("# https://a.example/1 https://a.example/2\nexample.org/x").links())
        .extracting(Link::url)
        .containsExactly("https://example.org/x");
  }

  @Test
  void torrentsAreRefusedWithASentence() {
    assertThat(LinkText.of("magnet:?xt=urn:btih:abc").complaints())
        .singleElement()
        .asString()
        .contains("not fetched");
    assertThat(LinkText.of("https://a.example/x.torrent").links()).isEmpty();
  }

  @Test
  void aCommandBringsItsHeadersAndPassword() {
    LinkText read =
        LinkText.of(
            "$ curl 'https://a.example/x' -H 'X-Wish: yes' -H 'Range: bytes=0-9' \\\n"
                + " -b 'a=1; b=2' -u me:secret -A Browser --compressed");
    assertThat(read.complaints()).isEmpty();
    assertThat(read.links()).hasSize(1);
    Link link = read.links().getFirst();
    assertThat(link.url()).isEqualTo("https://a.example/x");
    assertThat(link.user()).isEqualTo("me:secret");
    assertThat(link.headers().first("X-Wish")).isEqualTo("yes");
    assertThat(link.headers().first("Cookie")).isEqualTo("a=1; b=2");
    assertThat(link.headers().first("User-Agent")).isEqualTo("Browser");
    assertThat(link.headers().has("Range")).isFalse();
  }

  @Test
  void aCommandThatSendsIsNotDownloaded() {
    LinkText read = LinkText.of("curl https://a.example/x -d name=value");
    assertThat(read.links()).isEmpty();
    assertThat(read.complaints()).singleElement().asString().contains("A download is a GET");
  }

  @Test
  void cookiesGoWhereTheyBelong() {
    String file =
        "# Netscape HTTP Cookie File\n"
            + ".example.org\tTRUE\t/\tFALSE\t0\tall\t1\n"
            + "#HttpOnly_www.example.org\tFALSE\t/deep\tTRUE\t0\tsafe\t2\n"
            + "other.example\tFALSE\t/\tFALSE\t0\tnot\t3\n"
            + ".example.org\tTRUE\t/\tFALSE\t1000\told\t4\n";
    Instant now = Instant.ofEpochSecond(2_000);
    assertThat(CookieFile.forUrl(file, "https://www.example.org/deep/x", now))
        .isEqualTo("all=1; safe=2");
    assertThat(CookieFile.forUrl(file, "http://www.example.org/deep/x", now)).isEqualTo("all=1");
    assertThat(CookieFile.forUrl(file, "https://www.example.org/deeper", now)).isEqualTo("all=1");
    assertThat(CookieFile.forUrl(file, "https://badexample.org/", now)).isEmpty();
  }

  @Test
  void theLastPartOfAnAddressIsItsName() {
    assertThat(Prober.lastSegment("https://a.example/d/f%20g.zip?x=/y")).isEqualTo("f g.zip");
    assertThat(Prober.lastSegment("https://a.example")).isEqualTo("index.html");
    assertThat(Prober.lastSegment("https://a.example/")).isEqualTo("index.html");
  }

  @Test
  void theFileOfACommandIsCalledAsItSaysAndItsCookiesAreOneField() {
    Link link =
        LinkText.of("curl https://a.example/x -o /tmp/big.bin -H 'Cookie: a=b' -b 'c=d' -H 'X: y'")
            .links()
            .getFirst();
    assertThat(link.name()).isEqualTo("big.bin");
    assertThat(link.headers().fields())
        .containsExactlyInAnyOrder(new Field("X", "y"), new Field("Cookie", "a=b; c=d"));
    assertThat(LinkText.of("curl https://a.example/x -O").links().getFirst().name()).isNull();
  }

  @Test
  void whatACommandSaysOfTheWayHoldsForItsDownload() {
    LinkText read =
        LinkText.of(
            "curl -x socks5h://me:pw@proxy.example:1080 --limit-rate 2M https://a.example/x");
    Link link = read.links().getFirst();
    FetchWish wish = link.over(FetchWish.DEFAULT.maxSegments(3));
    assertThat(wish.proxy()).isEqualTo("socks5h://me:pw@proxy.example:1080");
    assertThat(wish.limitBytesPerSecond()).isEqualTo(2L << 20);
    assertThat(wish.maxSegments()).isEqualTo(3);
    assertThat(read.notes()).hasSize(2);
    assertThat(read.notes().getFirst()).contains("proxy.example:1080").doesNotContain("pw");
    assertThat(read.notes().getLast()).contains("2.1 MB/s");
  }
}
