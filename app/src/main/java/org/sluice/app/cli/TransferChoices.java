package org.sluice.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.Headers;
import org.sluice.engine.request.TimeLimits;
import org.sluice.engine.request.TlsOptions;
import picocli.CommandLine.Option;

/// The options that `get` and `trace` share: those of every single transfer.
final class TransferChoices {
  @Option(
      names = "--cacert",
      paramLabel = "FILE",
      description = "Trust the certificates in this PEM file instead of the system's.")
  private @Nullable Path caFile;

  @Option(
      names = {"-H", "--header"},
      paramLabel = "LINE",
      converter = FieldConverter.class,
      description = "Send this header, for example \"Accept: text/html\"; may be repeated.")
  private List<Headers.Field> headers = new ArrayList<>();

  @Option(
      names = "--limit-rate",
      paramLabel = "RATE",
      converter = RateConverter.class,
      description = "Bytes a second for each file at most, for example 500k or 2M.")
  private long rateBytesPerSecond;

  @Option(
      names = "--max-time",
      paramLabel = "SECONDS",
      converter = SecondsConverter.class,
      description = "Give up a file that is not complete after this time.")
  private Duration maxTime = Duration.ZERO;

  @Option(
      names = "--connect-timeout",
      paramLabel = "SECONDS",
      converter = SecondsConverter.class,
      description = "Give up a server that is not connected after this time.")
  private Duration connectTimeout = TimeLimits.DEFAULT.connect();

  TransferChoices() {}

  TransferSettings settings() {
    return new TransferSettings(
        caFile == null ? TlsOptions.SYSTEM : TlsOptions.trusting(caFile),
        TimeLimits.DEFAULT.withTotal(maxTime).withConnect(connectTimeout),
        headers.isEmpty() ? Headers.EMPTY : new Headers(headers),
        rateBytesPerSecond);
  }
}
