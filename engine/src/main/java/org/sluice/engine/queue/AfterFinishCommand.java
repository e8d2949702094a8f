package org.sluice.engine.queue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// What is to be done after a download or a queue: a pure function; the core runs it.
///
/// **Source**: systemctl(1), loginctl(1); pmset(1), osascript(1); shutdown, rundll32 of Windows.
public sealed interface AfterFinishCommand {
  /// Start a program, without a shell, and do not wait for it.
  ///
  /// @param arguments the program first
  /// @param folder in which it starts
  record Run(List<String> arguments, Path folder) implements AfterFinishCommand {
    public Run {
      arguments = List.copyOf(arguments);
    }
  }

  /// End Sluice.
  record Quit() implements AfterFinishCommand {}

  /// Do nothing.
  record Nothing() implements AfterFinishCommand {}

  /// It cannot be done here.
  record Impossible(String sentence) implements AfterFinishCommand {}

  /// The systems that know how to sleep.
  enum Os {
    LINUX,
    MACOS,
    WINDOWS,
    OTHER;

    /// @param osName the system property `os.name`
    public static Os of(String osName) {
      String name = osName.toLowerCase(Locale.ROOT);
      if (name.startsWith("windows")) {
        return WINDOWS;
      }
      if (name.startsWith("mac") || name.startsWith("darwin")) {
        return MACOS;
      }
      return name.startsWith("linux") ? LINUX : OTHER;
    }
  }

  /// A file that is complete.
  ///
  /// @param file absolute
  /// @param url without secrets
  record Finished(Path file, String url) {
    public Finished {
      if (!file.isAbsolute() || file.getFileName() == null || file.getParent() == null) {
        throw new IllegalArgumentException("not the absolute path of a file: " + file);
      }
    }
  }

  /// What the action says of one complete download.
  static AfterFinishCommand commandFor(AfterFinish action, Finished finished) {
    if (action.command().isEmpty()) {
      return new Nothing();
    }
    Path folder = Objects.requireNonNull(finished.file.getParent());
    List<String> arguments = new ArrayList<>();
    for (String argument : action.command()) {
      arguments.add(
          switch (argument) {
            case "{file}" -> finished.file.toString();
            case "{folder}" -> folder.toString();
            case "{name}" -> noOption(String.valueOf(finished.file.getFileName()));
            case "{url}" -> noOption(finished.url);
            default -> argument;
          });
    }
    return new Run(arguments, folder);
  }

  /// A name that a server chose must not become an option of a program: `./-rf` is the same file.
  private static String noOption(String value) {
    return value.startsWith("-") ? "./" + value : value;
  }

  /// What the computer is told when a queue has nothing more to do.
  ///
  /// @param folder in which a program starts: any that is there
  static AfterFinishCommand commandFor(SystemAction action, Os os, Path folder) {
    return switch (action) {
      case NOTHING -> new Nothing();
      case QUIT -> new Quit();
      case LOCK, SLEEP, HIBERNATE, SHUT_DOWN -> {
        List<String> arguments = arguments(action, os);
        yield arguments.isEmpty()
            ? new Impossible(
                "Sluice does not know how this computer does \""
                    + action.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + "\"; name a program that does it")
            : new Run(arguments, folder);
      }
    };
  }

  private static List<String> arguments(SystemAction action, Os os) {
    return switch (os) {
      case LINUX ->
          switch (action) {
            case LOCK -> List.of("loginctl", "lock-session");
            case SLEEP -> List.of("systemctl", "suspend");
            case HIBERNATE -> List.of("systemctl", "hibernate");
            case SHUT_DOWN -> List.of("systemctl", "poweroff");
            case NOTHING, QUIT -> List.of();
          };
      case MACOS ->
          switch (action) {
            case LOCK -> List.of("pmset", "displaysleepnow");
            case SLEEP -> List.of("pmset", "sleepnow");
            case SHUT_DOWN ->
                List.of("osascript", "-e", "tell application \"System Events\" to shut down");
            case HIBERNATE, NOTHING, QUIT -> List.of();
          };
      case WINDOWS ->
          switch (action) {
            case LOCK -> List.of("rundll32.exe", "user32.dll,LockWorkStation");
            case SLEEP -> List.of("rundll32.exe", "powrprof.dll,SetSuspendState", "0,1,0");
            case HIBERNATE -> List.of("shutdown.exe", "/h");
            case SHUT_DOWN -> List.of("shutdown.exe", "/s", "/t", "0");
            case NOTHING, QUIT -> List.of();
          };
      case OTHER -> List.of();
    };
  }
}
