package org.sluice.engine.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a transfer finds its servers and reaches them.
///
/// @param resolve what is said beforehand of names
/// @param connectTo other places to connect to; the first that fits counts
/// @param local our own end
/// @param family which addresses are used
/// @param dnsCacheTimeoutNanos how long a found name is believed (`CURLOPT_DNS_CACHE_TIMEOUT`); 0
///   to ask each time, [#FOREVER]
public record NetworkOptions(
    ResolveRules resolve,
    List<ConnectTo> connectTo,
    LocalEnd local,
    AddressFamily family,
    long dnsCacheTimeoutNanos) {
  public static final long FOREVER = -1;
  public static final long DNS_CACHE_TIMEOUT_NANOS = 60_000_000_000L;

  public static final NetworkOptions DEFAULT =
      new NetworkOptions(
          ResolveRules.NONE, List.of(), LocalEnd.ANY, AddressFamily.ANY, DNS_CACHE_TIMEOUT_NANOS);

  public NetworkOptions {
    connectTo = List.copyOf(connectTo);
    if (dnsCacheTimeoutNanos < FOREVER) {
      throw new IllegalArgumentException("no time to believe a name: " + dnsCacheTimeoutNanos);
    }
  }

  /// The other place that a server's name and port stand for; null for none.
  public @Nullable ConnectTo elsewhere(String host, int port) {
    return connectTo.stream().filter(rule -> rule.fits(host, port)).findFirst().orElse(null);
  }

  public NetworkOptions withResolve(ResolveRules value) {
    return new NetworkOptions(value, connectTo, local, family, dnsCacheTimeoutNanos);
  }

  public NetworkOptions withConnectTo(List<ConnectTo> value) {
    return new NetworkOptions(resolve, value, local, family, dnsCacheTimeoutNanos);
  }

  public NetworkOptions withLocal(LocalEnd value) {
    return new NetworkOptions(resolve, connectTo, value, family, dnsCacheTimeoutNanos);
  }

  public NetworkOptions withFamily(AddressFamily value) {
    return new NetworkOptions(resolve, connectTo, local, value, dnsCacheTimeoutNanos);
  }

  public NetworkOptions withDnsCacheTimeoutNanos(long value) {
    return new NetworkOptions(resolve, connectTo, local, family, value);
  }
}
