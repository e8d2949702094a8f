package org.sluice.engine.lab;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Takes the frame of chunks off what a route writes (RFC 9112, 7.1).
final class ChunkReader {
  private final StringBuilder line = new StringBuilder();
  private final List<String> trailers = new ArrayList<>();
  private long left;
  private boolean lineBehind;
  private boolean inTrailers;

  List<String> trailers() {
    return trailers;
  }

  byte[] read(byte[] bytes, int start, int length) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream(length);
    int at = start;
    int end = start + length;
    while (at < end) {
      if (left > 0) {
        int n = (int) Math.min(left, end - at);
        plain.write(bytes, at, n);
        at += n;
        left -= n;
        lineBehind = left == 0;
        continue;
      }
      line.append(new String(bytes, at++, 1, StandardCharsets.ISO_8859_1));
      if (line.length() >= 2 && line.charAt(line.length() - 1) == '\n') {
        endOfLine(line.substring(0, line.length() - 2));
        line.setLength(0);
      }
    }
    return plain.toByteArray();
  }

  private void endOfLine(String text) {
    if (lineBehind) {
      lineBehind = false;
    } else if (inTrailers) {
      if (!text.isEmpty()) {
        trailers.add(text);
      }
    } else {
      left = Long.parseLong(text.strip(), 16);
      inTrailers = left == 0;
    }
  }
}
