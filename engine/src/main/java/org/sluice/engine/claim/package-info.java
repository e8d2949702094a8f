/// The right to a file that one process has at a time.
@NullMarked
package org.sluice.engine.claim;

import org.jspecify.annotations.NullMarked;
