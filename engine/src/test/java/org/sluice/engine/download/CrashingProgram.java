package org.sluice.engine.download;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FileWish;

/// A program that downloads, says how far it is, and is killed from outside.
///
/// Arguments: folder of the journal, folder of the files, address.
final class CrashingProgram {
  private static final long TELL_NANOS = 20_000_000L;

  private CrashingProgram() {}

  public static void main(String[] args) throws IOException {
    Downloads downloads = Downloads.open(DownloadsOptions.in(Path.of(args[0])));
    if (downloads.freshSnapshot().join().items().isEmpty()) {
      downloads.add(DownloadRequest.of(args[2], FileWish.into(Path.of(args[1])))).join();
    }
    while (true) {
      for (ItemView view : downloads.freshSnapshot().join().items()) {
        System.out.println(
            view.state() + " " + view.amount().received() + " " + view.amount().committed());
      }
      LockSupport.parkNanos(TELL_NANOS); // for a person's eyes it would be longer
    }
  }
}
