package org.sluice.engine.lab;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// How a lab starts: its ports, its families and the length of its request log.
///
/// **Limits** a log holds at most 100,000 requests; a port is 0 (any free one) to 65535.
///
/// @param ports the fixed ports; an origin without an entry gets any free port
/// @param ipv6 whether to listen on `::1` too, where the machine has it
/// @param logLimit how many of the latest requests [LabServer#seen()] remembers
public record LabOptions(Map<LabOrigin, Integer> ports, boolean ipv6, int logLimit) {
  private static final int LOG_LIMIT_DEFAULT = 1_000;
  private static final int LOG_LIMIT_MAX = 100_000;

  /// Checks the ranges and copies the map.
  public LabOptions {
    ports = Map.copyOf(ports);
    if (ports.values().stream().anyMatch(port -> port < 0 || port > 65_535)) {
      throw new IllegalArgumentException("a port is 0 to 65535: " + ports);
    }
    if (logLimit < 0 || logLimit > LOG_LIMIT_MAX) {
      throw new IllegalArgumentException("the log holds 0 to " + LOG_LIMIT_MAX + ": " + logLimit);
    }
  }

  /// Free ports everywhere, both families, the latest 1,000 requests remembered.
  public static LabOptions defaults() {
    return new LabOptions(Map.of(), true, LOG_LIMIT_DEFAULT);
  }

  /// The same with a fixed port for one origin; 0 means any free one.
  public LabOptions withPort(LabOrigin origin, int port) {
    Map<LabOrigin, Integer> changed = new EnumMap<>(LabOrigin.class);
    changed.putAll(ports);
    changed.put(Objects.requireNonNull(origin), port);
    return new LabOptions(changed, ipv6, logLimit);
  }

  /// The same with or without `::1`.
  public LabOptions withIpv6(boolean wanted) {
    return new LabOptions(ports, wanted, logLimit);
  }

  /// The same with another length of the request log.
  public LabOptions withLogLimit(int requests) {
    return new LabOptions(ports, ipv6, requests);
  }

  int port(LabOrigin origin) {
    return ports.getOrDefault(origin, 0);
  }
}
