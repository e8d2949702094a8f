package org.sluice.engine.lab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/// The body of one request: how long it is, and reading it away.
///
/// **Source** RFC 9112, section 6.3. **Limits** a chunk has at most 2^31 − 1 bytes.
final class RequestBody {
  private static final long CHUNKED = -1;

  private final RequestInput in;
  private final long length;
  private boolean drained;

  RequestBody(LabRequest request, RequestInput in) throws BadRequestException {
    this.in = in;
    this.length = lengthOf(request);
    this.drained = length == 0;
  }

  /// Whether bytes of it may still be on their way.
  boolean pending() {
    return !drained;
  }

  /// Reads the body to its end and forgets it.
  void drain() throws IOException {
    take(in::skip);
  }

  /// Reads the body to its end.
  byte[] read(int most) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    take(
        size -> {
          if (size > most - bytes.size()) {
            throw new BadRequestException(413, "the body has more than " + most + " bytes");
          }
          in.read(size, bytes);
        });
    return bytes.toByteArray();
  }

  /// What is done with a piece of the body.
  private interface Taker {
    void take(long size) throws IOException;
  }

  private void take(Taker taker) throws IOException {
    if (drained) {
      return;
    }
    if (length == CHUNKED) {
      takeChunks(taker);
    } else {
      taker.take(length);
    }
    drained = true;
  }

  private void takeChunks(Taker taker) throws IOException {
    long size;
    while ((size = chunkSize(in.readLine())) > 0) {
      taker.take(size);
      if (!in.readLine().isEmpty()) {
        throw new BadRequestException("a chunk is longer than it says");
      }
    }
    String trailer;
    do {
      trailer = in.readLine();
    } while (!trailer.isEmpty());
  }

  private static long chunkSize(String line) throws BadRequestException {
    int extension = line.indexOf(';');
    String digits = (extension < 0 ? line : line.substring(0, extension)).strip();
    try {
      return Integer.parseUnsignedInt(digits, 16) & 0x7FFF_FFFFL;
    } catch (NumberFormatException e) {
      throw (BadRequestException) new BadRequestException("a chunk size is no number").initCause(e);
    }
  }

  private static long lengthOf(LabRequest request) throws BadRequestException {
    String coding = request.header("Transfer-Encoding").orElse("");
    if (coding.equalsIgnoreCase("chunked")) {
      return CHUNKED;
    }
    if (!coding.isEmpty()) {
      throw new BadRequestException(501, "the only transfer coding taken is chunked");
    }
    String length = request.header("Content-Length").orElse("0");
    if (length.isEmpty() || length.length() > 18 || !length.chars().allMatch(Query::isDigit)) {
      throw new BadRequestException("the Content-Length is no number");
    }
    return Long.parseLong(length);
  }
}
