package org.sluice.app.curl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.http.Headers;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.FileWish;

/// From a curl command to a download, and back.
class CurlImportTest {
  private static final Path FOLDER = Path.of("downloads").toAbsolutePath();

  private static CurlImport paste(String text) throws UsageException {
    return CurlImport.of(CurlCommand.parse(text), FOLDER);
  }

  @Test
  void whatABrowserCopiesIsCarriedOver() throws Exception {
    CurlImport read =
        paste(
            """
            curl 'https://h/file.iso?a=1&b=2' \\
              -H 'accept: */*' -H 'accept-encoding: gzip, br' \\
              -H 'user-agent: Browser' -b 'sid=1; x=y' -u 'me:pass word' \\
              -x socks5h://p:1080 --limit-rate 1M -o 'My File.iso' --compressed -L
            """);
    DownloadRequest request = read.requests().getFirst();
    assertThat(read.left()).isEmpty();
    assertThat(request.sources().getFirst().url()).isEqualTo("https://h/file.iso?a=1&b=2");
    assertThat(request.fetch().headers())
        .isEqualTo(Headers.of("accept", "*/*", "user-agent", "Browser", "Cookie", "sid=1; x=y"));
    assertThat(request.fetch().user()).isEqualTo("me:pass word");
    assertThat(request.fetch().proxy()).isEqualTo("socks5h://p:1080");
    assertThat(request.fetch().limitBytesPerSecond()).isEqualTo(1024 * 1024);
    assertThat(request.file().name()).isEqualTo("My File.iso");
    assertThat(request.file().folder()).isEqualTo(FOLDER);
  }

  @Test
  void whatCannotBeCarriedOverIsSaid() throws Exception {
    CurlImport read = paste("curl --cert me.pem -b jar.txt http://h/1 http://h/2 -o '#1.bin'");
    assertThat(read.requests()).hasSize(2).allMatch(request -> request.file().name() == null);
    assertThat(read.left())
        .containsExactlyInAnyOrder("--cert is left out.", "Files with cookies are left out.");
  }

  @Test
  void whatIsNoGetIsNoDownload() throws Exception {
    CurlImport read =
        paste("curl -d data http://h/1 --next -X DELETE http://h/2 --next http://h/3");
    assertThat(read.refused())
        .containsExactly(
            "A download is a GET: POST (-d, --data) cannot be done.",
            "A download is a GET: -X DELETE cannot be done.");
    assertThat(read.requests())
        .singleElement()
        .satisfies(it -> assertThat(it.sources().getFirst().url()).isEqualTo("http://h/3"));
  }

  @Test
  void dataOfAGetBecomesItsQuery() throws Exception {
    CurlImport read = paste("curl -G -d a=1 --data-urlencode 'b=c d' 'h/x?y'");
    assertThat(read.left()).isEmpty();
    assertThat(read.requests().getFirst().sources().getFirst().url())
        .isEqualTo("http://h/x?y&a=1&b=c+d");
  }

  @Test
  void anExportTellsNoSecretUnlessItShould() {
    DownloadRequest request =
        DownloadRequest.of("https://me:pw@h/f", FileWish.into(FOLDER).named("it's"))
            .fetch(
                FetchWish.DEFAULT
                    .headers(Headers.of("Cookie", "sid=1", "X-Y", "z"))
                    .user("me:secret"));
    assertThat(CurlExport.line(request, false))
        .isEqualTo(
            "curl -L -H 'Cookie: (hidden)' -H 'X-Y: z' -u 'me:(hidden)' -o 'it'\\''s' https://h/f");
    assertThat(CurlExport.line(request, true)).contains("sid=1", "me:secret", "me:pw@h");
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void aDownloadComesBackAsItWas(long seed) throws Exception {
    Random random = new Random(seed);
    String alphabet = "ab c'\"\\$`!*?;&|<>{}()#äß€:%=,./-";
    for (int round = 0; round < 100; round++) {
      DownloadRequest request =
          DownloadRequest.of(
                  "http://h/" + random.nextInt(100),
                  FileWish.into(FOLDER).named(word(random, "abc 'ä\"$")))
              .fetch(
                  FetchWish.DEFAULT
                      .headers(
                          Headers.of("X-" + random.nextInt(9), "v" + word(random, alphabet) + "v"))
                      .user("u:" + word(random, alphabet))
                      .limitBytesPerSecond(random.nextInt(5)));
      String line = CurlExport.line(request, true);
      if (ShellWords.isForWindows(line)) {
        continue;
      }
      CurlImport back = CurlImport.of(CurlCommand.parse(line), FOLDER);
      assertThat(back.left()).as("seed %d: %s", seed, line).isEmpty();
      assertThat(back.requests()).as("seed %d: %s", seed, line).containsExactly(request);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26})
  void aCommandComesBackAsItWas(long seed) throws Exception {
    Random random = new Random(seed);
    List<CurlOption> options =
        OptionTable.all().stream()
            .filter(o -> o.support() == Support.FULL)
            .filter(
                o ->
                    !List.of("help", "version", "next", "config", "url", "variable")
                        .contains(o.name()))
            .filter(
                o ->
                    switch (o.kind()) {
                      case NONE, SWITCH, SWITCH_OFF -> true;
                      case TEXT ->
                          List.of("header", "user", "user-agent", "data", "form", "write-out")
                              .contains(o.name());
                      case FILE, SECONDS, COUNT -> false;
                    })
            .filter(o -> !List.of("remote-name", "remote-name-all", "out-null").contains(o.name()))
            .toList();
    for (int round = 0; round < 100; round++) {
      List<String> words = new ArrayList<>();
      for (int i = random.nextInt(6); i > 0; i--) {
        CurlOption option = options.get(random.nextInt(options.size()));
        boolean off = option.kind() == OptionKind.SWITCH && random.nextBoolean();
        words.add((off ? "--no-" : "--") + option.name());
        if (option.kind().takesArgument()) {
          words.add("x=" + word(random, "ab '\"\\$ä:;"));
        }
      }
      words.addAll(List.of("-o", "out" + random.nextInt(9), "http://h/" + random.nextInt(9)));
      CurlCommand command = CurlCommand.of(words, Inputs.NONE);
      String line = CurlExport.line(command);
      if (ShellWords.isForWindows(line)) {
        continue;
      }
      CurlCommand back = CurlCommand.parse(line);
      assertThat(back.operations()).as("seed %d: %s", seed, line).isEqualTo(command.operations());
      assertThat(back.global()).as("seed %d: %s", seed, line).isEqualTo(command.global());
    }
  }

  private static String word(Random random, String alphabet) {
    StringBuilder word = new StringBuilder("w");
    for (int n = random.nextInt(10); n > 0; n--) {
      word.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return word.toString();
  }
}
