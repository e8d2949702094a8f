/// What follows from a failure: again, later, a pause, an end; for one item, for all of one host,
/// and for all when the network itself is gone. Pure decisions with their reasons; time and chance
/// are passed in.
@NullMarked
package org.sluice.engine.retry;

import org.jspecify.annotations.NullMarked;
