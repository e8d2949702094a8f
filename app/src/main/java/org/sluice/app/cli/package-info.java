/// The command line: `get`, `trace`, `lab`. Starts without loading JavaFX.
@NullMarked
package org.sluice.app.cli;

import org.jspecify.annotations.NullMarked;
