package org.sluice.app.timeline;

import java.nio.IntBuffer;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.ScaledPane;

/// Shows [Pixels] that are drawn anew each pulse, one for each pixel of the screen.
///
/// **Threads**: JavaFX.
final class PixelView extends ImageView {
  private @Nullable PixelBuffer<IntBuffer> buffer;
  private Pixels pixels = new Pixels(0, 0, 1);

  PixelView() {
    setMouseTransparent(true);
  }

  /// Draws a picture of a size; the one before is still in the pixels.
  void draw(double wide, double high, Consumer<Pixels> painter) {
    double scale =
        getScene() == null ? 1 : getScene().getWindow().getRenderScaleX() * ScaledPane.zoomOf(this);
    int width = (int) Math.round(wide * scale);
    int height = (int) Math.round(high * scale);
    if (width < 1 || height < 1) {
      return;
    }
    if (width != pixels.width() || height != pixels.height() || scale != pixels.scale()) {
      resizeTo(width, height, scale);
    }
    place();
    painter.accept(pixels);
    if (buffer != null) {
      buffer.updateBuffer(_ -> null);
    }
  }

  /// Stands where a pixel of the screen begins.
  private void place() {
    if (getParent() != null && getScene() != null) {
      Point2D at = ScaledPane.onPixel(getParent(), getLayoutX(), getLayoutY());
      setTranslateX(at.getX() - getLayoutX());
      setTranslateY(at.getY() - getLayoutY());
    }
  }

  private void resizeTo(int width, int height, double scale) {
    pixels = new Pixels(width, height, scale);
    buffer = new PixelBuffer<>(width, height, pixels.buffer(), PixelFormat.getIntArgbPreInstance());
    setImage(new WritableImage(buffer));
    setFitWidth(width / scale);
    setFitHeight(height / scale);
  }
}
