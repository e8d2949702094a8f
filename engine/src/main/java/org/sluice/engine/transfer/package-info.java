/// One easy handle at work: its states, its exchange, its progress and limits.
@NullMarked
package org.sluice.engine.transfer;

import org.jspecify.annotations.NullMarked;
