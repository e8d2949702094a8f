/// What the benchmarks of the window share.
@NullMarked
package org.sluice.app.bench;

import org.jspecify.annotations.NullMarked;
