/// Cookies: what a server may set, who gets them back, and the file that others can read too.
@NullMarked
package org.sluice.engine.cookie;

import org.jspecify.annotations.NullMarked;
