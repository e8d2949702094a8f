/// Names for files that come from the network, safe on every system; pure.
@NullMarked
package org.sluice.engine.name;

import org.jspecify.annotations.NullMarked;
