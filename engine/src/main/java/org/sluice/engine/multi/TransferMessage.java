package org.sluice.engine.multi;

import org.sluice.engine.error.TransferErrorCode;

/// A transfer is done: what `infoRead` hands out, once per added transfer, in order of completion.
///
/// @param transfer the easy handle, still added until it is removed
/// @param result how it ended
/// @param queued messages that still wait behind this one
public record TransferMessage(Transfer transfer, TransferErrorCode result, int queued) {}
