package org.sluice.app.learn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the application of the lesson knows at one moment.
///
/// @param running handles, as the last call told; -1 while none has
/// @param timeoutMillis until the timer fires; -1 for no timer
/// @param acting what the engine is being told of; null for nothing now
/// @param watched those told to be removed stay in here until the turn is over
/// @param bodyBytes delivered so far
/// @param results of the transfers that have ended, in words of code
record NowValues(
    int running,
    long timeoutMillis,
    @Nullable Acting acting,
    List<Watched> watched,
    long bodyBytes,
    List<String> results) {

  NowValues {
    watched = List.copyOf(watched);
    results = List.copyOf(results);
  }
}
