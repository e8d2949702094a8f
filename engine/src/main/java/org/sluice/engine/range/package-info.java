/// Parts of a file: half-open spans of bytes and sets of them.
@NullMarked
package org.sluice.engine.range;

import org.jspecify.annotations.NullMarked;
