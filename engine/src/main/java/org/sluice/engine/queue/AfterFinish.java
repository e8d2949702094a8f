package org.sluice.engine.queue;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What happens when downloads are complete: a program for each, and the computer's own action for
/// the last.
///
/// A program is named by its arguments, and no shell ever reads them. `{file}`, `{folder}`,
/// `{name}` and `{url}` stand for whole arguments. A program that reads commands from its arguments
/// is refused with them, as then a server would write the command by the file's name.
///
/// **Limits**: [#MOST_ARGUMENTS], [#MOST_CHARS].
///
/// @param command the program and its arguments; empty for none
/// @param whenEmpty after the queue's last download
public record AfterFinish(List<String> command, SystemAction whenEmpty) {
  public static final AfterFinish NOTHING = new AfterFinish(List.of(), SystemAction.NOTHING);

  public static final int MOST_ARGUMENTS = 64;

  /// Of one argument.
  public static final int MOST_CHARS = 4_096;

  /// What an argument may stand for.
  public static final Set<String> PLACEHOLDERS = Set.of("{file}", "{folder}", "{name}", "{url}");

  public AfterFinish {
    command = List.copyOf(command);
    if (command.size() > MOST_ARGUMENTS) {
      throw new IllegalArgumentException(
          "a command has at most " + MOST_ARGUMENTS + " arguments, not " + command.size());
    }
    for (String argument : command) {
      check(argument);
    }
    if (!command.isEmpty()) {
      checkProgram(command);
    }
  }

  private static void check(String argument) {
    if (argument.length() > MOST_CHARS) {
      throw new IllegalArgumentException(
          "an argument has at most " + MOST_CHARS + " characters, not " + argument.length());
    }
    if (argument.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("an argument cannot have a NUL in it");
    }
    if (!PLACEHOLDERS.contains(argument)) {
      for (String placeholder : PLACEHOLDERS) {
        if (argument.contains(placeholder)) {
          throw new IllegalArgumentException(
              placeholder + " must be an argument of its own, not a part of \"" + argument + "\"");
        }
      }
    }
  }

  private static void checkProgram(List<String> command) {
    String program = command.getFirst();
    if (program.isBlank() || PLACEHOLDERS.contains(program)) {
      throw new IllegalArgumentException("a command begins with a program, not with " + program);
    }
    String complaint = Interpreters.complaint(command, PLACEHOLDERS);
    if (complaint != null) {
      throw new IllegalArgumentException(complaint);
    }
  }

  public boolean isNothing() {
    return command.isEmpty() && whenEmpty == SystemAction.NOTHING;
  }

  /// As [#parse] reads it; empty for nothing.
  public String text() {
    if (isNothing()) {
      return "";
    }
    return whenEmpty.name().toLowerCase(Locale.ROOT) + ": " + ArgumentText.write(command);
  }

  /// Reads what [#text] wrote: `shut_down: notify-send "It is here" {name}`.
  ///
  /// @throws IllegalArgumentException with a sentence that says what was not understood
  public static AfterFinish parse(String text) {
    if (text.isBlank()) {
      return NOTHING;
    }
    int colon = text.indexOf(':');
    String action = text.substring(0, Math.max(0, colon)).strip();
    for (SystemAction known : SystemAction.values()) {
      if (known.name().equalsIgnoreCase(action)) {
        return new AfterFinish(ArgumentText.read(text.substring(colon + 1)), known);
      }
    }
    throw new IllegalArgumentException(
        "\"" + text.strip() + "\" does not begin with an action, like nothing: or shut_down:");
  }
}
