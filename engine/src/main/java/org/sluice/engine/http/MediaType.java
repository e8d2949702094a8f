package org.sluice.engine.http;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The type of a body, without its parameters.
///
/// **Source**: RFC 9110, 8.3.1.
public final class MediaType {
  private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");

  private MediaType() {}

  /// The type in lower case; empty if there is none.
  public static String of(ResponseHead head) {
    return essence(head.header("Content-Type"));
  }

  /// What stands before the parameters, in lower case; empty for null.
  public static String essence(@Nullable String fieldValue) {
    if (fieldValue == null) {
      return "";
    }
    int semicolon = fieldValue.indexOf(';');
    String type = semicolon < 0 ? fieldValue : fieldValue.substring(0, semicolon);
    return type.strip().toLowerCase(Locale.ROOT);
  }

  /// Whether it is a page for people to read in a browser.
  public static boolean isPage(String essence) {
    return PAGES.contains(essence);
  }
}
