package org.sluice.app.fx;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How wide words are, for what has no label to ask before it is shown: a column has a width that was
/// drawn for English, and other languages need more.
///
/// **Threads**: JavaFX. **Units**: pixels of the design, before the text size of the user.
public final class TextWidth {
  private static final double HEADER_SIZE = 12;
  private static final double CELL_SIZE = 13;
  private static final double PADDINGS = 22;

  private TextWidth() {}

  /// Of the head of a column, its paddings with it.
  public static double header(String title) {
    return of(title, "IBM Plex Sans SmBld", HEADER_SIZE);
  }

  /// Of what stands in a cell of a table, its paddings with it.
  public static double cell(String words) {
    return of(words, "IBM Plex Sans", CELL_SIZE);
  }

  private static double of(String words, String family, double size) {
    Text text = new Text(words);
    text.setFont(Font.font(family, size));
    return Math.ceil(text.getLayoutBounds().getWidth()) + PADDINGS;
  }
}
