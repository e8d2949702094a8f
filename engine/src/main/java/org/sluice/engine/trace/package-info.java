/// What the loop and the engine said to each other, as values.
@NullMarked
package org.sluice.engine.trace;

import org.jspecify.annotations.NullMarked;
