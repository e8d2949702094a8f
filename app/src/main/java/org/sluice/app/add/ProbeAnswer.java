package org.sluice.app.add;

import org.jspecify.annotations.Nullable;

/// What a server says of a link before it is downloaded.
public sealed interface ProbeAnswer {
  /// It has been asked.
  record Asking() implements ProbeAnswer {}

  /// It would send the file.
  ///
  /// @param name as the server or the address gives it; not safe yet
  /// @param length -1 if it did not say
  /// @param type null if it did not say
  /// @param ranges whether it sends parts, so that the download can be resumed
  /// @param protocol such as `h2 · TLS 1.3`
  record Ready(
      String name, long length, @Nullable String type, boolean ranges, String protocol, long millis)
      implements ProbeAnswer {}

  /// It would not, or could not be asked.
  ///
  /// @param sentence for a person
  /// @param code for a report
  /// @param wantsSignIn whether a name and a password would help
  record Refused(String sentence, String code, boolean wantsSignIn) implements ProbeAnswer {}
}
