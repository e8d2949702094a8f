/// The lab tour: a set of downloads from the built-in server, and its report in a terminal.
@NullMarked
package org.sluice.app.tour;

import org.jspecify.annotations.NullMarked;
