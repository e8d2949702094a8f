package org.sluice.engine.time;

/// Where nanoseconds come from.
///
/// **Units**: nanoseconds of a monotonic clock with an arbitrary origin; compare by difference
/// only.
@FunctionalInterface
public interface NanoClock {
  NanoClock SYSTEM = System::nanoTime;

  long nanoTime();
}
