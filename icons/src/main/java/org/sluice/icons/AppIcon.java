package org.sluice.icons;

import java.net.URL;
import java.util.List;
import java.util.Objects;

/// The application icon as PNG pictures; up to 16, up to 32 and above are three drawings.
public final class AppIcon {
  /// The sizes that exist, in pixels, smallest first.
  public static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);

  private AppIcon() {}

  /// The picture of one of [#SIZES].
  public static URL png(int size) {
    if (!SIZES.contains(size)) {
      throw new IllegalArgumentException("no icon of " + size + " pixels, only of " + SIZES);
    }
    return Objects.requireNonNull(
        AppIcon.class.getResource("sluice-" + size + ".png"), "a picture is missing from the jar");
  }

  /// All pictures, smallest first: a window system takes the size that it needs.
  public static List<URL> all() {
    return SIZES.stream().map(AppIcon::png).toList();
  }
}
