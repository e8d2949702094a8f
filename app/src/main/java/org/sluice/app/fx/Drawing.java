package org.sluice.app.fx;

import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// A region that is drawn, and not made of nodes: on one canvas, which has as many pixels as it covers on
/// the screen. A canvas alone would be stretched by a [ScaledPane], and soft.
///
/// **Threads**: JavaFX.
public abstract class Drawing extends Region {
  private final Canvas canvas = new Canvas();
  private final Scale back = new Scale(1, 1, 0, 0);
  private double zoom = 1;
  private double wide;
  private double high;

  protected Drawing() {
    canvas.getTransforms().add(back);
    canvas.setManaged(false);
    getChildren().add(canvas);
    sceneProperty().subscribe(_ -> requestLayout()); // there the text may have another size
  }

  /// Draws it; what was there before is gone.
  protected abstract void paint(GraphicsContext g, double width, double height);

  /// To be called when something else is to be seen; a change of size is noticed.
  public final void redraw() {
    zoom = ScaledPane.zoomOf(this);
    wide = getWidth();
    high = getHeight();
    canvas.setWidth(Math.ceil(wide * zoom));
    canvas.setHeight(Math.ceil(high * zoom));
    back.setX(1 / zoom);
    back.setY(1 / zoom);
    if (wide <= 0 || high <= 0) {
      return;
    }
    if (getScene() != null) {
      Point2D place = ScaledPane.onPixel(this, 0, 0);
      canvas.relocate(place.getX(), place.getY());
    }
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.setTransform(1, 0, 0, 1, 0, 0);
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    g.setTransform(zoom, 0, 0, zoom, 0, 0);
    paint(g, wide, high);
  }

  /// So many pixels lie side by side in a unit of length; tests look.
  public final double pixelsPerUnit() {
    return wide <= 0 ? 0 : canvas.getWidth() / wide;
  }

  @Override
  protected void layoutChildren() {
    if (wide != getWidth() || high != getHeight() || zoom != ScaledPane.zoomOf(this)) {
      redraw();
    }
  }
}
