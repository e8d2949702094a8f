package org.sluice.engine.buffer;

import java.nio.ByteBuffer;

/// The buffers that one multi shares between all its sockets; nobody holds one while waiting.
///
/// **Threads**: confined to the thread of its multi, one user at a time. **Limits**: [#RECV_BYTES]
/// and [#RECORD_BYTES], allocated at first use.
public final class SharedBuffers {
  /// What one read takes at most: 512 KiB is where the cost per byte stops falling.
  public static final int RECV_BYTES = 512 * 1024;

  /// Encrypted input that one read takes at most; less than [#RECV_BYTES], so that what is in it
  /// always fits when it is decrypted.
  public static final int RECORD_BYTES = 256 * 1024;

  private final ByteBuffer recv = ByteBuffer.allocateDirect(RECV_BYTES);
  private ByteBuffer records = ByteBuffer.allocate(0);
  private ByteBuffer outerRecords = ByteBuffer.allocate(0);

  /// The direct buffer that bodies pass through, empty and ready to be filled.
  public ByteBuffer recv() {
    return recv.clear();
  }

  /// A heap buffer for TLS records: SSLEngine decrypts faster from an array than from direct
  /// memory.
  public ByteBuffer records() {
    if (records.capacity() == 0) {
      records = ByteBuffer.allocate(RECORD_BYTES);
    }
    return records.clear();
  }

  /// The same for TLS with a proxy, inside of which there may be more TLS that uses [#records] at
  /// that moment.
  public ByteBuffer outerRecords() {
    if (outerRecords.capacity() == 0) {
      outerRecords = ByteBuffer.allocate(RECORD_BYTES);
    }
    return outerRecords.clear();
  }
}
