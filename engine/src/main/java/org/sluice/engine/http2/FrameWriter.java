package org.sluice.engine.http2;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.http2.frames.DataFrame;
import org.eclipse.jetty.http2.frames.Frame;
import org.eclipse.jetty.http2.frames.GoAwayFrame;
import org.eclipse.jetty.http2.frames.HeadersFrame;
import org.eclipse.jetty.http2.frames.PingFrame;
import org.eclipse.jetty.http2.frames.PrefaceFrame;
import org.eclipse.jetty.http2.frames.ResetFrame;
import org.eclipse.jetty.http2.frames.SettingsFrame;
import org.eclipse.jetty.http2.frames.WindowUpdateFrame;
import org.eclipse.jetty.http2.generator.Generator;
import org.eclipse.jetty.http2.hpack.HpackEncoder;
import org.eclipse.jetty.http2.hpack.HpackException;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;

/// Frames in, bytes out: what waits to be sent on one connection.
///
/// **Threads**: confined to the thread of its multi.
public final class FrameWriter {
  /// What every peer takes (RFC 9113, 4.2); larger frames would save nothing worth it.
  public static final int FRAME_BYTES = 16_384;

  private static final int FIRST_BYTES = 1_024;

  private final Generator generator = new Generator(ByteBufferPool.NON_POOLING, false, FRAME_BYTES);
  private ByteBuffer out = ByteBuffer.allocate(0);

  public FrameWriter() {
    // Pseudo fields are fields to us; names are checked before they come here.
    generator.getHpackEncoder().setValidateEncoding(false);
  }

  public boolean isEmpty() {
    return out.position() == 0;
  }

  /// Bytes that wait.
  public int size() {
    return out.position();
  }

  /// What waits, to be read; afterwards say how much was sent with [#sent].
  public ByteBuffer waiting() {
    return out.duplicate().flip();
  }

  public void sent(int bytes) {
    out.flip().position(bytes);
    out.compact();
    if (out.position() == 0 && out.capacity() > 4 * FRAME_BYTES) {
      out = ByteBuffer.allocate(0);
    }
  }

  public void preface() {
    control(new PrefaceFrame());
  }

  public void settings(Map<Integer, Integer> values) {
    control(new SettingsFrame(values, false));
  }

  public void settingsAck() {
    control(new SettingsFrame(Map.of(), true));
  }

  public void ping(byte[] payload, boolean reply) {
    control(new PingFrame(payload, reply));
  }

  public void reset(int stream, ErrorCode code) {
    control(new ResetFrame(stream, code.code));
  }

  public void windowUpdate(int stream, int bytes) {
    control(new WindowUpdateFrame(stream, bytes));
  }

  public void goAway(int lastStream, ErrorCode code, String words) {
    control(new GoAwayFrame(lastStream, code.code, words.getBytes(StandardCharsets.UTF_8)));
  }

  /// @param fields in order, pseudo fields first, names in lower case
  public void headers(int stream, HttpFields fields, boolean last) {
    int estimate = FRAME_BYTES;
    for (var field : fields) {
      String value = field.getValue();
      estimate += 16 + field.getName().length() * 4 + (value == null ? 0 : value.length() * 4);
    }
    // Jetty takes it for the size of its buffer; it cuts by what was said at its construction.
    generator.getHpackEncoder().setMaxHeaderListSize(estimate);
    control(new HeadersFrame(stream, new MetaData(HttpVersion.HTTP_2, fields), null, last));
  }

  /// The whole of `data` in one frame.
  public void data(int stream, ByteBuffer data, boolean last) {
    RetainableByteBuffer.Mutable frame = accumulator();
    generator.data(frame, new DataFrame(stream, data, last), FRAME_BYTES);
    take(frame);
  }

  /// What the peer says of its table (SETTINGS_HEADER_TABLE_SIZE).
  public void headerTable(int bytes) {
    HpackEncoder encoder = generator.getHpackEncoder();
    int wanted = Math.min(bytes, 4_096);
    encoder.setMaxTableCapacity(wanted);
    encoder.setTableCapacity(wanted);
  }

  private void control(Frame frame) {
    RetainableByteBuffer.Mutable bytes = accumulator();
    try {
      generator.control(bytes, frame);
    } catch (HpackException e) {
      throw new IllegalStateException("a header list that cannot be written", e);
    }
    take(bytes);
  }

  private static RetainableByteBuffer.Mutable accumulator() {
    return new RetainableByteBuffer.DynamicCapacity(ByteBufferPool.NON_POOLING, false, -1);
  }

  private void take(RetainableByteBuffer.Mutable bytes) {
    int n = bytes.remaining();
    if (out.remaining() < n) {
      int wanted = Math.max(Math.addExact(out.position(), n), out.capacity() * 2);
      out = ByteBuffer.allocate(Math.max(FIRST_BYTES, wanted)).put(out.flip());
    }
    bytes.putTo(out);
    bytes.release();
  }
}
