package org.sluice.engine.name;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.ContentDisposition;
import org.sluice.engine.http.Url;

/// The name that a file gets, and where it was taken from.
///
/// **Threads**: pure.
///
/// @param name safe
/// @param origin where it was found
/// @param warning what is suspicious about it, for a person; null if nothing is
public record NameChoice(String name, Origin origin, @Nullable String warning) {
  /// Where a name can come from, best first.
  public enum Origin {
    USER("you chose it"),
    EXTENDED_FIELD("the server gave it (filename*)"),
    FIELD("the server gave it (filename)"),
    ADDRESS("it is the end of the address"),
    HOST("nobody gave one, so it is the server's");

    private final String words;

    Origin(String words) {
      this.words = words;
    }

    /// Why it is this name.
    public String words() {
      return words;
    }
  }

  /// Takes the best name there is.
  ///
  /// @param user as the user wants it; null for none
  /// @param field of the last response; null for none
  /// @param address the last hop of the redirects
  /// @param contentType the field's value; null for none
  public static NameChoice of(
      @Nullable String user,
      @Nullable ContentDisposition field,
      Url address,
      @Nullable String contentType) {
    NameChoice choice = of(user, Origin.USER);
    if (choice == null && field != null) {
      choice = of(field.extendedFileName(), Origin.EXTENDED_FIELD);
      choice = choice == null ? of(field.fileName(), Origin.FIELD) : choice;
    }
    choice = choice == null ? of(address.lastSegment(), Origin.ADDRESS) : choice;
    if (choice == null) {
      String extension = contentType == null ? "" : TypeExtension.of(contentType);
      choice = of(address.host() + extension, Origin.HOST);
    }
    return choice == null ? new NameChoice("download", Origin.HOST, null) : choice;
  }

  private static @Nullable NameChoice of(@Nullable String given, Origin origin) {
    String name = given == null ? null : SafeName.of(given);
    return name == null ? null : new NameChoice(name, origin, Disguise.warning(name));
  }
}
