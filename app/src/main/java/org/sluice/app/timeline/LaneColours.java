package org.sluice.app.timeline;

/// The colours of the lanes, as opaque ARGB.
///
/// @param strip the density of calls that are too many for hairlines
record LaneColours(int background, int grid, int selected, PollColours polls, int strip) {
  /// @param removeOn the letter of the end mark
  record PollColours(int none, int in, int out, int inout, int remove, int removeOn) {}
}
