package org.sluice.app.said;

import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Messages;
import org.sluice.app.fx.StateTexts;
import org.sluice.app.words.Redaction;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.item.StateReason;

/// Why a download does not go on, in the language of the window: by the error of its last transfer, if
/// that is the reason, else by the reason.
///
/// **Threads**: pure functions.
///
/// @param error of the last transfer; null if it is not why
/// @param what the engine's own sentence, which is the most exact; without one, ours
public record FailureText(@Nullable TransferErrorCode error, String title, String what) {
  public static FailureText of(ItemView item) {
    TransferErrorCode error = transferError(item);
    StateReason reason = item.standing().reason();
    String happened = StateTexts.happened(reason);
    String said = item.standing().sentence().strip();
    if (error == null) {
      return new FailureText(
          null,
          StateLine.isCut(item)
              ? StateLine.brief(item)
              : Messages.text("reason." + reason + ".title"),
          exact(said, happened));
    }
    String general = happened.isEmpty() ? closed(error.text()) : happened;
    return new FailureText(
        error,
        Messages.textOr("failure." + error + ".title", error.text()),
        exact(said, Messages.textOr("failure." + error + ".what", general)));
  }

  /// What stands last, for whoever looks it up: `PEER_FAILED_VERIFICATION (60)`.
  public String code(ItemView item) {
    return error == null
        ? item.standing().reason().name()
        : error.name() + " (" + error.number() + ")";
  }

  /// What the engine said, which is the most exact; where it has no words in the language, what is said
  /// of such a case in general, with the English in brackets.
  private static String exact(String said, String ours) {
    if (said.isEmpty()) {
      return ours;
    }
    String safe = closed(Redaction.of(said));
    return Said.translated(safe)
        .orElseGet(() -> ours.isEmpty() ? safe : Messages.text("engine.said", ours, safe));
  }

  /// What the engine said, in English, with its full stop.
  private static String closed(String sentence) {
    return sentence.isEmpty() || sentence.endsWith(".") ? sentence : sentence + ".";
  }

  private static @Nullable TransferErrorCode transferError(ItemView item) {
    TransferErrorCode code = item.standing().code();
    return switch (item.standing().reason()) {
      case NONE,
          RETRY,
          SERVER_BUSY,
          NETWORK_CHANGED,
          NOT_TRUSTED,
          NOT_REACHED,
          REFUSED,
          BAD_REQUEST ->
          code == TransferErrorCode.OK ? null : code;
      case BY_USER,
          QUEUE_CLOSED,
          DISK_FULL,
          NEEDS_ADDRESS,
          FILE_CHANGED,
          WEB_PAGE,
          CAPTIVE_PORTAL,
          NEEDS_CREDENTIALS,
          NAME_TAKEN,
          CANNOT_WRITE,
          WRONG_CHECKSUM,
          JOURNAL_FAILED ->
          null;
    };
  }
}
