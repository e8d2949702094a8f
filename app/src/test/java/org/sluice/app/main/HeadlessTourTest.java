package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.app.Main;

/// The whole program on a machine without a display, in a process of its own.
class HeadlessTourTest {
  @TempDir Path folder;

  @Test
  @Timeout(120)
  void withoutADisplayTheTourReportsInTheTerminal() throws Exception {
    Path output = folder.resolve("output.txt");
    ProcessBuilder program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                SluiceApplication.HEADLESS)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    program.environment().remove("DISPLAY");
    program.environment().remove("WAYLAND_DISPLAY");
    Process process = program.start();
    assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
    String text = Files.readString(output);
    assertThat(process.exitValue()).as(text).isZero();
    assertThat(text)
        .containsPattern("Socket +Peer +Protocol +Poll")
        .containsPattern(
            "\\n\\d+ +127\\.0\\.0\\.1:\\d+ +HTTP/1\\.1 · TLS 1\\.3 +IN +Sock#\\d+ +E\\d+")
        .containsPattern("cut.bin .*PARTIAL_FILE \\(18\\) +yes")
        .contains("Every transfer ended as its scenario says.")
        .doesNotContain("NO, expected");
    for (String theme : new String[] {"light", "dark"}) {
      Path picture = folder.resolve("sluice-tour-" + theme + ".png");
      assertThat(text).contains(picture.getFileName().toString());
      assertPicture(picture);
    }
  }

  private static void assertPicture(Path file) throws IOException {
    var image = ImageIO.read(file.toFile());
    assertThat(image.getWidth()).isEqualTo(1440);
    assertThat(image.getHeight()).isEqualTo(900);
    assertThat(Files.size(file)).isLessThan(250_000);
  }
}
