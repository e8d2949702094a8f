package org.sluice.engine.queue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds commands in which the name of a downloaded file would be read as a command itself.
///
/// A script of one's own may get the name as an argument: `sh mine.sh {file}`.
final class Interpreters {
  /// They run what their first argument names or says.
  private static final Set<String> RUN_THEIR_ARGUMENT =
      Set.of(
          "sh",
          "bash",
          "dash",
          "zsh",
          "ksh",
          "fish",
          "csh",
          "tcsh",
          "ash",
          "busybox",
          "eval",
          "exec",
          "env",
          "xargs",
          "sudo",
          "su",
          "doas",
          "nohup",
          "nice",
          "setsid",
          "osascript",
          "perl",
          "python",
          "python3",
          "ruby",
          "node",
          "php",
          "powershell",
          "pwsh",
          "wscript",
          "cscript",
          "mshta",
          "rundll32",
          "msiexec",
          "start");

  /// They put all arguments together again and read them as a line of commands.
  private static final Set<String> READ_ALL = Set.of("cmd", "command.com");

  private Interpreters() {}

  /// @return a sentence that says what is wrong; null if nothing is
  static @Nullable String complaint(List<String> command, Set<String> placeholders) {
    if (command.stream().noneMatch(placeholders::contains)) {
      return null;
    }
    for (int i = 0; i < command.size(); i++) {
      String name = plainName(command.get(i));
      List<String> rest = command.subList(i + 1, command.size());
      boolean readsAll =
          READ_ALL.contains(name)
              || (i == 0 && (name.endsWith(".bat") || name.endsWith(".cmd")))
              || (isPowerShell(name) && rest.stream().anyMatch(Interpreters::isCommandOption));
      boolean runsFirst =
          RUN_THEIR_ARGUMENT.contains(name)
              && rest.stream()
                  .filter(argument -> !argument.startsWith("-"))
                  .findFirst()
                  .filter(placeholders::contains)
                  .isPresent();
      if (readsAll || runsFirst) {
        return name
            + " would read the name of a file as a command; give it a script of your own first, or"
            + " name another program";
      }
    }
    return null;
  }

  private static boolean isPowerShell(String name) {
    return name.equals("powershell") || name.equals("pwsh");
  }

  /// `-Command` in any of its short forms; `-EncodedCommand` too.
  private static boolean isCommandOption(String argument) {
    String option = argument.toLowerCase(Locale.ROOT).replace('/', '-');
    return option.length() > 1
        && ("-command".startsWith(option)
            || "-encodedcommand".startsWith(option)
            || option.equals("-ec"));
  }

  private static String plainName(String program) {
    int separator = Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\'));
    String name = program.substring(separator + 1).toLowerCase(Locale.ROOT).strip();
    return name.endsWith(".exe") ? name.substring(0, name.length() - 4) : name;
  }
}
