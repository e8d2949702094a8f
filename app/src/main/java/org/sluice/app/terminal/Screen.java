package org.sluice.app.terminal;

import java.io.PrintStream;
import java.util.List;

/// Lines at the end of a terminal's output that are redrawn in place; others pass above them.
///
/// A frame is written at once, so that it does not flicker.
///
/// **Threads**: one at a time.
public final class Screen {
  private static final String ERASE_BELOW = "\r\u001b[J";
  private static final String NO_WRAP = "\u001b[?7l";
  private static final String WRAP = "\u001b[?7h";

  private final PrintStream out;
  private int drawn;

  public Screen(PrintStream out) {
    this.out = out;
  }

  /// Shows `frame` in the place of the one before, and above it `passing`, which stays.
  public void draw(List<String> passing, List<String> frame) {
    StringBuilder text = erasing();
    passing.forEach(line -> text.append(line).append('\n'));
    if (!frame.isEmpty()) {
      text.append(NO_WRAP);
      frame.forEach(line -> text.append(line).append('\n'));
      text.append(WRAP);
    }
    drawn = frame.size();
    write(text);
  }

  /// Takes the frame away, so that something else can be written there.
  public void clear() {
    if (drawn > 0) {
      StringBuilder text = erasing();
      drawn = 0;
      write(text);
    }
  }

  /// Leaves the frame where it is: what comes next stands below it.
  public void leave() {
    drawn = 0;
    write(WRAP);
  }

  private StringBuilder erasing() {
    StringBuilder text = new StringBuilder();
    if (drawn > 0) {
      text.append("\u001b[" + drawn + "A").append(ERASE_BELOW);
    }
    return text;
  }

  private void write(CharSequence text) {
    out.print(text);
    out.flush();
  }
}
