/// The Learn perspective: the nine steps of the loop, done one at a time by a real engine.
@NullMarked
package org.sluice.app.learn;

import org.jspecify.annotations.NullMarked;
