package org.sluice.engine.loop;

import org.sluice.engine.multi.TransferInfo;

/// One added transfer at the moment of a snapshot.
///
/// @param id its number
/// @param url as the user gave it
public record TransferView(long id, String url, TransferInfo info) {}
