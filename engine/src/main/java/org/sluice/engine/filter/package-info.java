/// Connection filters after curl's design: the socket, the race of addresses, TLS.
@NullMarked
package org.sluice.engine.filter;

import org.jspecify.annotations.NullMarked;
