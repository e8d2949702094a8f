/// What the window remembers between two runs.
@NullMarked
package org.sluice.app.settings;

import org.jspecify.annotations.NullMarked;
