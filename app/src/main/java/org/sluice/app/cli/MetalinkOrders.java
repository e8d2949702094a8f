package org.sluice.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Url;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.metalink.MetalinkException;
import org.sluice.engine.metalink.MetalinkFile;
import org.sluice.engine.metalink.MetalinkReader;
import org.sluice.engine.metalink.MirrorRules.NamedBy;
import org.sluice.engine.request.TimeLimits;
import org.sluice.engine.request.TlsOptions;
import org.sluice.engine.request.TransferOptions;

/// Reads Metalinks, be they files of this computer or addresses.
///
/// **Source**: RFC 5854.
final class MetalinkOrders {
  private static final String EXTENSION = ".meta4";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private MetalinkOrders() {}

  /// What a Metalink says, and who said it.
  record Found(List<MetalinkFile> files, NamedBy namedBy) {}

  /// The file of this computer that `given` names, if it is a Metalink; null if it is not.
  ///
  /// @param folder for a path that is not absolute
  static @Nullable Path localFile(String given, Path folder) {
    if (given.contains("://") || !isMetalink(given)) {
      return null;
    }
    try {
      Path file = folder.resolve(given);
      return Files.isRegularFile(file) ? file : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  static boolean isMetalink(Url url) {
    return isMetalink(url.lastSegment());
  }

  private static boolean isMetalink(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(EXTENSION);
  }

  /// @throws TransferException if it cannot be read, or is none
  static Found ofFile(Path file) throws TransferException {
    try (InputStream in = Files.newInputStream(file)) {
      return new Found(MetalinkReader.read(in).files(), NamedBy.USER);
    } catch (IOException e) {
      throw new TransferException(
          TransferErrorCode.URL_MALFORMAT, file + " cannot be read: " + e, e);
    } catch (MetalinkException e) {
      throw bad(e);
    }
  }

  /// @throws TransferException if it cannot be had, or is none
  static Found ofUrl(Url url, FetchWish how) throws TransferException, InterruptedException {
    Path caFile = how.caFile();
    TransferOptions options =
        TransferOptions.builder(url.toString())
            .headers(how.headers())
            .tls(caFile == null ? TlsOptions.SYSTEM : TlsOptions.trusting(caFile))
            .limits(TimeLimits.DEFAULT.withTotal(PATIENCE))
            .failOnError(true)
            .build();
    SmallFetch.Document document = SmallFetch.fetch(options, MetalinkReader.MOST_BYTES);
    try {
      boolean safe = url.isTls() && Url.parse(document.url()).isTls();
      return new Found(
          MetalinkReader.parse(document.bytes()).files(), safe ? NamedBy.HTTPS : NamedBy.HTTP);
    } catch (MetalinkException e) {
      throw bad(e);
    }
  }

  private static TransferException bad(MetalinkException e) {
    return new TransferException(TransferErrorCode.WEIRD_SERVER_REPLY, e.sentence(), e);
  }
}
