package org.sluice.engine.transfer;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.request.BodySource;

/// What goes behind the head of one request.
///
/// @param source null for nothing
/// @param expects whether the head asks the server first
record BodyPlan(@Nullable BodySource source, Framing framing, boolean expects) {
  static final BodyPlan NOTHING = new BodyPlan(null, Framing.NONE, false);
}
