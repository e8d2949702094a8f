package org.sluice.icons;

/// The shape and the letter of a poll state, so that no state is told by its colour alone.
///
/// Both are SVG path data on a grid of [#GRID] pixels: the body is filled by the even-odd rule, the
/// letter is drawn as a line of [#LETTER_STROKE] pixels with round joins.
public enum PollGlyph {
  /// A hollow circle: registered, nothing to wait for.
  NONE(
      "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 " + "0-11Z",
      "M5.9 10.8V5.2L10.1 10.8V5.2"),
  /// A plate that points down: wait to receive.
  IN(
      "M2.5 1h11a.5.5 0 0 1 .5.5V9.4a.8.8 0 0 1-.25.57L8.5 14.8a.7.7 0 0 1-1 0L2.25 "
          + "9.97A.8.8 0 0 1 2 9.4V1.5A.5.5 0 0 1 2.5 1Z",
      "M8 3.6V10.2M6.3 3.6H9.7M6.3 10.2H9.7"),
  /// A plate that points up: wait to send.
  OUT(
      "M2.5 15h11a.5.5 0 0 0 .5-.5V6.6a.8.8 0 0 0-.25-.57L8.5 1.2a.7.7 0 0 0-1 "
          + "0L2.25 6.03A.8.8 0 0 0 2 6.6V14.5A.5.5 0 0 0 2.5 15Z",
      "M8 5.7C6.5 5.7 5.6 7.1 5.6 9S6.5 12.3 8 12.3S10.4 10.9 10.4 9S9.5 5.7 8 5.7Z"),
  /// A hexagon with both points: wait for either.
  INOUT(
      "M8.5.4 14.3 4.4a.8.8 0 0 1 .35.66V10.94a.8.8 0 0 1-.35.66L8.5 15.6a.9.9 0 0 "
          + "1-1 0L1.7 11.6A.8.8 0 0 1 1.35 10.94V5.06A.8.8 0 0 1 1.7 4.4L7.5.4A.9.9 0 0 1 "
          + "8.5.4Z",
      "M5 5.2V10.8M10 5.2C8.6 5.2 7.9 6.4 7.9 8S8.6 10.8 10 10.8S12.1 9.6 12.1 "
          + "8S11.4 5.2 10 5.2Z"),
  /// An octagon: no longer watched.
  REMOVE(
      "M5.2 1h5.6a.7.7 0 0 1 .5.2l3.5 3.5a.7.7 0 0 1 .2.5v5.6a.7.7 0 0 1-.2.5l-3.5 "
          + "3.5a.7.7 0 0 1-.5.2H5.2a.7.7 0 0 1-.5-.2L1.2 11.3a.7.7 0 0 1-.2-.5V5.2a.7.7 0 "
          + "0 1 .2-.5L4.7 1.2A.7.7 0 0 1 5.2 1Z",
      "M5.9 11.2V4.9H8.4a1.85 1.85 0 0 1 0 3.7H5.9M8.2 8.6L10.6 11.2");

  /// Width and height of the grid in pixels.
  public static final double GRID = 16;

  /// Width of the letter's line in pixels of the grid.
  public static final double LETTER_STROKE = 1.45;

  private final String bodyPath;
  private final String letterPath;

  PollGlyph(String bodyPath, String letterPath) {
    this.bodyPath = bodyPath;
    this.letterPath = letterPath;
  }

  /// The outline to fill.
  public String bodyPath() {
    return bodyPath;
  }

  /// The line to draw over the body.
  public String letterPath() {
    return letterPath;
  }
}
