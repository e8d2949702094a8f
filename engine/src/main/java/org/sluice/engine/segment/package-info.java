/// Who fetches which bytes of a file: a pure planner for several connections to one file.
@NullMarked
package org.sluice.engine.segment;

import org.jspecify.annotations.NullMarked;
