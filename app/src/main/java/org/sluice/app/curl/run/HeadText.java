package org.sluice.app.curl.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.ResponseHead;

/// A response's head as text, for those who want to see it.
final class HeadText {
  private HeadText() {}

  static ByteBuffer of(ResponseHead head) {
    StringBuilder out = new StringBuilder();
    out.append("HTTP/1.").append(head.minorVersion()).append(' ').append(head.status());
    if (!head.reason().isEmpty()) {
      out.append(' ').append(head.reason());
    }
    out.append("\r\n");
    for (Headers.Field field : head.headers().fields()) {
      out.append(field.name()).append(": ").append(field.value()).append("\r\n");
    }
    return ByteBuffer.wrap(out.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
  }
}
