/// The command line; loads no JavaFX.
@NullMarked
package org.sluice.app.cli;

import org.jspecify.annotations.NullMarked;
