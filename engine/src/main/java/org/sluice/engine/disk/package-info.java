/// Files on the disk, away from the loop: part files written with bounded memory, forced, and given
/// their name at the end without ever overwriting what somebody else made.
///
/// [org.sluice.engine.disk.DiskWriter] owns the threads and the buffers, a
/// [org.sluice.engine.disk.PartFile] is one file at work, a [org.sluice.engine.disk.FileLayer] is
/// all that touches the file system, so that a test can put faults and power cuts in its place.
@NullMarked
package org.sluice.engine.disk;

import org.jspecify.annotations.NullMarked;
