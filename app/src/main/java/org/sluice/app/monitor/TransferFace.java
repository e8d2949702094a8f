package org.sluice.app.monitor;

import org.jspecify.annotations.Nullable;

/// What a row of the list shows at one moment.
///
/// @param name the file's, with the number of the segment if it is one
/// @param handle of the transfer, for example `E7`; how many there are if there are several; empty for
///   none
/// @param amount percent if the length is known, else what has come so far
/// @param progress 0 to 1
/// @param state the word for it
/// @param socket the number of its socket; an en dash for none
/// @param outcome where it stands; null if there is nothing to say
record TransferFace(
    String name,
    String handle,
    String amount,
    double progress,
    String state,
    Phase phase,
    String socket,
    @Nullable Outcome outcome) {}
