package org.sluice.app.monitor;

import java.nio.file.Path;
import org.sluice.engine.request.TlsOptions;

/// A download that is to start.
///
/// @param fileName empty to take the name from the URL
/// @param limitBytesPerSecond 0 for no limit
public record NewDownload(
    String url, Path folder, String fileName, TlsOptions tls, long limitBytesPerSecond) {
  /// With the system's trust store and no limit.
  public static NewDownload of(String url, Path folder) {
    return new NewDownload(url, folder, "", TlsOptions.SYSTEM, 0);
  }
}
