/// The Monitor perspective: transfers, the timeout and the socket table.
@NullMarked
package org.sluice.app.monitor;

import org.jspecify.annotations.NullMarked;
