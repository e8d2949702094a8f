/// What one process of Sluice says to another that has the list open: a command as it was given, and
/// what came of it.
@NullMarked
package org.sluice.app.handover;

import org.jspecify.annotations.NullMarked;
