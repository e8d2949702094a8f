/// Several addresses of one file: read from Metalink files and Link fields, admitted by rules, and
/// chosen by how they have done so far. All of it comes from strangers and is bounded.
@NullMarked
package org.sluice.engine.metalink;

import org.jspecify.annotations.NullMarked;
