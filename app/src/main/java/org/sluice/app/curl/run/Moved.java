package org.sluice.app.curl.run;

/// How far a transfer is, for those who show it.
///
/// **Units**: bytes of the bodies; nanoseconds.
///
/// @param downTotal -1 if nobody knows
/// @param upTotal -1 if nobody knows, 0 for no upload
/// @param before bytes that were there before, with `-C`
/// @param startNanos when it began
record Moved(long down, long downTotal, long up, long upTotal, long before, long startNanos) {}
