/// What every view shares: the pulse, themes, fonts, words and small pictures.
@NullMarked
package org.sluice.app.fx;

import org.jspecify.annotations.NullMarked;
