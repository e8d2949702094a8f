/// What the engine says, in the language of the window: its English sentences are the keys.
@NullMarked
package org.sluice.app.said;

import org.jspecify.annotations.NullMarked;
