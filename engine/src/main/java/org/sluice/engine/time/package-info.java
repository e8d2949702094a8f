/// Time that comes in from outside, and the named deadlines of transfers.
@NullMarked
package org.sluice.engine.time;

import org.jspecify.annotations.NullMarked;
