package org.sluice.app.fx;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The size of text in menus, tooltips and lists that drop down. They are windows of their own, so what
/// makes the main window larger ([ScaledPane]) does not reach them; style sheets do.
///
/// **Threads**: pure functions.
public final class PopupText {
  private static final int BODY = 13;
  private static final int SMALL = 12;
  private static final int ICON = 16;

  private PopupText() {}

  /// A style sheet for the scene of the window that opens them; empty for the size they are designed in.
  ///
  /// @param percent 100 for the size they are designed in
  public static String sheet(int percent) {
    if (percent == 100) {
      return "";
    }
    String sized =
        (".context-menu, .combo-box-popup { -fx-font-size: %dpx; }"
                + " .context-menu .menu-row .menu-keys, .tooltip { -fx-font-size: %dpx; }"
                + " .context-menu .ikonli-font-icon, .combo-box-popup .ikonli-font-icon { -fx-icon-size: %dpx; }")
            .formatted(BODY * percent / 100, SMALL * percent / 100, ICON * percent / 100);
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(sized.getBytes(StandardCharsets.UTF_8));
  }
}
