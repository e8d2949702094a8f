package org.sluice.app.tracefile;

/// What stands in the first line of a trace.
///
/// @param engine name and version of the program
/// @param startNanos what is 0 in the file
/// @param wallOffsetNanos what to add to a moment for the wall clock
/// @param whole whether addresses are written with the secrets in them
public record TraceHead(String engine, long startNanos, long wallOffsetNanos, boolean whole) {}
