package org.sluice.engine.fuzz;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.sluice.engine.decode.DecodeLimits;
import org.sluice.engine.decode.Unpacking;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;

/// Packed bodies: good ones come out as they were, bad ones end with the error that is documented.
///
/// The first byte chooses the coding, the second the size of the pieces, the third where the good
/// one is broken.
public final class PackedFuzz {
  public static final List<String> SEEDS =
      List.of(
          "\u0000\u0003\u0001text that packs, packs, packs well",
          "\u0001\u0001\u0009text that packs, packs, packs well",
          "\u0002\u0007\u0005(\u00b5/\u00fd text",
          "\u0003\u0002\u0002\u000b\u0002\u0000hello\u0003",
          "\u0000\u001f\u0004\u001f\u008b\u0008\u0000\u0000\u0000\u0000\u0000\u0000\u0003");

  private static final List<String> CODINGS = List.of("gzip", "deflate", "zstd", "br");
  private static final DecodeLimits TIGHT = new DecodeLimits(2, 50, 1 << 16);

  private PackedFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) throws IOException, TransferException {
    if (data.length < 3) {
      return;
    }
    String coding = CODINGS.get((data[0] & 0xff) % CODINGS.size());
    int piece = 1 + (data[1] & 0xff);
    byte[] rest = Arrays.copyOfRange(data, 3, data.length);
    broken(coding, rest, piece);
    if (coding.equals("br")) {
      return;
    }
    byte[] packed = pack(coding, rest);
    if (!Arrays.equals(unpack(coding, packed, piece), rest)) {
      throw new IllegalStateException("it came out as something else");
    }
    packed[(data[2] & 0xff) % packed.length] ^= 0x10;
    broken(coding, packed, piece);
    broken(coding + ", " + coding, packed, piece);
  }

  private static void broken(String codings, byte[] packed, int piece) {
    try {
      if (unpack(codings, packed, piece).length > (1 << 16) + 50 * packed.length * 50) {
        throw new IllegalStateException("it grew over its limit");
      }
    } catch (TransferException e) {
      if (e.code() != TransferErrorCode.BAD_CONTENT_ENCODING || e.sentence().isEmpty()) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static byte[] unpack(String codings, byte[] packed, int piece) throws TransferException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Unpacking unpacking = Unpacking.of(List.of(codings), TIGHT)) {
      for (int at = 0; at < packed.length && unpacking != null; at += piece) {
        unpacking.feed(ByteBuffer.wrap(packed, at, Math.min(piece, packed.length - at)));
        for (ByteBuffer b = unpacking.next(); b != null; b = unpacking.next()) {
          byte[] bytes = new byte[b.remaining()];
          b.get(bytes);
          out.writeBytes(bytes);
        }
      }
      if (unpacking != null) {
        unpacking.end();
      }
    }
    return out.toByteArray();
  }

  private static byte[] pack(String coding, byte[] plain) throws IOException {
    if (coding.equals("zstd")) {
      return Zstd.compress(plain);
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out =
        coding.equals("gzip") ? new GZIPOutputStream(packed) : new DeflaterOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }
}
