/// What is drawn in a terminal: lines that are redrawn in place, with a bar in each. Knows no command.
@NullMarked
package org.sluice.app.terminal;

import org.jspecify.annotations.NullMarked;
