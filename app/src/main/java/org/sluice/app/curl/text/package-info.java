/// Ways to write bytes as text that curl uses.
@NullMarked
package org.sluice.app.curl.text;

import org.jspecify.annotations.NullMarked;
