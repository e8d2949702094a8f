package org.sluice.app.tracefile;

import org.sluice.app.tape.Tape;

/// A trace that was read from a file.
///
/// @param name of the file
/// @param wallOffsetNanos what to add to a moment for the wall clock; 0 if the file does not tell it
/// @param lost events that its writer counted as lost
/// @param skipped lines that could not be read
public record LoadedTrace(String name, Tape tape, long wallOffsetNanos, long lost, long skipped) {}
