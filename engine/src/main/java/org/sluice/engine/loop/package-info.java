/// The application side of the engine: one Selector, one one-shot timer, nine steps.
@NullMarked
package org.sluice.engine.loop;

import org.jspecify.annotations.NullMarked;
