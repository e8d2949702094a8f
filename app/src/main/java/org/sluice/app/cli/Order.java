package org.sluice.app.cli;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.ItemId;

/// One file that is to be downloaded, or why it cannot be.
sealed interface Order {
  /// The address as the user gave it, without secrets.
  String shown();

  /// A download for the list.
  record Download(String shown, DownloadRequest request) implements Order {}

  /// A download that is in the list.
  ///
  /// @param address a new one of the same file; null to leave it as it is
  record Known(String shown, ItemId id, ResumeChoice choice, @Nullable String address)
      implements Order {}

  /// Something that can be told without any transfer.
  ///
  /// @param sentence what is wrong
  /// @param label of the code
  /// @param code the exit code if it is the only one
  record Refused(String shown, String sentence, String label, int code) implements Order {
    static Refused of(String shown, String sentence, ExitCode code) {
      return new Refused(shown, sentence, code.name(), code.number());
    }
  }
}
