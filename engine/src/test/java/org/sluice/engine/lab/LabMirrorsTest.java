package org.sluice.engine.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class LabMirrorsTest extends LabTestBase {

  private static byte[] hash(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static String base64(byte[] hash) {
    return Base64.getEncoder().encodeToString(hash);
  }

  @ParameterizedTest
  @CsvSource({"/digest?size=1000, true", "/digest-wrong?size=1000, false"})
  void threeFieldsSayWhatTheFileHashesTo(String target, boolean right) throws IOException {
    Wire.Reply reply = Wire.get(lab.http(target));
    LabResumeTest.isLab(reply.body(), 0);
    String sha = base64(hash("SHA-256", reply.body()));
    assertThat(reply.field("Repr-Digest").equals("sha-256=:" + sha + ":")).isEqualTo(right);
    assertThat(reply.field("Digest").equals("SHA-256=" + sha)).isEqualTo(right);
    assertThat(reply.field("Content-MD5").equals(base64(hash("MD5", reply.body()))))
        .isEqualTo(right);
    Wire.Reply part = Wire.get(lab.http(target), "Range: bytes=5-9");
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.field("Repr-Digest")).isEqualTo(reply.field("Repr-Digest"));
    assertThat(part.field("Content-MD5")).isNull();
  }

  @Test
  void mirrorsHaveTheSameBytesAndOtherTags() throws IOException {
    Wire.Reply a = Wire.get(lab.http("/mirror/a?size=1000"));
    Wire.Reply b = Wire.get(lab.uri(LabOrigin.HTTP_OTHER, "/mirror/b?size=1000"));
    assertThat(a.body()).isEqualTo(b.body()).hasSize(1_000);
    assertThat(a.field("ETag")).isNotEqualTo(b.field("ETag"));
    Wire.Reply broken = Wire.get(lab.http("/mirror/broken?size=1000"), "Range: bytes=100-");
    assertThat(broken.status()).isEqualTo(206);
    LabResumeTest.isLab(broken.body(), LabBytes.OTHER_FILE + 100);
    assertThat(Wire.get(lab.uri(Scenario.MIRROR_GONE)).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"/file.meta4, true", "/broken.meta4, false", "/spoiled.meta4, false"})
  void aMetalinkNamesHashesPiecesAndMirrors(String path, boolean right) throws Exception {
    Wire.Reply reply = Wire.get(lab.http(path + "?size=600k"));
    assertThat(reply.field("Content-Type")).isEqualTo("application/metalink4+xml");
    Document document =
        DocumentBuilderFactory.newDefaultNSInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(reply.body()));
    List<String> urls = texts(document, "url");
    assertThat(texts(document, "size")).containsExactly("614400");
    byte[] first = Wire.get(URI.create(urls.get(0))).body();
    byte[] second = Wire.get(URI.create(urls.get(1))).body();
    assertThat(URI.create(urls.get(0)).getPort()).isNotEqualTo(URI.create(urls.get(1)).getPort());
    assertThat(Arrays.equals(first, second)).isEqualTo(right);
    List<String> hashes = texts(document, "hash");
    assertThat(hashes)
        .containsExactly(
            hex(hash("SHA-256", second)),
            hex(hash("SHA-256", Arrays.copyOf(second, 256 << 10))),
            hex(hash("SHA-256", Arrays.copyOfRange(second, 256 << 10, 512 << 10))),
            hex(hash("SHA-256", Arrays.copyOfRange(second, 512 << 10, 600 << 10))));
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  private static List<String> texts(Document document, String name) {
    NodeList nodes = document.getElementsByTagNameNS("urn:ietf:params:xml:ns:metalink", name);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  @ParameterizedTest
  @CsvSource({"/linked, true", "/linked-broken, false"})
  void linkFieldsNameMirrors(String path, boolean right) throws IOException {
    Wire.Reply reply = Wire.get(lab.http(path + "?size=1000"));
    assertThat(reply.field("Digest")).isEqualTo("SHA-256=" + base64(hash("SHA-256", reply.body())));
    List<String> links = reply.head().fields("Link");
    assertThat(links).hasSize(3);
    assertThat(links.get(0)).endsWith("; rel=duplicate; pri=1");
    assertThat(links.get(1)).endsWith("; rel=\"duplicate\"; pri=2; geo=de");
    assertThat(links.get(2)).contains("rel=describedby");
    List<String> addresses =
        Pattern.compile("<([^>]*)>")
            .matcher(String.join(" ", links))
            .results()
            .map((MatchResult m) -> m.group(1))
            .toList();
    assertThat(Wire.get(URI.create(addresses.get(1))).body()).isEqualTo(reply.body());
    assertThat(Arrays.equals(Wire.get(URI.create(addresses.get(0))).body(), reply.body()))
        .isEqualTo(right);
    assertThat(Wire.get(URI.create(addresses.get(2))).text()).contains("<size>1000</size>");
  }
}
