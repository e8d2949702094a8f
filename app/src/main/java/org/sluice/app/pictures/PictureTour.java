package org.sluice.app.pictures;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.application.Platform;
import org.sluice.app.cli.TourChoices;
import org.sluice.app.language.Language;

/// `sluice tour`: goes through every screen, and says which could not be shown.
///
/// **Threads**: the caller's, which is not JavaFX's.
public final class PictureTour {
  private final TourChoices choices;
  private final PrintStream out;
  private final PictureIndex index = new PictureIndex();
  private final List<String> missing = new ArrayList<>();

  private PictureTour(TourChoices choices, PrintStream out) {
    this.choices = choices;
    this.out = out;
  }

  /// Takes the pictures.
  ///
  /// @param display whether there is one to use
  /// @param out is told what there is
  /// @return the exit code: 0 if every screen is there
  public static int run(TourChoices choices, boolean display, PrintStream out) {
    Locale.setDefault(choices.locale());
    Language.speak(Language.of(choices.locale()));
    if (choices.offScreen() || !display) {
      System.setProperty("glass.platform", "Headless");
      System.setProperty("prism.order", "sw");
      System.setProperty("headless.geometry", choices.width() + "x" + choices.height());
    }
    try {
      Files.createDirectories(choices.out());
      return new PictureTour(choices, out).run();
    } catch (IOException | UncheckedIOException e) {
      out.println(PictureWords.text("unwritten", String.valueOf(e.getMessage())));
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private int run() throws IOException, InterruptedException {
    CompletableFuture<Studio> opened = new CompletableFuture<>();
    Platform.setImplicitExit(false);
    Platform.startup(
        () -> {
          try {
            opened.complete(new Studio(choices));
          } catch (IOException | RuntimeException e) {
            opened.completeExceptionally(e);
          }
        });
    Studio studio;
    try {
      studio = opened.join();
    } catch (CompletionException e) {
      throw new IOException(e.getCause());
    }
    Director director = new Director(studio.window());
    try {
      Camera camera = new Camera(director, studio.window(), choices.out(), choices.look(), index);
      for (Part part : Part.all(studio, director)) {
        play(part, camera, director);
      }
    } finally {
      director.act(studio::close);
      Platform.exit();
    }
    return report();
  }

  private void play(Part part, Camera camera, Director director)
      throws IOException, InterruptedException {
    List<Shot> wanted = part.shots().stream().filter(shot -> choices.wants(shot.name())).toList();
    if (wanted.isEmpty()) {
      return;
    }
    try {
      part.before().play();
    } catch (NotReached e) {
      wanted.forEach(shot -> miss(shot, String.valueOf(e.getMessage())));
      return;
    }
    for (Shot shot : wanted) {
      try {
        camera.take(shot);
      } catch (NotReached | RuntimeException e) {
        miss(shot, String.valueOf(e.getMessage()));
      } finally {
        director.clear();
      }
    }
  }

  private void miss(Shot shot, String what) {
    missing.add(PictureWords.text("missing", shot.name(), what));
    out.println(missing.getLast());
  }

  private int report() throws IOException {
    Path page = index.write(choices.out());
    out.println(
        PictureWords.text(
            "report",
            Integer.toString(index.files()),
            Integer.toString(index.screens()),
            page.toString()));
    if (!missing.isEmpty()) {
      out.println(PictureWords.text("report.missing", Integer.toString(missing.size())));
    }
    return missing.isEmpty() && index.files() > 0 ? 0 : 1;
  }
}
