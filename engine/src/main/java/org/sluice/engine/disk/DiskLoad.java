package org.sluice.engine.disk;

/// How busy the disk side is.
///
/// @param bufferedBytes room that is taken in buffers, half-filled ones counted whole
/// @param limitBytes room that may be taken
/// @param mostBufferedBytes since the start
/// @param writtenBytes since the start
/// @param waiting segments that wait for room
public record DiskLoad(
    long bufferedBytes, long limitBytes, long mostBufferedBytes, long writtenBytes, int waiting) {}
