package org.sluice.engine.download;

import java.net.InetAddress;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.loop.LoopOptions;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.request.ProxyOptions;
import org.sluice.engine.request.TimeLimits;
import org.sluice.engine.request.TlsOptions;
import org.sluice.engine.retry.RetryPolicy;

/// How the download core is made.
///
/// @param folder for the journal; made if it is not there
/// @param limits what is limited for all downloads together
/// @param network how every transfer reaches its server
/// @param turns which downloads run
/// @param clock the time of day and the zone, for schedules and for what servers ask to wait
/// @param random for the jitter of retries
public record DownloadsOptions(
    Path folder,
    LoopOptions loop,
    Limits limits,
    Network network,
    Turns turns,
    Clock clock,
    RandomGenerator random) {

  /// What is limited for all downloads together.
  ///
  /// @param bytesPerSecond of all transfers; 0 for none
  /// @param diskBufferBytes memory for bytes that wait to be written
  /// @param hostConnections to one host, of all downloads; 0 for none
  public record Limits(long bytesPerSecond, long diskBufferBytes, int hostConnections) {
    public static final long DEFAULT_DISK_BUFFER_BYTES = 64L << 20;
    public static final int DEFAULT_HOST_CONNECTIONS = 16;
    public static final Limits DEFAULT =
        new Limits(0, DEFAULT_DISK_BUFFER_BYTES, DEFAULT_HOST_CONNECTIONS);

    public Limits {
      if (bytesPerSecond < 0 || diskBufferBytes <= 0 || hostConnections < 0) {
        throw new IllegalArgumentException("a limit cannot be negative");
      }
    }

    public Limits bytesPerSecond(long value) {
      return new Limits(value, diskBufferBytes, hostConnections);
    }

    public Limits diskBufferBytes(long value) {
      return new Limits(bytesPerSecond, value, hostConnections);
    }

    public Limits hostConnections(int value) {
      return new Limits(bytesPerSecond, diskBufferBytes, value);
    }
  }

  /// How every transfer reaches its server.
  ///
  /// @param tls whom to trust where a download does not say itself
  /// @param times how long a transfer may take to connect, answer and stand still
  /// @param resolve answers for names before any look-up; see `TransferOptions`
  /// @param proxy the way to servers for downloads that do not name a proxy themselves
  /// @param selector asked first for the proxies of each server; what it has none for goes by `proxy`;
  ///   null if nobody is asked
  /// @param tries how often a download is tried again since the last byte of it came
  public record Network(
      TlsOptions tls,
      TimeLimits times,
      Map<String, List<InetAddress>> resolve,
      ProxyOptions proxy,
      @Nullable ProxySelector selector,
      int tries) {
    public static final Network DEFAULT =
        new Network(
            TlsOptions.SYSTEM,
            TimesForFiles.DEFAULT,
            Map.of(),
            ProxyOptions.NONE,
            null,
            RetryPolicy.DEFAULT_TRIES);

    public Network {
      resolve = Map.copyOf(resolve);
    }

    public Network tls(TlsOptions value) {
      return new Network(value, times, resolve, proxy, selector, tries);
    }

    public Network times(TimeLimits value) {
      return new Network(tls, value, resolve, proxy, selector, tries);
    }

    public Network proxy(ProxyOptions value) {
      return new Network(tls, times, resolve, value, null, tries);
    }

    /// Asks the system, or whoever it is, for the proxies of each server.
    public Network selector(@Nullable ProxySelector value) {
      return new Network(tls, times, resolve, proxy, value, tries);
    }

    public Network tries(int value) {
      return new Network(tls, times, resolve, proxy, selector, value);
    }
  }

  /// Which downloads run.
  ///
  /// @param onlyAsked whether of the downloads that are in the list at the start only those run that
  ///   are resumed or restarted by a wish; the others stay as they are
  /// @param atOnce in each queue, whatever its rules say, and even if it is stopped; 0 for what its
  ///   rules say
  public record Turns(boolean onlyAsked, int atOnce) {
    public static final Turns DEFAULT = new Turns(false, 0);

    public Turns {
      if (atOnce < 0 || atOnce > QueueRules.MOST_AT_ONCE) {
        throw new IllegalArgumentException("not a number of downloads at once: " + atOnce);
      }
    }
  }

  /// The defaults, with the journal in `folder`.
  public static DownloadsOptions in(Path folder) {
    return new DownloadsOptions(
        folder.toAbsolutePath().normalize(),
        LoopOptions.DEFAULT,
        Limits.DEFAULT,
        Network.DEFAULT,
        Turns.DEFAULT,
        Clock.system(ZoneId.systemDefault()),
        RandomGenerator.of("L64X128MixRandom"));
  }

  public DownloadsOptions loop(LoopOptions value) {
    return new DownloadsOptions(folder, value, limits, network, turns, clock, random);
  }

  public DownloadsOptions limits(Limits value) {
    return new DownloadsOptions(folder, loop, value, network, turns, clock, random);
  }

  public DownloadsOptions network(Network value) {
    return new DownloadsOptions(folder, loop, limits, value, turns, clock, random);
  }

  public DownloadsOptions turns(Turns value) {
    return new DownloadsOptions(folder, loop, limits, network, value, clock, random);
  }

  public DownloadsOptions clock(Clock value) {
    return new DownloadsOptions(folder, loop, limits, network, turns, value, random);
  }

  public DownloadsOptions random(RandomGenerator value) {
    return new DownloadsOptions(folder, loop, limits, network, turns, clock, value);
  }
}
