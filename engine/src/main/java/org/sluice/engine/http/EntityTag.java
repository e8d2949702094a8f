package org.sluice.engine.http;

import java.util.Optional;

/// The tag that a server gives to one version of a representation.
///
/// **Source**: RFC 9110, 8.8.3.
///
/// @param weak whether versions that differ in bytes may share it
/// @param opaque what stands between the quotation marks
public record EntityTag(boolean weak, String opaque) {
  /// Longest tag that is taken; a longer one is none, so that no request grows out of bounds.
  public static final int MOST_CHARACTERS = 1_024;

  public EntityTag {
    if (opaque.length() > MOST_CHARACTERS || !opaque.chars().allMatch(EntityTag::mayStandInside)) {
      throw new IllegalArgumentException("not an entity tag");
    }
  }

  /// Reads the value of an ETag field; empty if it is none.
  public static Optional<EntityTag> parse(String value) {
    String text = value.strip();
    boolean weak = text.startsWith("W/");
    String quoted = weak ? text.substring(2) : text;
    if (quoted.length() < 2
        || quoted.length() > MOST_CHARACTERS + 2
        || quoted.charAt(0) != '"'
        || quoted.charAt(quoted.length() - 1) != '"') {
      return Optional.empty();
    }
    String opaque = quoted.substring(1, quoted.length() - 1);
    if (!opaque.chars().allMatch(EntityTag::mayStandInside)) {
      return Optional.empty();
    }
    return Optional.of(new EntityTag(weak, opaque));
  }

  /// Whether the bytes are the same (8.8.3.2): neither is weak, and they are equal.
  public boolean strongEquals(EntityTag other) {
    return !weak && !other.weak && opaque.equals(other.opaque);
  }

  /// Whether one may stand for the other (8.8.3.2): equal, weak or not.
  public boolean weakEquals(EntityTag other) {
    return opaque.equals(other.opaque);
  }

  /// As it is sent.
  public String fieldValue() {
    return (weak ? "W/\"" : "\"") + opaque + "\"";
  }

  /// etagc; the bytes above ASCII are taken as they came.
  private static boolean mayStandInside(int c) {
    return c == 0x21 || (c >= 0x23 && c <= 0x7e) || (c >= 0x80 && c <= 0xff);
  }
}
