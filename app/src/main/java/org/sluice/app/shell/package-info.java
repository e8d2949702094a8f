/// What stands around every perspective: header, palette, dialogs, notices, the order of the panes.
@NullMarked
package org.sluice.app.shell;

import org.jspecify.annotations.NullMarked;
