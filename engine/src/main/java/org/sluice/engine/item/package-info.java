/// What a download is, as the user asked for it and as the journal keeps it: values without
/// behaviour, known to the download core, the journal and the faces.
@NullMarked
package org.sluice.engine.item;

import org.jspecify.annotations.NullMarked;
