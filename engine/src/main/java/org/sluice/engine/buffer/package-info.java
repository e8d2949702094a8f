/// The bounded direct buffers that one engine shares between all its sockets.
@NullMarked
package org.sluice.engine.buffer;

import org.jspecify.annotations.NullMarked;
