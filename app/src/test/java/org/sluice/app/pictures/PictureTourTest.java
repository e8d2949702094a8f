package org.sluice.app.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.app.Main;

/// `sluice tour` in a process of its own, without a display.
class PictureTourTest {
  private static final int WIDTH = 1024;
  private static final int HEIGHT = 680;

  /// Fewer colours than this are no screen with text and icons in it.
  private static final int COLOURS = 40;

  @TempDir Path folder;

  @Test
  @Timeout(600)
  void everyScreenIsThereAndNoneIsBlank() throws Exception {
    Path out = folder.resolve("pictures");
    String said = tour(0, "--out", out.toString(), "--size", "1024x680", "--theme", "light");

    Set<String> there = names(out);
    assertThat(there).as(said).containsAll(sentences());
    for (String name : there) {
      assertPicture(out.resolve(name));
    }
    assertThat(said).contains(there.size() + " pictures of " + there.size() + " screens");
    String page = Files.readString(out.resolve("index.html"));
    assertThat(there).allSatisfy(name -> assertThat(page).contains("src=\"" + name + "\""));
    assertThat(page).contains("nothing is in the list yet");
  }

  @Test
  @Timeout(120)
  void bothThemesAreOnePictureEach() throws Exception {
    Path out = folder.resolve("pictures");
    tour(0, "--out", out.toString(), "--size", "1024x680", "--scale", "150", "--only", "first-run");
    assertThat(names(out)).containsExactly("first-run-dark.png", "first-run-light.png");
    BufferedImage light = ImageIO.read(out.resolve("first-run-light.png").toFile());
    BufferedImage dark = ImageIO.read(out.resolve("first-run-dark.png").toFile());
    assertThat(brightness(light)).isGreaterThan(180);
    assertThat(brightness(dark)).isLessThan(80);
  }

  @Test
  @Timeout(60)
  void whatMakesNoSenseIsRefused() throws Exception {
    assertThat(tour(2, "--out", folder.toString(), "--size", "10x10")).contains("800x500");
    assertThat(tour(1, "--out", folder.toString(), "--only", "no-such-screen"))
        .contains("0 pictures");
  }

  /// The mean of all green, from 0 to 255.
  private static long brightness(BufferedImage picture) {
    long sum = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        sum += (picture.getRGB(x, y) >> 8) & 0xff;
      }
    }
    return sum / (WIDTH * HEIGHT);
  }

  /// Every screen has a sentence, so the sentences are the list of screens.
  private static Set<String> sentences() throws IOException {
    Properties words = new Properties();
    try (var in = PictureTour.class.getResourceAsStream("shots.properties")) {
      words.load(in);
    }
    return words.stringPropertyNames().stream()
        .filter(key -> key.startsWith("shot."))
        .map(key -> key.substring(5) + "-light.png")
        .collect(Collectors.toSet());
  }

  private static Set<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".png"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static void assertPicture(Path file) throws IOException {
    BufferedImage picture = ImageIO.read(file.toFile());
    assertThat(picture.getWidth()).as(file.toString()).isEqualTo(WIDTH);
    assertThat(picture.getHeight()).as(file.toString()).isEqualTo(HEIGHT);
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < HEIGHT && colours.size() < COLOURS; y++) {
      for (int x = 0; x < WIDTH; x++) {
        colours.add(picture.getRGB(x, y));
      }
    }
    assertThat(colours.size()).as("colours of " + file).isGreaterThanOrEqualTo(COLOURS);
  }

  private String tour(int code, String... arguments) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + folder,
                "-Duser.home=" + folder.resolve("nobody"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "tour",
                "--headless"));
    command.addAll(Arrays.asList(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      boolean ended = process.waitFor(580, TimeUnit.SECONDS);
      String said = Files.readString(output);
      assertThat(ended).as(said).isTrue();
      assertThat(process.exitValue()).as(said).isEqualTo(code);
      for (String own : List.of(".local", ".config", "Downloads")) {
        assertThat(folder.resolve("nobody").resolve(own)).as("the user's own").doesNotExist();
      }
      return said;
    } finally {
      process.destroyForcibly().onExit().join();
    }
  }
}
