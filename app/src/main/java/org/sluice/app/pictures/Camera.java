package org.sluice.app.pictures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.image.Image;
import org.sluice.app.cli.TourChoices.Look;
import org.sluice.app.fx.PngFile;
import org.sluice.app.fx.Theme;
import org.sluice.app.main.SluiceWindow;

/// Takes the pictures and writes them.
///
/// **Threads**: that of the [Director].
final class Camera {
  private final Director director;
  private final SluiceWindow window;
  private final Path folder;
  private final Look look;
  private final PictureIndex index;

  Camera(Director director, SluiceWindow window, Path folder, Look look, PictureIndex index) {
    this.director = director;
    this.window = window;
    this.folder = folder;
    this.look = look;
    this.index = index;
  }

  /// Plays the act and takes its pictures, in the themes that are wanted.
  ///
  /// @throws NotReached if there is nothing to see
  void take(Shot shot) throws NotReached, InterruptedException, IOException {
    shot.act().play();
    shoot(shot);
    if (look == Look.BOTH) {
      if (shot.anew()) {
        director.clear();
      }
      director.act(window::switchTheme);
      try {
        if (shot.anew()) {
          director.settle();
          shot.act().play();
        }
        shoot(shot);
      } finally {
        if (shot.anew()) {
          director.clear();
        }
        director.act(window::switchTheme);
      }
    }
  }

  private void shoot(Shot shot) throws NotReached, InterruptedException, IOException {
    if (shot.lasts()) {
      director.settle();
    }
    Theme theme = director.ask(window::theme);
    Image picture = director.ask(() -> WindowPicture.of(window.scene()));
    if (WindowPicture.isBlank(picture)) {
      throw new NotReached(PictureWords.text("blank"));
    }
    String file = shot.name() + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
    PngFile.write(picture, folder.resolve(file));
    index.add(shot, file);
  }
}
