/// The languages of the window: which one is spoken, its plurals, its numbers, sentences with places
/// for arguments. Pure, without JavaFX.
@NullMarked
package org.sluice.app.language;

import org.jspecify.annotations.NullMarked;
