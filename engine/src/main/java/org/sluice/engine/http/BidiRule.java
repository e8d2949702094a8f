package org.sluice.engine.http;

/// Whether a label keeps to one direction of writing.
///
/// **Source**: RFC 5893, 2.
final class BidiRule {
  private BidiRule() {}

  static boolean holds(String label) {
    int[] all = label.codePoints().toArray();
    byte first = Character.getDirectionality(all[0]);
    boolean rightToLeft =
        first == Character.DIRECTIONALITY_RIGHT_TO_LEFT
            || first == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    if (!rightToLeft && first != Character.DIRECTIONALITY_LEFT_TO_RIGHT) {
      return false;
    }
    boolean european = false;
    boolean arabic = false;
    for (int c : all) {
      byte direction = Character.getDirectionality(c);
      european |= direction == Character.DIRECTIONALITY_EUROPEAN_NUMBER;
      arabic |= direction == Character.DIRECTIONALITY_ARABIC_NUMBER;
      if (!mayStand(direction, rightToLeft)) {
        return false;
      }
    }
    return !(rightToLeft && european && arabic) && mayEnd(lastOf(all), rightToLeft);
  }

  private static byte lastOf(int[] all) {
    int at = all.length - 1;
    while (at > 0
        && Character.getDirectionality(all[at]) == Character.DIRECTIONALITY_NONSPACING_MARK) {
      at--;
    }
    return Character.getDirectionality(all[at]);
  }

  private static boolean mayStand(byte direction, boolean rightToLeft) {
    return switch (direction) {
      case Character.DIRECTIONALITY_EUROPEAN_NUMBER,
          Character.DIRECTIONALITY_EUROPEAN_NUMBER_SEPARATOR,
          Character.DIRECTIONALITY_COMMON_NUMBER_SEPARATOR,
          Character.DIRECTIONALITY_EUROPEAN_NUMBER_TERMINATOR,
          Character.DIRECTIONALITY_OTHER_NEUTRALS,
          Character.DIRECTIONALITY_BOUNDARY_NEUTRAL,
          Character.DIRECTIONALITY_NONSPACING_MARK ->
          true;
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
          Character.DIRECTIONALITY_ARABIC_NUMBER ->
          rightToLeft;
      case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> !rightToLeft;
      default -> false;
    };
  }

  private static boolean mayEnd(byte direction, boolean rightToLeft) {
    return switch (direction) {
      case Character.DIRECTIONALITY_EUROPEAN_NUMBER -> true;
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
          Character.DIRECTIONALITY_ARABIC_NUMBER ->
          rightToLeft;
      case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> !rightToLeft;
      default -> false;
    };
  }
}
