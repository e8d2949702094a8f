/// What a user may set, where it is kept, and how it takes effect.
@NullMarked
package org.sluice.app.preferences;

import org.jspecify.annotations.NullMarked;
