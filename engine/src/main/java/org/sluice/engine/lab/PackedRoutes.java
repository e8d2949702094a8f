package org.sluice.engine.lab;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Bodies that were packed for the way, rightly and wrongly.
final class PackedRoutes {
  private static final int LINES = 5_000;
  private static final int BOMB_BYTES = 128 << 20;

  private interface Packer {
    OutputStream pack(OutputStream out) throws IOException;
  }

  private PackedRoutes() {}

  static void addTo(Routes routes) {
    routes.on("/packed/gzip", exchange -> send(exchange, "gzip", gzip(text())));
    routes.on("/packed/twice", exchange -> send(exchange, "gzip, gzip", gzip(gzip(text()))));
    routes.on("/packed/deflate", exchange -> send(exchange, "deflate", deflate(text(), false)));
    routes.on("/packed/raw-deflate", exchange -> send(exchange, "deflate", deflate(text(), true)));
    routes.on("/packed/zstd", exchange -> send(exchange, "zstd", Zstd.compress(text())));
    routes.on("/packed/br", exchange -> send(exchange, "br", brotli(text())));
    routes.on("/packed/unknown", exchange -> send(exchange, "lab", text()));
    routes.on("/packed/lie", exchange -> send(exchange, "gzip", text()));
    routes.on(
        "/packed/cut",
        exchange -> {
          byte[] whole = gzip(text());
          send(exchange, "gzip", Arrays.copyOf(whole, whole.length / 2));
        });
    routes.on("/packed/bomb", exchange -> send(exchange, "gzip", gzip(new byte[BOMB_BYTES])));
    routes.on("/packed/way", PackedRoutes::onTheWay);
    routes.on("/trailers", PackedRoutes::trailers);
  }

  /// What all of them are, unpacked.
  static byte[] text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < LINES; i++) {
      text.append("The lab's line ").append(i).append(", which packs well.\n");
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void send(Exchange exchange, String coding, byte[] packed) throws IOException {
    exchange.send(exchange.head(200).type(Exchange.TEXT).field("Content-Encoding", coding), packed);
  }

  private static byte[] brotli(byte[] plain) throws IOException {
    Brotli4jLoader.ensureAvailability();
    return Encoder.compress(plain);
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    return pack(plain, GZIPOutputStream::new, null);
  }

  private static byte[] deflate(byte[] plain, boolean raw) throws IOException {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, raw);
    return pack(plain, out -> new DeflaterOutputStream(out, deflater), deflater);
  }

  private static byte[] pack(byte[] plain, Packer packer, @Nullable Deflater deflater)
      throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = packer.pack(packed)) {
      out.write(plain);
    } finally {
      if (deflater != null) {
        deflater.end();
      }
    }
    return packed.toByteArray();
  }

  /// Packed between two machines only, not as the file.
  private static void onTheWay(Exchange exchange) throws IOException {
    byte[] packed = gzip(text());
    ResponseHead head = exchange.head(200).type(Exchange.TEXT);
    exchange.write(head.field("Transfer-Encoding", "gzip, chunked").finished());
    chunk(exchange, packed);
    exchange.write("0\r\n\r\n");
  }

  private static void trailers(Exchange exchange) throws IOException {
    ResponseHead head = exchange.head(200).type(Exchange.TEXT).field("Trailer", "X-Lab-Sum");
    exchange.write(head.field("Transfer-Encoding", "chunked").finished());
    chunk(exchange, FileRoutes.HELLO.getBytes(StandardCharsets.US_ASCII));
    exchange.write("0\r\nX-Lab-Sum: 13 bytes\r\n\r\n");
  }

  private static void chunk(Exchange exchange, byte[] bytes) throws IOException {
    exchange.write(Integer.toHexString(bytes.length) + "\r\n");
    exchange.write(bytes);
    exchange.write("\r\n");
  }
}
