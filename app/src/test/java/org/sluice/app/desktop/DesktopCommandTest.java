package org.sluice.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.engine.queue.AfterFinishCommand.Os;

/// What desktops are told; on Linux by a real message bus.
class DesktopCommandTest {
  private static final String HARD = "it's 100 % \\ \"of\" <b>\n{0} ${HOME} -- ünï";

  @TempDir private Path folder;

  @Test
  void aNoticeComesOverTheBusAsItWasSaid() throws Exception {
    String seen = onBus(DesktopCommand.notice(Os.LINUX, "Download complete", HARD));
    assertThat(seen)
        .contains("member=Notify")
        .contains("string \"Download complete\"")
        .contains("it's 100 % \\ \"of\" &lt;b&gt;\n{0} ${HOME} -- ünï\"")
        .contains("string \"desktop-entry\"");
  }

  @Test
  void progressComesOverTheBus() throws Exception {
    String seen = onBus(DesktopCommand.progress(Os.LINUX, 41));
    assertThat(seen)
        .contains("member=Update")
        .contains("string \"application://sluice.desktop\"")
        .contains("double 0.41")
        .contains("boolean true");
    assertThat(DesktopCommand.progress(Os.LINUX, -1)).last().asString().contains("<false>");
  }

  /// What a monitor of a bus of its own sees of a command.
  private String onBus(List<String> command) throws IOException, InterruptedException {
    assumeTrue(isThere("dbus-run-session"), "dbus-run-session is not installed");
    assumeTrue(isThere("dbus-monitor"), "dbus-monitor is not installed");
    assumeTrue(isThere("gdbus"), "gdbus is not installed");
    Path seen = folder.resolve("seen.txt");
    // The monitor is ready once it has written of itself; the mark is the last thing on the bus.
    String script =
        """
        seen() {
          n=0
          until grep -q "$1" "$2"; do
            n=$((n + 1))
            [ $n -lt 600 ] || exit 1
            sleep 0.05
          done
        }
        dbus-monitor --session > "$0" &
        seen NameAcquired "$0"
        "$@"
        gdbus emit --session --object-path /mark --signal org.sluice.Mark.End
        seen org.sluice.Mark "$0"
        kill $!
        """;
    List<String> whole =
        new ArrayList<>(List.of("dbus-run-session", "--", "sh", "-c", script, seen.toString()));
    whole.addAll(command);
    Process process =
        new ProcessBuilder(whole)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile())
            .start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(ended).as(Files.readString(folder.resolve("said.txt"))).isTrue();
    return Files.readString(seen);
  }

  private static boolean isThere(String program) {
    return List.of(System.getenv("PATH").split(":", -1)).stream()
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  @Test
  void wordsNeverBecomeOptionsOrCode() {
    List<String> mac = DesktopCommand.notice(Os.MACOS, "-e", "do shell script \"rm\"");
    assertThat(mac.subList(mac.indexOf("--") + 1, mac.size()))
        .containsExactly("-e", "do shell script \"rm\"");
  }

  @Test
  void aDesktopWithoutIsToldNothing() {
    for (Os os : List.of(Os.WINDOWS, Os.OTHER)) {
      assertThat(DesktopCommand.notice(os, "a", "b")).isEmpty();
      assertThat(DesktopCommand.progress(os, 5)).isEmpty();
      assertThat(DesktopCommand.awake(os, "why", 1)).isEmpty();
    }
  }

  @Test
  void aTextIsQuotedForGdbus() {
    assertThat(GVariantText.of("a'b\\c\nd\u0007e")).isEqualTo("'a\\'b\\\\c\\nde'");
  }
}
