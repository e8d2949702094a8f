package org.sluice.engine.multi;

/// The numbers of `curl_multi_get_offt`.
///
/// @param current added now, finished ones included
/// @param running started or queued, and not finished
/// @param pending of those, waiting in the queue for a connection
/// @param done finished and still added
/// @param addedEver added since the multi was made
public record MultiCounters(int current, int running, int pending, int done, long addedEver) {}
