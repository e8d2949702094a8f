package org.sluice.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.FileDownload;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.request.TlsOptions;

/// Makes a download of what the user wants: its address, its options, its file.
///
/// **Threads**: confined to the loop.
final class DownloadMaker implements AutoCloseable {
  private final Targets targets;
  private final TransferSettings settings;
  private final boolean overwrite;
  private final LabAddresses lab = new LabAddresses();

  DownloadMaker(Targets targets, TransferSettings settings, boolean overwrite) {
    this.targets = targets;
    this.settings = settings;
    this.overwrite = overwrite;
  }

  /// @throws TransferException if it can be told without any transfer that this will not work
  FileDownload make(Wanted wanted) throws TransferException {
    Wanted real = wanted;
    TlsOptions trust = null;
    if (LabAddresses.isOne(wanted.url())) {
      real = new Wanted(lab.resolve(wanted.url()), wanted.path());
      trust = lab.trust();
    }
    return make(real, trust);
  }

  private FileDownload make(Wanted wanted, @Nullable TlsOptions trust) throws TransferException {
    Path target = targets.take(wanted);
    return FileDownload.to(settings.options(wanted.url(), trust), target, overwrite);
  }

  /// The file of `download` is no longer being written.
  void done(FileDownload download) {
    targets.free(download.target());
  }

  @Override
  public void close() {
    lab.close();
  }
}
