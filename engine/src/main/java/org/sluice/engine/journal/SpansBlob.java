package org.sluice.engine.journal;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

/// Spans as few bytes: for each span the gap since the one before and its length, as variable-length
/// numbers of seven bits a byte, lowest first, with the top bit where more follow.
final class SpansBlob {
  private SpansBlob() {}

  static byte[] encode(Spans spans) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(spans.spans().size() * 8);
    long last = 0;
    for (Span span : spans.spans()) {
      number(out, span.from() - last);
      number(out, span.length());
      last = span.to();
    }
    return out.toByteArray();
  }

  /// @throws IllegalArgumentException for what [#encode] does not make
  static Spans decode(byte[] blob) {
    List<Span> spans = new ArrayList<>();
    long last = 0;
    int at = 0;
    while (at < blob.length) {
      long[] pair = new long[2];
      for (int i = 0; i < 2; i++) {
        int shift = 0;
        int next;
        do {
          if (at == blob.length || shift > 56) {
            throw new IllegalArgumentException("a number of the spans does not end");
          }
          next = blob[at++];
          pair[i] |= (next & 0x7fL) << shift;
          shift += 7;
        } while (next < 0);
      }
      if (pair[0] > Long.MAX_VALUE - last || pair[1] > Long.MAX_VALUE - last - pair[0]) {
        throw new IllegalArgumentException("spans beyond every file");
      }
      long from = last + pair[0];
      last = from + pair[1];
      spans.add(new Span(from, last));
    }
    return new Spans(spans);
  }

  private static void number(ByteArrayOutputStream out, long value) {
    long rest = value;
    while (rest > 0x7f) {
      out.write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
