package org.sluice.app.downloads;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/// One line of the side bar.
///
/// @param filter null for a heading
/// @param title its words
/// @param icon null for a heading
/// @param note what stands at its end instead of a count; empty for the count
record Entry(@Nullable Filter filter, String title, @Nullable Ikon icon, String note) {
  static Entry heading(String title) {
    return new Entry(null, title, null, "");
  }

  boolean isHeading() {
    return filter == null;
  }
}
