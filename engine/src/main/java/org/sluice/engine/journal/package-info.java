/// The journal of the downloads: what outlives the process, in SQLite.
///
/// A folder has these files of it: `journal.db` (with `-wal` beside it while open), `journal.bak` (the
/// second generation), `journal.mark` (how far commits were reported), `journal.reserve` (room for the
/// day when the disk is full) and, after damage, `journal-damaged-TIME.db`.
@NullMarked
package org.sluice.engine.journal;

import org.jspecify.annotations.NullMarked;
