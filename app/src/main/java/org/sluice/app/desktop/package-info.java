/// What Sluice does outside of its window: notices, the tray, progress in the task bar, keeping the
/// computer awake. All of it is left out without a word where the desktop has no place for it.
@NullMarked
package org.sluice.app.desktop;

import org.jspecify.annotations.NullMarked;
