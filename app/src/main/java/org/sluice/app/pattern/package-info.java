/// Addresses with ranges and choices in them, which stand for many.
@NullMarked
package org.sluice.app.pattern;

import org.jspecify.annotations.NullMarked;
