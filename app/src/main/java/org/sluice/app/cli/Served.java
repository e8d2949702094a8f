package org.sluice.app.cli;

import java.util.function.Consumer;
import org.sluice.engine.download.Downloads;

/// What commands from other processes act on: the list of this one.
///
/// @param tell where to say what was taken into the list, so that somebody follows it
record Served(Downloads list, Consumer<Told> tell) {}
