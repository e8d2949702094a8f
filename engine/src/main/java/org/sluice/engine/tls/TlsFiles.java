package org.sluice.engine.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;

/// Reads the files that TLS needs, and says which one is of no use and why.
///
/// **Limits**: [#MOST_BYTES] of one file.
final class TlsFiles {
  static final int MOST_BYTES = Pem.MOST_CHARS;

  private TlsFiles() {}

  static byte[] read(Path file, String what, TransferErrorCode code) throws TransferException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw unusable(file, what, code, "it is larger than " + MOST_BYTES + " bytes", null);
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw unusable(file, what, code, "there is no such file", e);
    } catch (IOException e) {
      throw unusable(file, what, code, "it cannot be read", e);
    }
  }

  static TransferException unusable(
      Path file, String what, TransferErrorCode code, @Nullable String why, @Nullable Exception e) {
    String reason = why == null ? "it makes no sense" : why;
    return new TransferException(code, what + " " + file + " is of no use: " + reason, e);
  }
}
