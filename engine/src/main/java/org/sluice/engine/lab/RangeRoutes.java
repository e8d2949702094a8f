package org.sluice.engine.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Files whose parts, or whose validators, are not as they should be.
final class RangeRoutes {
  private static final long SIZE = 1L << 20;
  private static final String BOUNDARY = "lab-boundary";

  private RangeRoutes() {}

  static void addTo(Routes routes) {
    routes.on("/weak-etag", exchange -> file(exchange).etag("W/\"lab-weak\"").send(exchange));
    routes.on("/last-modified", exchange -> file(exchange).etag("").send(exchange));
    routes.on("/if-range-broken", RangeRoutes::ifRangeBroken);
    routes.on("/ranges-claimed", exchange -> file(exchange).sendWhole(exchange));
    part(routes, "/wrong-total", RangeRoutes::wrongTotal);
    part(routes, "/no-content-range", RangeRoutes::noContentRange);
    part(routes, "/longer-range", (e, file, part) -> file.sendPart(e, part.from(), file.size()));
    part(routes, "/shorter-range", RangeRoutes::shorter);
    part(routes, "/multipart", RangeRoutes::multipart);
    part(routes, "/416", (exchange, file, _) -> file.sendUnsatisfiable(exchange));
    routes.on("/range-encoded", RangeRoutes::encoded);
    routes.on("/unknown-size", exchange -> chunked(exchange, file(exchange), false));
    routes.on("/unknown-size-ranges", exchange -> chunked(exchange, file(exchange), true));
  }

  private static LabFile file(Exchange exchange) throws IOException {
    return LabFile.asked(exchange, SIZE);
  }

  /// An answer to a request for a part.
  private interface PartHandler {
    void answer(Exchange exchange, LabFile file, ByteRange.Part part) throws IOException;
  }

  /// A route that answers parts in its own way, and all else well. It does not look at If-Range.
  private static void part(Routes routes, String path, PartHandler handler) {
    routes.on(
        path,
        exchange -> {
          LabFile file = file(exchange);
          if (file.range(exchange) instanceof ByteRange.Part part) {
            handler.answer(exchange, file, part);
          } else {
            file.send(exchange);
          }
        });
  }

  /// Takes a tag that holds, or with `tags=0` a date, for one that does not.
  private static void ifRangeBroken(Exchange exchange) throws IOException {
    boolean tagged = exchange.query().number("tags", 1, 0, 1) == 1;
    LabFile file = tagged ? file(exchange) : file(exchange).etag("");
    if (exchange.request().header("If-Range").isPresent()) {
      file.sendWhole(exchange);
    } else {
      file.send(exchange);
    }
  }

  /// The first part is right, so that the lie comes later.
  private static void wrongTotal(Exchange exchange, LabFile file, ByteRange.Part part)
      throws IOException {
    long total = part.from() == 0 ? file.size() : file.size() + 1_000;
    String range = LabFile.contentRange(part.from(), part.to(), total);
    ResponseHead head = file.validators(exchange.head(206)).field("Content-Range", range);
    file.sendBytes(exchange, head, part.from(), part.to());
  }

  private static void noContentRange(Exchange exchange, LabFile file, ByteRange.Part part)
      throws IOException {
    file.sendBytes(exchange, file.validators(exchange.head(206)), part.from(), part.to());
  }

  private static void shorter(Exchange exchange, LabFile file, ByteRange.Part part)
      throws IOException {
    long most = exchange.query().number("most", 64L << 10, 1, 1L << 40);
    file.sendPart(exchange, part.from(), Math.min(part.to(), part.from() + most));
  }

  private static void multipart(Exchange exchange, LabFile file, ByteRange.Part part)
      throws IOException {
    String range = LabFile.contentRange(part.from(), part.to(), file.size());
    String start =
        "--"
            + BOUNDARY
            + "\r\nContent-Type: "
            + LabFile.TYPE
            + "\r\nContent-Range: "
            + range
            + "\r\n\r\n";
    String end = "\r\n--" + BOUNDARY + "--\r\n";
    ResponseHead head = file.validators(exchange.head(206));
    head.type("multipart/byteranges; boundary=" + BOUNDARY);
    exchange.send(head.length(start.length() + (part.to() - part.from()) + end.length()));
    if (!exchange.isHead()) {
      exchange.write(start);
      file.body().write(exchange, part.from(), part.to());
      exchange.write(end);
    }
  }

  /// Parts of a body that was compressed though nobody asked for it.
  private static void encoded(Exchange exchange) throws IOException {
    byte[] all = BodyRoutes.gzipBytes();
    LabFile file = LabFile.of(all.length).etag("\"lab-gzip\"");
    if (file.range(exchange) instanceof ByteRange.Part(long from, long to)) {
      ResponseHead head = file.validators(exchange.head(206)).field("Content-Encoding", "gzip");
      head.field("Content-Range", LabFile.contentRange(from, to, all.length));
      exchange.send(head.type(Exchange.TEXT), Arrays.copyOfRange(all, (int) from, (int) to));
    } else {
      ResponseHead head = file.validators(exchange.head(200)).field("Content-Encoding", "gzip");
      exchange.send(head.type(Exchange.TEXT), all);
    }
  }

  /// A file of which nobody says how long it is, in chunks, with parts or without.
  private static void chunked(Exchange exchange, LabFile file, boolean ranges) throws IOException {
    ByteRange asked = ranges ? file.range(exchange) : new ByteRange.Whole();
    if (asked instanceof ByteRange.Unsatisfiable) {
      file.sendUnsatisfiable(exchange);
      return;
    }
    ByteRange.Part part =
        asked instanceof ByteRange.Part some ? some : new ByteRange.Part(0, file.size());
    boolean whole = asked instanceof ByteRange.Whole;
    ResponseHead head = file.validators(exchange.head(whole ? 200 : 206)).type(LabFile.TYPE);
    if (!whole) {
      head.field("Content-Range", "bytes " + part.from() + "-" + (part.to() - 1) + "/*");
    }
    exchange.send(head.field("Transfer-Encoding", "chunked"));
    if (exchange.isHead()) {
      return;
    }
    long chunk = 16L << 10;
    for (long at = part.from(); at < part.to(); at += chunk) {
      long to = Math.min(part.to(), at + chunk);
      exchange.write(Long.toHexString(to - at) + "\r\n");
      file.body().write(exchange, at, to);
      exchange.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    exchange.write("0\r\n\r\n");
  }
}
