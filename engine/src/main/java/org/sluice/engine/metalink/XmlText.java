package org.sluice.engine.metalink;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes text of an XML document, strictly: a parser that gets bytes complains of wrong ones on the
/// console.
///
/// **Source**: XML 1.0, appendix F.
final class XmlText {
  /// Where the declaration stands, if there is one.
  private static final int DECLARATION_BYTES = 256;

  private static final Pattern ENCODING =
      Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

  private XmlText() {}

  static String decode(byte[] document) throws MetalinkException {
    Charset charset = charset(document);
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(document)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new MetalinkException(
          "This is no Metalink, as it is no XML that can be read: it is not in " + charset, e);
    }
  }

  private static Charset charset(byte[] document) throws MetalinkException {
    int first = document.length > 1 ? (document[0] & 0xff) << 8 | (document[1] & 0xff) : 0;
    switch (first) {
      case 0xfeff, 0xfffe -> {
        return StandardCharsets.UTF_16;
      }
      case 0x003c -> {
        return StandardCharsets.UTF_16BE;
      }
      case 0x3c00 -> {
        return StandardCharsets.UTF_16LE;
      }
      default -> {}
    }
    String start =
        new String(
            document, 0, Math.min(document.length, DECLARATION_BYTES), StandardCharsets.ISO_8859_1);
    Matcher matcher = ENCODING.matcher(start);
    String name = matcher.find() ? matcher.group(1).toUpperCase(Locale.ROOT) : "UTF-8";
    return switch (name) {
      case "UTF-8", "UTF8" -> StandardCharsets.UTF_8;
      case "US-ASCII", "ASCII" -> StandardCharsets.US_ASCII;
      case "ISO-8859-1", "LATIN1" -> StandardCharsets.ISO_8859_1;
      default ->
          throw new MetalinkException(
              "This Metalink is in the encoding " + name + ", which Sluice does not read");
    };
  }
}
