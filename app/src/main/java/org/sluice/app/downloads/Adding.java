package org.sluice.app.downloads;

import java.nio.file.Path;
import org.sluice.app.shell.Shell;

/// How downloads are added: by a dialog that another package has.
public interface Adding {
  /// Opens the dialog.
  ///
  /// @param text links or a command to begin with; empty for none
  void open(Shell shell, String text);

  /// Adds what a file names: a Metalink, or a text with links.
  void file(Shell shell, Path file);
}
