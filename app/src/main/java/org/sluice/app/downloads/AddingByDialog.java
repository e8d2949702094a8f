package org.sluice.app.downloads;

import java.nio.file.Path;
import org.sluice.app.shell.Shell;

/// Adds by the dialog.
final class AddingByDialog implements DownloadsActions.Adding {
  private final DownloadsViewModel model;

  AddingByDialog(DownloadsViewModel model) {
    this.model = model;
  }

  @Override
  public void open(Shell shell, String text) {
    throw new UnsupportedOperationException(text);
  }

  @Override
  public void file(Shell shell, Path file) {
    throw new UnsupportedOperationException(file.toString());
  }
}
