/// How fast a download is, and when it will be there; time is passed in.
@NullMarked
package org.sluice.engine.rate;

import org.jspecify.annotations.NullMarked;
