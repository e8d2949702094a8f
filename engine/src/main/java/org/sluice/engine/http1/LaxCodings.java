package org.sluice.engine.http1;

import java.util.Locale;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;

/// What the fields Transfer-Encoding of one head say together, with curl's rules.
///
/// Codings that nobody asked for are refused, and `chunked` is the last of them; said twice it counts
/// once.
///
/// **Errors**: BAD_CONTENT_ENCODING, in curl's words. **Source**: RFC 9112, 6.1.
final class LaxCodings {
  private final LaxReading reading;
  private boolean chunked;
  private boolean otherThanChunked;
  private int count;
  private boolean orderly = true;

  LaxCodings(LaxReading reading) {
    this.reading = reading;
  }

  boolean chunked() {
    return chunked;
  }

  /// Whether only the end of the connection ends the body, whatever length is said.
  boolean ended() {
    return otherThanChunked && !chunked;
  }

  boolean orderly() {
    return orderly;
  }

  void take(String value) throws TransferException {
    boolean asked = reading.decode().asksOnTheWay();
    for (String part : value.split(",", -1)) {
      String coding = part.strip();
      String lower = coding.toLowerCase(Locale.ROOT);
      if (coding.isEmpty()) {
        continue;
      }
      if (lower.equals("chunked")) {
        orderly &= !chunked;
        chunked = true;
        continue;
      }
      orderly = false;
      if (asked) {
        tooMany();
        if (chunked) {
          throw bad("Reject response due to 'chunked' not being the last Transfer-Encoding");
        }
        otherThanChunked = true;
      } else if (reading.decode().raw()) {
        return;
      } else if (chunked) {
        throw bad("A Transfer-Encoding (" + coding + ") was listed after chunked");
      } else if (!lower.equals("identity")) {
        throw bad("Unsolicited Transfer-Encoding (" + coding + ") found");
      }
    }
  }

  private void tooMany() throws TransferException {
    int most = reading.decode().mostCodings();
    if (++count > most) {
      throw bad("Reject response exceeding limit of " + most + " transfer encodings");
    }
  }

  private static TransferException bad(String sentence) {
    return new TransferException(TransferErrorCode.BAD_CONTENT_ENCODING, sentence);
  }
}
