package org.sluice.engine.instance;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// One request, or one answer, on the socket: the word `Slce`, the version, a status and the length, each
/// of four bytes, highest first; then as many bytes as the length says.
final class Message {
  static final int VERSION = 1;
  static final int OK = 0;
  static final int FAILED = 1;
  static final int TOO_LONG = 2;
  static final int OTHER_VERSION = 3;

  private static final int MAGIC = 0x536c_6365;

  /// [#OK], or why there is nothing in it.
  private final int status;

  private final byte[] content;

  Message(int status, byte[] content) {
    this.status = status;
    this.content = content;
  }

  static Message of(byte[] content) {
    return new Message(OK, content);
  }

  static Message without(int status) {
    return new Message(status, new byte[0]);
  }

  int status() {
    return status;
  }

  byte[] content() {
    return content;
  }

  void write(OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(MAGIC);
    data.writeInt(VERSION);
    data.writeInt(status);
    data.writeInt(content.length);
    data.write(content);
    data.flush();
  }

  /// A message of another version, and one that is too long, come without their content.
  ///
  /// @throws IOException if the other side speaks something else, or stops in the middle
  static Message read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    if (data.readInt() != MAGIC) {
      throw new IOException("the other side is no Sluice");
    }
    int version = data.readInt();
    int status = data.readInt();
    int length = data.readInt();
    if (version != VERSION) {
      return without(OTHER_VERSION);
    }
    if (length < 0 || length > Instance.MOST_MESSAGE_BYTES) {
      return without(TOO_LONG);
    }
    byte[] content = data.readNBytes(length); // grows as it comes, not before
    if (content.length < length) {
      throw new EOFException("the other side stopped after " + content.length + " bytes");
    }
    return new Message(status, content);
  }
}
