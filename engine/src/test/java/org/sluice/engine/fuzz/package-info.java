/// Fuzzing: what reads other people's bytes, fed with anything.
@NullMarked
package org.sluice.engine.fuzz;

import org.jspecify.annotations.NullMarked;
