package org.sluice.engine.multi;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.CertificateProblem;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.http.ResponseHead;

/// What is known of a transfer now: the `curl_easy_getinfo` of the engine.
///
/// @param effectiveUrl the URL of the last hop
/// @param httpStatus of the last response; 304 if its body does not meet the condition, whatever
///   the server said; 0 before the first
/// @param requestHead of the last request as it was sent, secrets included; lines end with CR LF, the
///   last one is empty; null before the first
/// @param head of the last response; null before the first
/// @param received bytes of the body given to the sink
/// @param expected bytes of the body as the server announced it; -1 if it did not
/// @param sent bytes of the body that the last request has sent
/// @param newConnects connections made for it
/// @param redirects hops followed
/// @param socketSerial number of its socket; 0 for none
/// @param streamId the number of its stream, on a connection that takes several transfers; else 0
/// @param result null while it runs
/// @param error the sentence for a person if it failed; null otherwise
/// @param certificate what is wrong with the server's certificate, if that is why it failed; null
///   otherwise
public record TransferInfo(
    TransferState state,
    String effectiveUrl,
    int httpStatus,
    @Nullable String requestHead,
    @Nullable ResponseHead head,
    long received,
    long expected,
    long sent,
    int newConnects,
    int redirects,
    long socketSerial,
    int streamId,
    @Nullable TransferErrorCode result,
    @Nullable String error,
    @Nullable CertificateProblem certificate) {}
