package org.sluice.engine.retry;

import java.time.Duration;
import java.util.Set;

/// What happened to the machine or its network since the last look.
///
/// After [Slept], [Changed] and [Back] every socket is dropped, names are resolved again, and all
/// is planned anew; none of it counts as a failed try.
public sealed interface NetworkEvent {
  /// Nothing.
  record Nothing() implements NetworkEvent {}

  /// The machine slept, or the process stood still.
  ///
  /// @param gap how long, about; not to be counted into speeds
  record Slept(Duration gap, String reason) implements NetworkEvent {}

  /// It has other addresses.
  record Changed(Set<String> gone, Set<String> come, String reason) implements NetworkEvent {}

  /// It has no address left: nothing can be fetched, and nothing is tried.
  record Lost(String reason) implements NetworkEvent {}

  /// It has addresses again.
  record Back(String reason) implements NetworkEvent {}
}
