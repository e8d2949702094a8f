package org.sluice.app.pictures;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/// A window as it is seen, with its menus and tooltips, which are windows of their own.
///
/// **Threads**: JavaFX.
final class WindowPicture {
  private WindowPicture() {}

  static Image of(Scene scene) {
    WritableImage picture = scene.snapshot(null);
    double left = scene.getWindow().getX() + scene.getX();
    double top = scene.getWindow().getY() + scene.getY();
    for (PopupWindow popup : popups()) {
      Image over = alone(popup.getScene());
      lay(
          over,
          picture,
          (int) Math.round(popup.getX() + popup.getScene().getX() - left),
          (int) Math.round(popup.getY() + popup.getScene().getY() - top));
    }
    return picture;
  }

  /// With what is transparent around it, as its shadow.
  private static Image alone(Scene popup) {
    SnapshotParameters whole = new SnapshotParameters();
    whole.setFill(Color.TRANSPARENT);
    whole.setViewport(new Rectangle2D(0, 0, popup.getWidth(), popup.getHeight()));
    return popup.getRoot().snapshot(whole, null);
  }

  /// What stands over windows now, the lowest first.
  static List<PopupWindow> popups() {
    List<PopupWindow> popups = new ArrayList<>();
    for (Window window : Window.getWindows()) {
      if (window instanceof PopupWindow popup && popup.isShowing()) {
        popups.add(popup);
      }
    }
    return popups;
  }

  private static void lay(Image over, WritableImage picture, int left, int top) {
    PixelReader from = over.getPixelReader();
    PixelReader below = picture.getPixelReader();
    PixelWriter to = picture.getPixelWriter();
    int right = Math.min((int) picture.getWidth(), left + (int) over.getWidth());
    int bottom = Math.min((int) picture.getHeight(), top + (int) over.getHeight());
    for (int y = Math.max(0, top); y < bottom; y++) {
      for (int x = Math.max(0, left); x < right; x++) {
        to.setArgb(x, y, blend(from.getArgb(x - left, y - top), below.getArgb(x, y)));
      }
    }
  }

  /// `over` on something that is not transparent.
  static int blend(int over, int below) {
    int alpha = over >>> 24;
    int mixed = 0xff000000;
    for (int shift = 0; shift <= 16; shift += 8) {
      int top = (over >> shift) & 0xff;
      int bottom = (below >> shift) & 0xff;
      mixed |= ((top * alpha + bottom * (255 - alpha) + 127) / 255) << shift;
    }
    return mixed;
  }

  /// Whether there is nothing to see: one colour all over.
  static boolean isBlank(Image picture) {
    PixelReader pixels = picture.getPixelReader();
    int first = pixels.getArgb(0, 0);
    for (int y = 0; y < (int) picture.getHeight(); y++) {
      for (int x = 0; x < (int) picture.getWidth(); x++) {
        if (pixels.getArgb(x, y) != first) {
          return false;
        }
      }
    }
    return true;
  }
}
