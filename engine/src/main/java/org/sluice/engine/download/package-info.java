/// Transfers that end in a file: written beside it as `.part`, renamed when complete.
@NullMarked
package org.sluice.engine.download;

import org.jspecify.annotations.NullMarked;
