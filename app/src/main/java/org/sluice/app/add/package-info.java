/// Adding downloads: what was typed or pasted, what the servers say of it, and how it is wanted.
@NullMarked
package org.sluice.app.add;

import org.jspecify.annotations.NullMarked;
