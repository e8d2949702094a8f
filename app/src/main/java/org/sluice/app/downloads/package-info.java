/// The Downloads perspective: the list, its filters, what is known of one download, what can be done.
@NullMarked
package org.sluice.app.downloads;

import org.jspecify.annotations.NullMarked;
