package org.sluice.engine.metalink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.Checksum.Algorithm;
import org.sluice.engine.item.PieceHashes;
import org.sluice.engine.item.Source;

@Timeout(60)
class MetalinkReaderTest {
  /// After the example of RFC 5854, 1.1.
  private static final String FULL =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <metalink xmlns="urn:ietf:params:xml:ns:metalink">
        <published>2009-05-15T12:23:23Z</published>
        <file name="example.ext">
          <size>14471447</size>
          <identity>Example</identity>
          <version>1.0</version>
          <language>en</language>
          <description>A <![CDATA[<description>]]> of the example file.</description>
          <hash type="md5">b1946ac92492d2347c6235b4d2611184</hash>
          <hash type="sha-256">F0AD929CD259957E160EA442EB80986B5F9B5E1E1F4F7C5B5A5A3C9D0E1F2A3B</hash>
          <hash type="tiger">00</hash>
          <pieces length="8388608" type="sha-1">
            <hash>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</hash>
            <hash>bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb</hash>
          </pieces>
          <url location="de" priority="2">ftp://ftp.example.com/example.ext</url>
          <url location="FR" priority="3">http://example.com/example.ext</url>
          <url location="de" priority="1"> https://mirror.example.com/a b/example.ext </url>
          <url>https://last.example.com/example.ext</url>
          <metaurl mediatype="torrent" priority="2">http://example.com/example.ext.torrent</metaurl>
          <signature mediatype="application/pgp-signature">x &amp; y &#65;</signature>
        </file>
        <file name="example2.ext">
          <url>http://example.com/example2.ext</url>
          <x:url xmlns:x="urn:other">http://example.com/other</x:url>
        </file>
      </metalink>
      """;

  private static Metalink parse(String text) throws MetalinkException {
    return MetalinkReader.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  /// A document with one file that has an address.
  private static MetalinkFile file(String name, String inside) throws MetalinkException {
    return parse(document(name, inside)).files().getFirst();
  }

  private static String document(String name, String inside) {
    return "<metalink xmlns='urn:ietf:params:xml:ns:metalink'><file name='"
        + name
        + "'><url>https://example.org/f</url>"
        + inside
        + "</file></metalink>";
  }

  private static String refusal(String text) {
    return refusal(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String refusal(byte[] document) {
    MetalinkException thrown =
        catchThrowableOfType(MetalinkException.class, () -> MetalinkReader.parse(document));
    assertThat(thrown).isNotNull();
    assertThat(thrown.sentence()).isNotBlank().isEqualTo(thrown.getMessage());
    return thrown.sentence();
  }

  @Test
  void readsEverythingThatIsOfUse() throws Exception {
    Metalink metalink =
        MetalinkReader.read(new ByteArrayInputStream(FULL.getBytes(StandardCharsets.UTF_8)));
    MetalinkFile first = metalink.files().getFirst();
    assertThat(first.name()).isEqualTo("example.ext");
    assertThat(first.size()).isEqualTo(14_471_447);
    assertThat(first.sources())
        .containsExactly(
            new Source("https://mirror.example.com/a%20b/example.ext", 1, "de"),
            new Source("http://example.com/example.ext", 3, "fr"),
            new Source("https://last.example.com/example.ext", Source.LAST, null));
    assertThat(first.checksums())
        .containsExactly(
            new Checksum(
                Algorithm.SHA_256,
                "f0ad929cd259957e160ea442eb80986b5f9b5e1e1f4f7c5b5a5a3c9d0e1f2a3b"),
            new Checksum(Algorithm.MD5, "b1946ac92492d2347c6235b4d2611184"));
    PieceHashes pieces = first.pieces();
    assertThat(pieces).isNotNull();
    assertThat(pieces.count()).isEqualTo(2);
    assertThat(pieces.pieceLength()).isEqualTo(8_388_608);
    MetalinkFile second = metalink.files().getLast();
    assertThat(second.sources())
        .extracting(Source::url)
        .containsExactly("http://example.com/example2.ext");
    assertThat(second.size()).isEqualTo(-1);
    assertThat(second.pieces()).isNull();
    assertThat(metalink.notes())
        .hasSize(3)
        .anyMatch(note -> note.contains("tiger is not known"))
        .anyMatch(note -> note.contains("\"ftp\" is not supported"))
        .anyMatch(note -> note.contains("torrent"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "a.iso | a.iso",
        "debian/a.iso | a.iso",
        "/etc/passwd | passwd",
        "../../../.config/autostart/x.desktop | x.desktop",
        "..\\..\\x.bat | x.bat",
        "C:\\Windows\\x.dll | x.dll",
        "a/.. | -",
        ". | -",
        "'' | -",
        "a/ | -",
        "a&#x2f;..&#x2f;b | b",
      })
  void namesHaveNoFolders(String given, String name) throws MetalinkException {
    assertThat(file(given, "").name()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<size>-1</size> | is no size",
        "<size>x</size> | is no size",
        "<size>9999999999999999999</size> | is no size",
        "<hash type='sha-256'>00</hash> | sha-256 of \"f\" is left out",
        "<hash>b1946ac92492d2347c6235b4d2611184</hash> | is not known here",
        "<url priority='0'>https://example.org/2</url> | is no priority",
        "<url priority='1000000'>https://example.org/2</url> | is no priority",
        "<url>relative</url> | is left out",
        "<url>file:///etc/passwd</url> | is left out",
        "<url>https://user:secret@example.org/</url> | is left out",
        "<url/> | is left out",
        "<pieces type='sha-1' length='0'><hash>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</hash></pieces> | pieces of \"f\" are left out",
        "<pieces type='sha-1' length='5'/> | pieces of \"f\" are left out",
        "<pieces type='sha-1' length='5'><hash>aa</hash></pieces> | pieces of \"f\" are left out",
        "<pieces type='x' length='5'><hash>aa</hash></pieces> | pieces of \"f\" are left out",
        "<size>11</size><pieces type='md5' length='5'><hash>b1946ac92492d2347c6235b4d2611184</hash></pieces> | not those of its size",
      })
  void whatMakesNoSenseIsLeftOutWithANote(String inside, String note) throws MetalinkException {
    Metalink metalink = parse(document("f", inside));
    assertThat(metalink.notes()).singleElement().asString().contains(note).doesNotContain("secret");
    MetalinkFile file = metalink.files().getFirst();
    assertThat(file.checksums()).isEmpty();
    assertThat(file.pieces()).isNull();
    assertThat(file.sources())
        .allMatch(source -> source.url().startsWith("https://example.org/"))
        .allMatch(source -> source.priority() == Source.LAST);
  }

  @Test
  void theStrongestPiecesCountAndTheFirstSize() throws MetalinkException {
    String md5 = "<pieces type='md5' length='5'><hash>" + "a".repeat(32) + "</hash></pieces>";
    String sha = "<pieces type='sha-256' length='5'><hash>" + "a".repeat(64) + "</hash></pieces>";
    for (String both : new String[] {md5 + sha, sha + md5}) {
      MetalinkFile file = file("f", "<size>5</size><size>6</size>" + both);
      assertThat(file.size()).isEqualTo(5);
      assertThat(file.pieces()).extracting(PieceHashes::algorithm).isEqualTo(Algorithm.SHA_256);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | no XML",
        "hello | no XML",
        "<html/> | no Metalink of version 4",
        "<metalink/> | no Metalink of version 4",
        "<metalink version='3.0' xmlns='http://www.metalinker.org/'/> | version 3",
        "<metalink xmlns='urn:ietf:params:xml:ns:metalink'/> | names no file",
        "<metalink xmlns='urn:ietf:params:xml:ns:metalink'> | no XML",
        "<metalink xmlns='urn:ietf:params:xml:ns:metalink'><file name='x'><url>ftp://x/</url></file></metalink> | names no file",
      })
  void refusesWhatIsNoMetalink(String text, String why) {
    assertThat(refusal(text)).contains(why);
    assertThat(refusal(document("f", "") + "<more/>")).contains("no XML");
  }

  /// An entity that reads a file, one that asks a server, one that multiplies.
  @Test
  void takesNoDocumentTypeAndNoEntity(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "https://secret.example/");
    String body = document("f", "<url>&x;</url>");
    assertThat(refusal("<!DOCTYPE metalink [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>" + body))
        .doesNotContain("secret.example");
    StringBuilder laughs = new StringBuilder("<!DOCTYPE metalink [<!ENTITY x0 'ha'>");
    for (int i = 1; i < 40; i++) {
      String before = "&x" + (i - 1) + ";";
      laughs.append("<!ENTITY x").append(i).append(" '").append(before).append(before).append("'>");
    }
    assertThat(refusal(laughs + "]>" + body.replace("&x;", "&x39;"))).isNotBlank();
    assertThat(refusal("<!DOCTYPE metalink>" + document("f", ""))).contains("document type");
    assertThat(refusal(body)).as("an entity that is not declared").isNotBlank();
    try (ServerSocket server = new ServerSocket(0)) {
      String address = "http://127.0.0.1:" + server.getLocalPort() + "/x.dtd";
      assertThat(refusal("<!DOCTYPE metalink SYSTEM '" + address + "'>" + body)).isNotBlank();
      assertThat(refusal("<!DOCTYPE m [<!ENTITY % p SYSTEM '" + address + "'> %p;]>" + body))
          .isNotBlank();
      server.setSoTimeout(1);
      assertThatExceptionOfType(SocketTimeoutException.class)
          .as("nobody called")
          .isThrownBy(server::accept);
    }
  }

  @Test
  void isBounded() throws Exception {
    assertThat(refusal(document("f", "<a>".repeat(5_000)))).contains("16 elements");
    assertThat(refusal(document("f", "<size>" + "1".repeat(9_000) + "</size>"))).contains("8192");
    assertThat(refusal(document("f".repeat(9_000), ""))).contains("8192");
    String some = "<file name='f'><url>https://example.org/f</url></file>";
    assertThat(
            refusal(document("f", "").replace("</metalink>", some.repeat(1_000) + "</metalink>")))
        .contains("1000 files");
    assertThat(refusal(new byte[MetalinkReader.MOST_BYTES + 1])).contains("16 MiB");
    StringBuilder urls = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      urls.append("<url>https://example.org/").append(i).append("</url>");
    }
    Metalink many = parse(document("f", urls.toString()));
    assertThat(many.files().getFirst().sources()).hasSize(MetalinkReader.MOST_SOURCES);
    assertThat(many.notes()).hasSizeLessThanOrEqualTo(MetalinkReader.MOST_NOTES);
    long[] read = new long[1];
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            read[0]++;
            return ' ';
          }
        };
    assertThatExceptionOfType(MetalinkException.class)
        .isThrownBy(() -> MetalinkReader.read(endless));
    assertThat(read[0]).isLessThan(MetalinkReader.MOST_BYTES + 10_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "ISO-8859-1", "US-ASCII"})
  void readsOtherEncodings(String charset) throws MetalinkException {
    String text = FULL.replace("UTF-8", charset);
    assertThat(MetalinkReader.parse(text.getBytes(Charset.forName(charset))).files()).hasSize(2);
  }

  /// Whatever the bytes are: a Metalink that keeps its word, or the typed exception.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void anyGarbageIsAnswered(long seed) {
    Random random = new Random(seed);
    byte[] valid = FULL.getBytes(StandardCharsets.UTF_8);
    String[] pieces = {
      "<",
      ">",
      "&",
      "<![CDATA[",
      "]]>",
      "<!--",
      "-->",
      "<?x ",
      "?>",
      "&#0;",
      "&#x110000;",
      "\u0000",
      "<!DOCTYPE a [",
      "]>",
      "<!ENTITY a 'b'>",
      "&a;",
      " xmlns='x'",
      "<a:b>",
      "\uFFFF",
      "\uD800",
      "=",
      "</file>",
      "<file>",
      "encoding='UTF-7'",
      "version='1.1'",
      "\"",
      "'",
      "<url>",
      "</metalink>"
    };
    int read = 0;
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder(new String(valid, StandardCharsets.UTF_8));
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
          case 0 -> text.insert(at, pieces[random.nextInt(pieces.length)]);
          case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(40)));
          case 2 -> text.setCharAt(at, (char) random.nextInt(0x10000));
          default ->
              text.insert(
                  at, text.substring(at, Math.min(text.length(), at + random.nextInt(200))));
        }
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      for (int i = random.nextInt(3); i > 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        Metalink metalink = MetalinkReader.parse(bytes);
        read++;
        for (MetalinkFile file : metalink.files()) {
          assertThat(file.name() == null || !file.name().matches(".*[/\\\\].*"))
              .as("seed %s: %s", seed, file)
              .isTrue();
          assertThat(file.sources())
              .as("seed %s", seed)
              .isNotEmpty()
              .allMatch(s -> s.url().startsWith("http://") || s.url().startsWith("https://"));
        }
      } catch (MetalinkException e) {
        assertThat(e.sentence()).as("seed %s", seed).isNotBlank().hasSizeLessThan(400);
      }
    }
    assertThat(read).as("some are still Metalinks").isGreaterThan(50);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void randomBytesAreAnswered(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      assertThat(refusal(bytes)).as("seed %s", seed).isNotBlank();
    }
  }
}
