/// Connections and the pool that keeps them.
@NullMarked
package org.sluice.engine.connection;

import org.jspecify.annotations.NullMarked;
