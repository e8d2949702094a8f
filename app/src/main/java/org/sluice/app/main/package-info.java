/// The window: header, perspectives, start and end.
@NullMarked
package org.sluice.app.main;

import org.jspecify.annotations.NullMarked;
