package org.sluice.engine.journal;

import java.time.Instant;
import java.util.Set;

/// What was learned of a server, to do better the next time.
///
/// **Limits**: the journal keeps the [#MOST_HOSTS] that were learned last.
///
/// @param host as the caller names it: a host, or scheme, host and port
/// @param maxConnections that it allows; 0 if unknown
/// @param traits what is special about it
/// @param singleBytesPerSecond with one connection; 0 if unknown
/// @param manyBytesPerSecond with several; 0 if unknown
/// @param learned when
public record HostFacts(
    String host,
    int maxConnections,
    Set<Trait> traits,
    long singleBytesPerSecond,
    long manyBytesPerSecond,
    Instant learned) {
  public static final int MOST_HOSTS = 2_000;

  /// Something that a server does.
  public enum Trait {
    /// Sends the whole file for an If-Range with an unchanged ETag.
    NO_ETAG_IF_RANGE,
    /// Sends the whole file for every Range.
    NO_RANGES,
    /// Gives another ETag for the same file from time to time.
    UNSTEADY_ETAG,
    /// Failed when it was last used.
    FAILED_LAST
  }

  public HostFacts {
    traits = Set.copyOf(traits);
    if (host.isBlank()) {
      throw new IllegalArgumentException("a host needs a name");
    }
    if (maxConnections < 0 || singleBytesPerSecond < 0 || manyBytesPerSecond < 0) {
      throw new IllegalArgumentException("negative facts of host " + host);
    }
  }
}
