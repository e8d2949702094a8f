/// Whether a file is the right one: hashes that are computed while it comes, read from fields and
/// from what users paste, and compared; and which pieces of a broken one are to be fetched again.
@NullMarked
package org.sluice.engine.checksum;

import org.jspecify.annotations.NullMarked;
