/// Traces as files: written while the engine runs, read again, and turned into other formats.
@NullMarked
package org.sluice.app.tracefile;

import org.jspecify.annotations.NullMarked;
