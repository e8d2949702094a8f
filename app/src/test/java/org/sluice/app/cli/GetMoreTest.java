package org.sluice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sluice.engine.lab.Scenario;

/// What `get` can do besides fetching a file from an address.
class GetMoreTest extends CliTestBase {
  private static final String SMALL_SUM = sha256("hello, world\n");

  @Test
  void aPatternStandsForSeveralFiles() {
    Ran ran = get("-o", "f-#1-#2", lab.http("/bytes/").toString() + "[8-10]{0,k}");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("6 files, ");
    assertThat(folder.resolve("f-8-0")).hasSize(80);
    assertThat(folder.resolve("f-10-k")).hasSize(10 << 10);
    assertThat(get("-g", lab.http("/").toString() + "small[1-2]").err()).contains("404");
  }

  @Test
  void whatIsInAListIsNoPattern() throws IOException {
    Path list = Files.writeString(folder.resolve("list"), lab.http("/") + "small?x=[1-2]\n");
    Ran ran = get("-i", list.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(folder.resolve("small")).hasSize(13);
  }

  @Test
  void aChecksumIsCompared() {
    Ran right = get("--checksum", "sha-256:" + SMALL_SUM, url(Scenario.SMALL));
    assertThat(right.code()).as(right.err()).isZero();
    Ran wrong = get("-o", "wrong", "--checksum", "md5:" + "0".repeat(32), url(Scenario.SMALL));
    assertThat(wrong.code()).isEqualTo(ExitCode.WRONG_CHECKSUM.number());
    assertThat(wrong.err()).contains("md5", "(WRONG_CHECKSUM, 113)");
  }

  @Test
  void aListOfSumsIsCompared() throws IOException {
    Path sums =
        Files.writeString(
            data.resolve("SHA256SUMS"), SMALL_SUM + "  small\n" + "0".repeat(64) + " *1m\n");
    Ran ran = get("--sums", sums.toString(), url(Scenario.SMALL), url(Scenario.MIB_1));
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("1m", "(WRONG_CHECKSUM, 113)");
    assertThat(folder.resolve("small")).exists();
    Ran other = get("--sums", sums.toString(), url(Scenario.MIB_10));
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err()).contains("has no checksum of 10m");
  }

  @Test
  void aFileThatIsThereIsLeftReplacedOrNumbered() throws IOException {
    Path there = Files.writeString(folder.resolve("small"), "mine");
    Ran skipped = get("--no-clobber", url(Scenario.SMALL));
    assertThat(skipped).isEqualTo(new Ran(0, "small  was there already\n", ""));
    assertThat(there).hasContent("mine");
    Ran numbered = get("--number", url(Scenario.SMALL));
    assertThat(numbered.code()).as(numbered.err()).isZero();
    assertThat(folder.resolve("small (1)")).hasSize(13);
    assertThat(there).hasContent("mine");
    assertThat(listed("list", "--all").out()).doesNotContain("failed");
  }

  @Test
  void theServersTimeIsKeptOnRequest() throws IOException {
    get("--server-time", "-o", "then", url(Scenario.MIB_1));
    get("-o", "now", url(Scenario.MIB_1));
    FileTime then = Files.getLastModifiedTime(folder.resolve("then"));
    assertThat(then).isLessThan(Files.getLastModifiedTime(folder.resolve("now")));
  }

  @Test
  void theNameIsThatOfTheServerAndNeverClimbs() {
    get(url(Scenario.NAME_UTF8), url(Scenario.NAME_TRAVERSAL));
    assertThat(folder).isDirectoryContaining("glob:**");
    assertThat(folder.resolveSibling("x")).doesNotExist();
    assertThat(listed("list", "--all", "--json").out()).contains("\"state\":\"complete\"");
  }

  @Test
  void everythingAsJson() {
    Ran ran =
        get(
            "--json",
            "--retries",
            "0",
            url(Scenario.SMALL),
            url(Scenario.NOT_FOUND),
            "http://h:99999/");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).isEmpty();
    List<Map<String, Object>> lines = JsonText.lines(ran.out());
    assertThat(lines).allSatisfy(line -> assertThat(line).containsKeys("event", "time"));
    assertThat(lines)
        .filteredOn(line -> line.get("event").equals("begun"))
        .extracting(line -> line.get("how"))
        .containsExactly("new", "new");
    assertThat(lines)
        .filteredOn(line -> line.get("event").equals("ended"))
        .extracting(line -> line.get("how") + " " + line.get("code"))
        .containsExactlyInAnyOrder("saved 0", "stopped 22");
    assertThat(lines)
        .filteredOn(line -> line.get("event").equals("refused"))
        .singleElement()
        .satisfies(line -> assertThat(line).containsEntry("code", 3L));
    assertThat(lines.getLast())
        .containsEntry("event", "result")
        .containsEntry("saved", 1L)
        .containsEntry("failed", 2L)
        .containsEntry("bytes", 13L)
        .containsEntry("code", 1L);
  }

  @Test
  void jsonTellsOfProgressAndItsSegments() {
    Ran ran = get("--json", "--segments", "1", lab.http("/throttled?size=2m&rate=1m").toString());
    assertThat(ran.code()).as(ran.out()).isZero();
    assertThat(JsonText.lines(ran.out()))
        .filteredOn(line -> line.get("event").equals("progress"))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).containsEntry("length", 2L << 20))
        .anySatisfy(line -> assertThat((List<?>) line.get("segments")).hasSize(1));
  }

  @Test
  void aMetalinkOfThisComputerIsTakenAsWhatItSays() throws IOException {
    Path metalink = Files.writeString(data.resolve("all.meta4"), metalink(SMALL_SUM));
    Ran ran = get(metalink.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(folder.resolve("one.txt")).hasSize(13);
    assertThat(folder.resolve("two.bin")).hasSize(1 << 20);
    Files.writeString(metalink, metalink("0".repeat(64)));
    Ran wrong = get("--number", metalink.toString());
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.err()).contains("(WRONG_CHECKSUM, 113)");
    Files.writeString(metalink, "no Metalink");
    assertThat(get(metalink.toString()).code()).isEqualTo(8);
  }

  @Test
  void anAddressOfAMetalinkToo() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] text = metalink(SMALL_SUM).getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/all.meta4",
        exchange -> {
          exchange.sendResponseHeaders(200, text.length);
          exchange.getResponseBody().write(text);
          exchange.close();
        });
    server.start();
    try {
      String base = "http://127.0.0.1:" + server.getAddress().getPort();
      Ran ran = get(base + "/all.meta4");
      assertThat(ran.code()).as(ran.err()).isZero();
      assertThat(folder.resolve("one.txt")).hasSize(13);
      assertThat(get(base + "/none.meta4").code()).isEqualTo(22);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aMirrorTakesOverWhenTheAddressFails() {
    Ran ran =
        get(
            "--retries",
            "0",
            "--checksum",
            SMALL_SUM,
            "--mirror",
            url(Scenario.SMALL),
            "-o",
            "file",
            url(Scenario.NOT_FOUND));
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(folder.resolve("file")).hasSize(13);
  }

  @Test
  void aQueueIsMadeIfItIsNotThere() {
    Ran ran = get("--queue", "night", url(Scenario.SMALL));
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(listed("list", "--all", "--json").out()).contains("\"queue\":\"night\"");
  }

  @Test
  void noSecretIsEverSaid() {
    String secret = "s3cr3t";
    String base = lab.http("/404").toString().replace("http://", "http://me:" + secret + "@");
    for (String form : new String[] {"--json", "--server-time"}) {
      Ran ran =
          get(
              form,
              "--retries",
              "0",
              "-H",
              "Authorization: Bearer " + secret,
              "-u",
              "you:" + secret,
              base + "?token=" + secret);
      assertThat(ran.out() + ran.err()).doesNotContain(secret).contains("?…");
    }
    Ran list = listed("list");
    Ran json = listed("list", "--json");
    assertThat(list.out() + json.out()).doesNotContain(secret);
    assertThat(get("http://me:" + secret + "@[nonsense/").err()).doesNotContain(secret);
    assertThat(get("me:" + secret + "@h/x").err()).doesNotContain(secret);
  }

  @Test
  void theListStandsWhereTheUserSaysAndNowhereElse() {
    get(url(Scenario.SMALL));
    assertThat(data).isDirectoryContaining("glob:**/journal*");
    assertThat(folder).isDirectoryNotContaining("glob:**/journal*");
  }

  private static String metalink(String sum) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <metalink xmlns="urn:ietf:params:xml:ns:metalink">
          <file name="one.txt">
            <size>13</size>
            <hash type="sha-256">%s</hash>
            <url priority="2">%s</url>
            <url priority="1">%s</url>
          </file>
          <file name="two.bin"><url>%s</url></file>
        </metalink>
        """
        .formatted(sum, url(Scenario.SMALL), lab.http("/small?first=1"), url(Scenario.MIB_1));
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
