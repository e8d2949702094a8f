package org.sluice.engine.transfer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http1.RequestHead;

/// The head of a request, before it is known in which HTTP it goes out.
///
/// @param target path and query, or the whole URL for a proxy that reads the request
/// @param authority host, and port if it is not the scheme's own
/// @param fields all of them in the order of sending: Host first, and among them those of HTTP/1
///   alone (Transfer-Encoding, Expect, Proxy-Connection)
record OutgoingRequest(
    String method, String scheme, String target, String authority, Headers fields) {

  /// @param minorVersion 1, or 0 for HTTP/1.0
  ByteBuffer asHttp1(int minorVersion) {
    return RequestHead.encode(method, target, minorVersion, fields);
  }

  /// As people read it; what goes out are the same fields, without those of HTTP/1 alone.
  String asHttp2Text() {
    String text = StandardCharsets.ISO_8859_1.decode(asHttp1(1)).toString();
    int end = text.indexOf('\r');
    return text.substring(0, end).replace("HTTP/1.1", "HTTP/2") + text.substring(end);
  }
}
