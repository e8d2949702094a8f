/// Names to addresses: blocking look-ups on virtual threads, answers posted to the owner.
@NullMarked
package org.sluice.engine.dns;

import org.jspecify.annotations.NullMarked;
