package org.sluice.app.fx;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/// Writes a picture as PNG, 8 bits RGB without transparency, so that no AWT has to be loaded.
///
/// **Source**: <https://www.w3.org/TR/png-3/>
public final class PngFile {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte FILTER_SUB = 1;

  private PngFile() {}

  /// Writes `image` to `file`, over what was there.
  public static void write(Image image, Path file) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(SIGNATURE);
      chunk(out, "IHDR", header(width, height));
      chunk(out, "IDAT", deflated(image, width, height));
      chunk(out, "IEND", new byte[0]);
    }
  }

  private static byte[] header(int width, int height) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var data = new DataOutputStream(bytes);
    data.writeInt(width);
    data.writeInt(height);
    data.write(new byte[] {8, 2, 0, 0, 0});
    return bytes.toByteArray();
  }

  private static byte[] deflated(Image image, int width, int height) throws IOException {
    var bytes = new ByteArrayOutputStream();
    int[] pixels = new int[width];
    byte[] row = new byte[width * 3];
    byte[] filtered = new byte[width * 3];
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (var out = new DeflaterOutputStream(bytes, deflater)) {
      for (int y = 0; y < height; y++) {
        image
            .getPixelReader()
            .getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        for (int x = 0; x < width; x++) {
          row[3 * x] = (byte) (pixels[x] >> 16);
          row[3 * x + 1] = (byte) (pixels[x] >> 8);
          row[3 * x + 2] = (byte) pixels[x];
        }
        for (int i = 0; i < row.length; i++) {
          filtered[i] = (byte) (i < 3 ? row[i] : row[i] - row[i - 3]);
        }
        out.write(FILTER_SUB);
        out.write(filtered);
      }
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  private static void chunk(OutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    var stream = new DataOutputStream(out);
    stream.writeInt(data.length);
    stream.write(name);
    stream.write(data);
    stream.writeInt((int) crc.getValue());
  }
}
