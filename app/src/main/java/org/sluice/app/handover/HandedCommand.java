package org.sluice.app.handover;

import java.nio.file.Path;
import java.util.List;

/// A command that is handed over.
///
/// @param folder where it was given; absolute
/// @param args as they were given, secrets included
public record HandedCommand(Path folder, List<String> args) {
  public HandedCommand {
    args = List.copyOf(args);
    if (!folder.isAbsolute()) {
      throw new IllegalArgumentException("where it was given is absolute: " + folder);
    }
  }

  /// Says no secret.
  @Override
  public String toString() {
    return "HandedCommand[" + args.size() + " arguments]";
  }
}
