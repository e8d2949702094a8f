/// Codings that a body was packed in for its way, taken off as the bytes come.
@NullMarked
package org.sluice.engine.decode;

import org.jspecify.annotations.NullMarked;
