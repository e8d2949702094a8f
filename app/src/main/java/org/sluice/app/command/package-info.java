/// What a user can do, by name: palette, shortcuts, menus and the list of keys are made from it.
@NullMarked
package org.sluice.app.command;

import org.jspecify.annotations.NullMarked;
