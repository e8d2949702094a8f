package org.sluice.app.curl.run;

import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.request.HeadKind;

/// The head of an answer, of whatever kind.
///
/// @param text as it came, one character for each byte
record SeenHead(HeadKind kind, ResponseHead head, String text) {}
