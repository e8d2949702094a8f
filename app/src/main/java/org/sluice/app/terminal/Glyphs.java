package org.sluice.app.terminal;

import java.nio.charset.Charset;

/// What a bar is made of.
///
/// @param full all bytes of the place are here
/// @param part some are
/// @param next none is, but they are being fetched
/// @param empty none is
public record Glyphs(String full, String part, String next, String empty) {
  public static final Glyphs BLOCKS = new Glyphs("█", "▓", "▒", "░");
  public static final Glyphs ASCII = new Glyphs("#", "+", ">", ".");

  /// The finest that `charset` has.
  public static Glyphs of(Charset charset) {
    String all = BLOCKS.full + BLOCKS.part + BLOCKS.next + BLOCKS.empty;
    return charset.newEncoder().canEncode(all) ? BLOCKS : ASCII;
  }
}
