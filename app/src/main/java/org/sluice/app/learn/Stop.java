package org.sluice.app.learn;

import org.sluice.engine.loop.Step;

/// The loop stands before a step, or has passed it.
///
/// @param seq the number that the next event will have: those below it have happened
/// @param nanos the engine's time, which stands still meanwhile
record Stop(Step step, long seq, long nanos) {}
