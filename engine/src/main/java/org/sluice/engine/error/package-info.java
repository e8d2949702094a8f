/// How a transfer can fail: one code at the border, the cause chain underneath.
@NullMarked
package org.sluice.engine.error;

import org.jspecify.annotations.NullMarked;
