package org.sluice.engine.tls;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Blocks of a PEM text, by their labels. What stands between blocks is passed over.
///
/// **Errors**: [IllegalArgumentException] for a block without an end or without Base64 in it.
/// **Limits**: [#MOST_CHARS], [#MOST_BLOCKS]. **Source**: RFC 7468.
final class Pem {
  /// The authorities of a whole system are a quarter of it.
  static final int MOST_CHARS = 4 * 1024 * 1024;

  static final int MOST_BLOCKS = 4_096;

  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";

  /// One block.
  ///
  /// @param label for example `CERTIFICATE`
  /// @param text all of it, with both its lines of dashes
  /// @param body what stands between these
  record Block(String label, String text, String body) {
    /// @throws IllegalArgumentException if the body is no Base64, or has fields before it
    byte[] bytes() {
      return Base64.getMimeDecoder().decode(body);
    }
  }

  private Pem() {}

  static List<Block> blocks(String text) {
    if (text.length() > MOST_CHARS) {
      throw new IllegalArgumentException("it is larger than " + MOST_CHARS + " characters");
    }
    List<Block> blocks = new ArrayList<>();
    int at = 0;
    for (int begin = text.indexOf(BEGIN, at); begin >= 0; begin = text.indexOf(BEGIN, at)) {
      int labelEnd = text.indexOf(DASHES, begin + BEGIN.length());
      String label = labelEnd < 0 ? "" : text.substring(begin + BEGIN.length(), labelEnd);
      if (label.isEmpty() || label.indexOf('\n') >= 0) {
        throw new IllegalArgumentException("a line of dashes in it has no label");
      }
      String closing = END + label + DASHES;
      int bodyStart = labelEnd + DASHES.length();
      int end = text.indexOf(closing, bodyStart);
      if (end < 0) {
        throw new IllegalArgumentException("its " + label + " has no end");
      }
      at = end + closing.length();
      if (blocks.size() == MOST_BLOCKS) {
        throw new IllegalArgumentException("it has more than " + MOST_BLOCKS + " parts");
      }
      blocks.add(new Block(label, text.substring(begin, at), text.substring(bodyStart, end)));
    }
    return blocks;
  }
}
