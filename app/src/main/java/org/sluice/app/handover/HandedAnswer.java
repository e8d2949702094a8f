package org.sluice.app.handover;

/// What came of a command.
///
/// @param process number of the process that has the list
/// @param taken whether it was done at all; if not, that process is busy with something short, or is
///   ending: ask again soon
/// @param code the exit code
/// @param out what it said
/// @param err what it said went wrong
public record HandedAnswer(long process, boolean taken, int code, String out, String err) {
  /// Ask again soon.
  public static HandedAnswer later(long process) {
    return new HandedAnswer(process, false, 0, "", "");
  }
}
