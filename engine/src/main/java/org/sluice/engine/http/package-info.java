/// The HTTP message model and its decisions: pure, no channel, no thread, no clock.
@NullMarked
package org.sluice.engine.http;

import org.jspecify.annotations.NullMarked;
