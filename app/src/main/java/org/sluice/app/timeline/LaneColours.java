package org.sluice.app.timeline;

import org.sluice.app.fx.TokenPaints;
import org.sluice.app.fx.TokenPaints.Token;

/// The colours of the lanes, as opaque ARGB.
///
/// @param strip the density of calls that are too many for hairlines
record LaneColours(int background, int grid, int selected, PollColours polls, int strip) {
  /// @param removeOn the letter of the end mark
  record PollColours(int none, int in, int out, int inout, int remove, int removeOn) {}

  /// As the theme has them now.
  static LaneColours of(TokenPaints paints) {
    return new LaneColours(
        paints.argb(Token.BACKGROUND),
        paints.argb(Token.GRID),
        paints.argb(Token.SELECTED),
        new PollColours(
            paints.argb(Token.POLL_NONE),
            paints.argb(Token.POLL_IN),
            paints.argb(Token.POLL_OUT),
            paints.argb(Token.POLL_INOUT),
            paints.argb(Token.POLL_REMOVE),
            paints.argb(Token.POLL_REMOVE_ON)),
        paints.argb(Token.ACT));
  }

  /// For a lane beside which no clock stands.
  LaneColours withoutGrid() {
    return new LaneColours(background, background, selected, polls, strip);
  }
}
