package org.sluice.app.desktop;

import java.util.List;
import java.util.Locale;
import org.sluice.engine.queue.AfterFinishCommand.Os;

/// The programs that desktops have for what Java has no call for, by their arguments: no shell reads
/// them. Empty where a desktop has none.
///
/// **Source**: gdbus(1) with the specifications of org.freedesktop.Notifications and of
/// com.canonical.Unity.LauncherEntry, systemd-inhibit(1); osascript(1), caffeinate(8) of macOS.
final class DesktopCommand {
  private static final String NOTICES = "org.freedesktop.Notifications";
  private static final String LAUNCHER = "com.canonical.Unity.LauncherEntry";

  private DesktopCommand() {}

  /// Shows a notice.
  static List<String> notice(Os os, String title, String text) {
    return switch (os) {
      case LINUX ->
          List.of(
              "gdbus",
              "call",
              "--session",
              "--dest=" + NOTICES,
              "--object-path=/org/freedesktop/Notifications",
              "--method=" + NOTICES + ".Notify",
              GVariantText.of("Sluice"),
              "uint32 0",
              GVariantText.of("sluice"),
              GVariantText.of(title),
              GVariantText.of(escaped(text)),
              "@as []",
              "{'desktop-entry': <'sluice'>}",
              "int32 -1");
      case MACOS ->
          List.of(
              "osascript",
              "-e",
              "on run argv",
              "-e",
              "display notification (item 2 of argv) with title (item 1 of argv)",
              "-e",
              "end run",
              "--",
              title,
              text);
      case WINDOWS, OTHER -> List.of(); // Windows: by the tray
    };
  }

  /// Some servers of notices read their text as markup.
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /// Shows progress at the icon of the program.
  ///
  /// @param percent -1 for none
  static List<String> progress(Os os, int percent) {
    if (os != Os.LINUX) {
      return List.of();
    }
    double part = Math.max(0, percent) / 100.0;
    return List.of(
        "gdbus",
        "emit",
        "--session",
        "--object-path=/org/sluice/Launcher",
        "--signal=" + LAUNCHER + ".Update",
        GVariantText.of("application://sluice.desktop"),
        String.format(
            Locale.ROOT, "{'progress': <%.2f>, 'progress-visible': <%b>}", part, percent >= 0));
  }

  /// A program that keeps the computer awake until its input is closed, or `process` is gone.
  ///
  /// @param why a word for the user who asks the system
  static List<String> awake(Os os, String why, long process) {
    return switch (os) {
      case LINUX ->
          List.of(
              "systemd-inhibit",
              "--what=sleep:idle",
              "--mode=block",
              "--who=Sluice",
              "--why=" + why,
              "cat");
      case MACOS -> List.of("caffeinate", "-i", "-w", Long.toString(process));
      case WINDOWS, OTHER -> List.of(); // Windows: by a call, see WindowsAwake
    };
  }
}
