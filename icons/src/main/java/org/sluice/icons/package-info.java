/// The glyphs of the five poll states, and the application icon.
@NullMarked
package org.sluice.icons;

import org.jspecify.annotations.NullMarked;
