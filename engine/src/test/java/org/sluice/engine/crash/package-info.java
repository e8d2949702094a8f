/// Kills real downloads at any moment, again and again, and looks at what is left.
@NullMarked
package org.sluice.engine.crash;

import org.jspecify.annotations.NullMarked;
