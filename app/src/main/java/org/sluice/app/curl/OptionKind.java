package org.sluice.app.curl;

/// What follows an option on the command line, and whether `--no-` may stand before its name.
public enum OptionKind {
  /// Nothing, and it cannot be taken back.
  NONE(false, false),
  /// Nothing; `--no-NAME` switches it off.
  SWITCH(false, true),
  /// A switch whose letter switches it off.
  SWITCH_OFF(false, true),
  /// Any text.
  TEXT(true, false),
  /// The name of a file.
  FILE(true, false),
  /// Seconds, with a fraction if need be.
  SECONDS(true, false),
  /// A number that is not negative.
  COUNT(true, false);

  private final boolean argument;
  private final boolean negatable;

  OptionKind(boolean argument, boolean negatable) {
    this.argument = argument;
    this.negatable = negatable;
  }

  public boolean takesArgument() {
    return argument;
  }

  public boolean isNegatable() {
    return negatable;
  }
}
