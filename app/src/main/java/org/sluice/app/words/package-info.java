/// Numbers, times and addresses in words for people.
@NullMarked
package org.sluice.app.words;

import org.jspecify.annotations.NullMarked;
