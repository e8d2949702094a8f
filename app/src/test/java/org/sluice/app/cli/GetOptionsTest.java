package org.sluice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.app.cli.GetFiles.Existing;
import org.sluice.app.cli.GetRunning.Again;
import org.sluice.app.cli.GetRunning.Saying;
import org.sluice.engine.http.Headers;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.Checksum.Algorithm;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.FileWish.IfExists;
import org.sluice.engine.item.FileWish.Preallocation;
import picocli.CommandLine;

/// What each option of `get` means.
class GetOptionsTest extends CliTestBase {
  private static final String MD5 = "0123456789abcdef0123456789abcdef";

  @Test
  void withoutAnyOption() {
    GetOptions options = options("http://h/a");
    assertThat(options.wanted()).isEqualTo(GetWanted.of(List.of("http://h/a"), null, null));
    assertThat(options.files()).isEqualTo(GetFiles.DEFAULT);
    assertThat(options.fetch()).isEqualTo(FetchWish.DEFAULT);
    assertThat(options.running()).isEqualTo(GetRunning.DEFAULT);
  }

  @Test
  void whichFiles() {
    GetWanted wanted =
        options("-g", "-o", "x", "--mirror", "http://m/1", "--mirror=http://m/2", "--checksum")
            .wanted();
    assertThat(wanted.urls()).containsExactly("http://h/a[1]");
    assertThat(wanted.patterns()).isFalse();
    assertThat(wanted.output()).isEqualTo("x");
    assertThat(wanted.mirrors()).containsExactly("http://m/1", "http://m/2");
    assertThat(wanted.checksums()).containsExactly(new Checksum(Algorithm.MD5, MD5));
    assertThat(options("-i", "list", "--sums", "SUMS").wanted())
        .extracting(GetWanted::list, GetWanted::sums)
        .containsExactly(Path.of("list"), Path.of("SUMS"));
  }

  @Test
  void whereTheyGo() {
    GetFiles files =
        options("-d", "dir", "--prealloc", "full", "--server-time", "--no-web-mark", "u").files();
    assertThat(files)
        .isEqualTo(new GetFiles(Path.of("dir"), Existing.REFUSE, Preallocation.FULL, true, false));
    assertThat(options("--overwrite", "u").files().existing()).isEqualTo(Existing.OVERWRITE);
    assertThat(options("--no-clobber", "u").files().existing()).isEqualTo(Existing.SKIP);
    assertThat(options("-n", "u").files().existing()).isEqualTo(Existing.SKIP);
    assertThat(options("--number", "u").files().existing()).isEqualTo(Existing.NUMBER);
    Path folder = Path.of("/d").toAbsolutePath();
    assertThat(GetFiles.DEFAULT.existing(Existing.NUMBER).wish(folder, "n").ifExists())
        .isEqualTo(IfExists.NUMBER);
    assertThat(GetFiles.DEFAULT.existing(Existing.SKIP).wish(folder, "n").ifExists())
        .isEqualTo(IfExists.REFUSE);
  }

  @Test
  void howTheyAreFetched() {
    FetchWish fetch =
        options(
                "-s",
                "3",
                "--in-order",
                "-u",
                "me:pw",
                "--proxy",
                "http://p:1",
                "-H",
                "A: b",
                "--limit-rate",
                "5k",
                "--cacert",
                "ca.pem",
                "u")
            .fetch();
    assertThat(fetch)
        .isEqualTo(
            FetchWish.DEFAULT
                .maxSegments(3)
                .inOrder(true)
                .user("me:pw")
                .proxy("http://p:1")
                .headers(Headers.of("A", "b"))
                .limitBytesPerSecond(5_120)
                .caFile(Path.of("ca.pem")));
  }

  @Test
  void howTheRunGoes() {
    GetRunning running =
        options(
                "--parallel",
                "7",
                "--retries",
                "2",
                "--connect-timeout",
                "9",
                "--queue",
                "night",
                "--resume",
                "--max-time",
                "1.5",
                "--json",
                "--data-dir",
                "there",
                "u")
            .running();
    assertThat(running)
        .isEqualTo(
            new GetRunning(
                new ListTuning(7, 2, Duration.ofSeconds(9)),
                "night",
                Again.RESUME,
                Duration.ofMillis(1_500),
                Saying.JSON,
                Path.of("there")));
    assertThat(options("--restart", "u").running().again()).isEqualTo(Again.RESTART);
    assertThat(options("-q", "u").running().saying()).isEqualTo(Saying.QUIET);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--overwrite --number u          | are mutually exclusive",
        "--resume --restart u            | are mutually exclusive",
        "-q --json u                     | are mutually exclusive",
        "--segments 0 u                  | segments are 1 to 32",
        "--segments 33 u                 | segments are 1 to 32",
        "--retries -1 u                  | --retries is 0 to",
        "--parallel 1001 u               | --parallel is 1 to 1000",
        "--prealloc some u               | --prealloc",
        "--checksum md5:12 u             | md5",
        "--checksum nonsense u           | is no checksum",
        "--checksum md5:0123456789abcdef0123456789abcdef u v | exactly one URL",
        "--mirror m u v                  | exactly one URL",
        "-o x u[1-2]                     | would be the same file",
        "u[2-1]                          | goes backwards",
        "u[a]                            | with --no-glob",
        "--user me u                     | nobody to ask",
        "-H secret-without-colon u       | may be a secret",
        "--sums /no/such/file http://h/x | --sums cannot be used",
        "--mirror http://m/x http://h/x  | no strong hash",
        "--queue= u                      | --queue needs a name",
      })
  void whatMakesNoSense(String args, String words) {
    Ran ran = get(args.split(" "));
    assertThat(ran.err()).contains(words).doesNotContain("secret-without-colon");
    assertThat(ran.code()).as(ran.err()).isEqualTo(2);
    assertThat(folder).isEmptyDirectory();
  }

  private static GetOptions options(String... args) {
    List<String> all = new ArrayList<>(List.of("get"));
    for (String arg : args) {
      all.add(arg);
      if (arg.equals("--checksum")) {
        all.addAll(List.of("md5:" + MD5, "http://h/a[1]"));
      }
    }
    String[] array = all.toArray(String[]::new);
    CommandLine commands = Commands.all(Caller.here(array));
    assertThat(commands.parseArgs(array).errors()).as(Arrays.toString(array)).isEmpty();
    GetCommand command = commands.getSubcommands().get("get").getCommand();
    return command.options();
  }
}
