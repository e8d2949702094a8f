package org.sluice.app.learn;

import java.util.Set;
import org.sluice.engine.loop.Step;

/// One line of a listing.
///
/// @param number from 1
/// @param badge the number of the step that begins here; 0 for none
/// @param marks at which steps this line is the current one
record CodeLine(int number, String text, int badge, Set<Mark> marks) {
  /// A step, and for the step of socketAction which of its calls.
  ///
  /// @param call 0 for any, 1 for a socket, 2 for the timer, 3 for a loop that was woken
  record Mark(Step step, int call) {}

  CodeLine {
    marks = Set.copyOf(marks);
  }
}
