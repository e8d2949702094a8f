/// The picture tour: the real window, driven through every screen by real downloads from the lab.
@NullMarked
package org.sluice.app.pictures;

import org.jspecify.annotations.NullMarked;
