package org.sluice.app.downloads;

import java.nio.file.Path;
import org.sluice.app.shell.Shell;

/// How downloads are added: by a dialog that another package has.
public interface Adding {
  /// Opens the dialog.
  ///
  /// @param text links or a command to begin with; empty for none
  void open(Shell shell, String text);

  /// Adds a link at once, as somebody else has handed it over; says so if it is none.
  ///
  /// @return whether it was added
  boolean now(Shell shell, String typed);

  /// Adds what a file names: a Metalink, or a text with links.
  void file(Shell shell, Path file);
}
