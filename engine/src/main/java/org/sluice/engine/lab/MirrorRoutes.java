package org.sluice.engine.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/// One file at several addresses, what it hashes to, and the two ways to say so.
///
/// `size` is that of the file, everywhere the same parameter. A mirror is any name after `/mirror/`;
/// `broken` gives other bytes, `spoiled` does in its second piece only, `liar` in its second half, `gone` gives 404, `slow` is slow.
///
/// **Limits** a file with hashes has at most [#MOST_BYTES], since they are made for each answer.
/// **Source** RFC 5854 (Metalink), RFC 6249 (Link), RFC 3230 (Digest), RFC 9530 (Repr-Digest).
final class MirrorRoutes {
  private static final long SIZE = 1L << 20;
  private static final long MOST_BYTES = 64L << 20;
  private static final long PIECE_BYTES = 256L << 10;
  private static final long SLOW_RATE = 64L << 10;
  private static final String METALINK = "application/metalink4+xml";
  private static final String SHA_256 = "SHA-256";

  private MirrorRoutes() {}

  static void addTo(Routes routes) {
    routes.on("/mirror/", MirrorRoutes::mirror);
    routes.on("/digest", exchange -> hashed(exchange, true));
    routes.on("/digest-wrong", exchange -> hashed(exchange, false));
    routes.on("/linked", exchange -> linked(exchange, "b", "a"));
    routes.on("/linked-broken", exchange -> linked(exchange, "broken", "a"));
    routes.on("/file.meta4", exchange -> metalink(exchange, "b", "a"));
    routes.on("/spoiled.meta4", exchange -> metalink(exchange, "spoiled", "a"));
    routes.on("/broken.meta4", exchange -> metalink(exchange, "broken", "a"));
    routes.on("/described/", MirrorRoutes::described);
    routes.on("/endless.meta4", MirrorRoutes::endless);
  }

  private static LabFile file(Exchange exchange) throws IOException {
    LabFile file = LabFile.asked(exchange, SIZE);
    if (file.size() > MOST_BYTES) {
      throw new BadRequestException("size is 0 to 64m here");
    }
    return file;
  }

  private static void mirror(Exchange exchange) throws IOException {
    String name = exchange.tail();
    long size = exchange.query().number("size", SIZE, 0, 1L << 40);
    LabFile file = LabFile.of(size).etag("\"lab-mirror-" + name + "\"");
    switch (name) {
      case "gone" -> exchange.sendText(404, "This mirror has lost the file.\n");
      case "broken" -> file.body(LabBody.OTHER).paced(exchange, 0).send(exchange);
      case "spoiled" -> file.body(MirrorRoutes::spoiled).paced(exchange, 0).send(exchange);
      case "liar" -> file.body(halfOf(size)).paced(exchange, 0).send(exchange);
      case "slow" -> file.paced(exchange, SLOW_RATE).send(exchange);
      default -> file.paced(exchange, 0).send(exchange);
    }
  }

  /// Right but for the second piece.
  private static void spoiled(Exchange exchange, long from, long to) throws IOException {
    for (long at = from; at < to; ) {
      long next = Math.min(to, (at / PIECE_BYTES + 1) * PIECE_BYTES);
      LabBody body = at / PIECE_BYTES == 1 ? LabBody.OTHER : LabBody.PLAIN;
      body.write(exchange, at, next);
      at = next;
    }
  }

  /// Right up to the middle.
  private static LabBody halfOf(long size) {
    return (exchange, from, to) -> {
      long middle = Math.clamp(size / 2, from, to);
      LabBody.PLAIN.write(exchange, from, middle);
      LabBody.OTHER.write(exchange, middle, to);
    };
  }

  /// All three fields; the wrong ones are right but for their first byte.
  private static void hashed(Exchange exchange, boolean right) throws IOException {
    LabFile file = file(exchange);
    byte[] sha = LabHashes.of(SHA_256, 0, file.size());
    boolean part = file.range(exchange) instanceof ByteRange.Part;
    byte[] md5 = LabHashes.of("MD5", 0, file.size());
    if (!right) {
      sha[0] ^= 1;
      md5[0] ^= 1;
    }
    file = file.field("Repr-Digest", "sha-256=:" + base64(sha) + ":");
    file = file.field("Digest", "SHA-256=" + base64(sha));
    if (!part) { // it is that of the body, not of the file
      file = file.field("Content-MD5", base64(md5));
    }
    file.send(exchange);
  }

  private static void linked(Exchange exchange, String first, String second) throws IOException {
    LabFile file = file(exchange);
    String digest = "SHA-256=" + base64(LabHashes.of(SHA_256, 0, file.size()));
    file.field("Digest", digest)
        .field("Link", "<" + other(exchange, first, file) + ">; rel=duplicate; pri=1")
        .field("Link", "<" + same(exchange, second, file) + ">; rel=\"duplicate\"; pri=2; geo=de")
        .field(
            "Link",
            "<"
                + address(exchange, exchange.request().origin(), "/file.meta4", file)
                + ">; rel=describedby; type=\""
                + METALINK
                + "\"")
        .send(exchange);
  }

  /// Points to a Metalink and says nothing else: `right`, `gone` (404), `plain` (over http, whatever
  /// this is), `far` (at another port), `other` (of a file of another size), `endless`; with
  /// `spoiled` the Metalink is right and the second piece of this file is not.
  private static void described(Exchange exchange) throws IOException {
    LabFile file = file(exchange).paced(exchange, 0);
    LabOrigin here = exchange.request().origin();
    String address =
        switch (exchange.tail()) {
          case "gone" -> address(exchange, here, "/mirror/gone", file);
          case "plain" -> address(exchange, LabOrigin.HTTP, "/file.meta4", file);
          case "far" -> address(exchange, LabOrigin.HTTP_OTHER, "/file.meta4", file);
          case "other" -> address(exchange, here, "/file.meta4", file.size(file.size() + 1));
          case "endless" -> address(exchange, here, "/endless.meta4", file);
          default -> address(exchange, here, "/file.meta4", file);
        };
    LabFile sent = exchange.tail().equals("spoiled") ? file.body(MirrorRoutes::spoiled) : file;
    sent.field("Link", "<" + address + ">; rel=describedby; type=\"" + METALINK + "\"")
        .send(exchange);
  }

  /// A Metalink that does not end.
  private static void endless(Exchange exchange) throws IOException {
    LabFile.nameless(1L << 40).send(exchange);
  }

  private static void metalink(Exchange exchange, String first, String second) throws IOException {
    LabFile file = file(exchange);
    StringBuilder text = new StringBuilder(2_048);
    text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.append("<metalink xmlns=\"urn:ietf:params:xml:ns:metalink\">\n");
    text.append("  <file name=\"lab.bin\">\n    <size>").append(file.size()).append("</size>\n");
    text.append("    <hash type=\"sha-256\">");
    text.append(hex(LabHashes.of(SHA_256, 0, file.size()))).append("</hash>\n");
    text.append("    <pieces type=\"sha-256\" length=\"").append(PIECE_BYTES).append("\">\n");
    for (long at = 0; at < file.size(); at += PIECE_BYTES) {
      long to = Math.min(file.size(), at + PIECE_BYTES);
      text.append("      <hash>").append(hex(LabHashes.of(SHA_256, at, to))).append("</hash>\n");
    }
    text.append("    </pieces>\n");
    url(text, 1, other(exchange, first, file));
    url(text, 2, same(exchange, second, file));
    text.append("  </file>\n</metalink>\n");
    exchange.send(
        exchange.head(200).type(METALINK), text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void url(StringBuilder text, int priority, String address) {
    text.append("    <url priority=\"").append(priority).append("\">");
    text.append(address.replace("&", "&amp;")).append("</url>\n");
  }

  /// A mirror at another port, which is another host to a client.
  private static String other(Exchange exchange, String name, LabFile file) {
    LabOrigin origin = exchange.request().origin();
    LabOrigin far = origin == LabOrigin.HTTP ? LabOrigin.HTTP_OTHER : origin;
    return address(exchange, far, "/mirror/" + name, file);
  }

  private static String same(Exchange exchange, String name, LabFile file) {
    return address(exchange, exchange.request().origin(), "/mirror/" + name, file);
  }

  private static String address(Exchange exchange, LabOrigin origin, String path, LabFile file) {
    return exchange.uri(origin, path + "?size=" + file.size()).toString();
  }

  private static String base64(byte[] hash) {
    return Base64.getEncoder().encodeToString(hash);
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }
}
