package org.sluice.app.cli;

import org.sluice.engine.download.Downloads;

/// A list that is open, for a command.
///
/// @param door by which commands of other processes come in; that of a command that came in itself
///   leads nowhere
/// @param lasts whether it is kept when the process has ended
record OpenList(Downloads downloads, Door door, boolean lasts) {}
