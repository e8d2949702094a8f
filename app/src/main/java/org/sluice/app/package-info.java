/// The entry into the application.
@NullMarked
package org.sluice.app;

import org.jspecify.annotations.NullMarked;
