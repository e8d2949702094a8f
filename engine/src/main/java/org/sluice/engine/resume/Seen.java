package org.sluice.engine.resume;

import org.sluice.engine.http.ContentCoding;
import org.sluice.engine.http.ContentRange;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.item.Validators;

/// Reads the validators of an answer.
public final class Seen {
  private Seen() {}

  /// What a 200 or a 206 says of the whole file.
  public static Validators of(ResponseHead head) {
    String range = head.status() == 206 ? head.header("Content-Range") : null;
    long total = -1;
    if (range != null) {
      total = ContentRange.parse(range).map(ContentRange::total).orElse(-1L);
    } else if (head.status() != 206 && ContentCoding.of(head) == null) {
      total = head.contentLength();
    }
    return with(head, total);
  }

  static Validators with(ResponseHead head, long total) {
    return new Validators(
        total,
        head.header("ETag"),
        head.header("Last-Modified"),
        head.header("Date"),
        head.header("Content-Type"));
  }
}
