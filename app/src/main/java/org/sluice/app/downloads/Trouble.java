package org.sluice.app.downloads;

import java.util.ArrayList;
import java.util.List;
import org.sluice.app.said.FailureText;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.StateReason;

/// Why a download does not go on: what happened, what was kept, what to do, the code last.
///
/// **Threads**: pure functions.
///
/// @param kept which bytes are here, as a sentence
/// @param keeps whether there are any
/// @param remedies the best one first
record Trouble(
    String title, String what, String kept, boolean keeps, List<Remedy> remedies, String code) {
  Trouble {
    remedies = List.copyOf(remedies);
  }

  static Trouble of(ItemView item) {
    FailureText failure = FailureText.of(item);
    return new Trouble(
        failure.title(),
        failure.what(),
        kept(item),
        keeps(item),
        remedies(item),
        failure.code(item));
  }

  private static boolean keeps(ItemView item) {
    return item.file().part() != null && item.amount().received() > 0;
  }

  private static String kept(ItemView item) {
    if (!keeps(item)) {
      return DownloadsWords.text("trouble.nothing");
    }
    String size = CellTexts.size(item.amount().received());
    int percent = CellTexts.percent(item);
    return percent < 0
        ? DownloadsWords.text("trouble.kept", size)
        : DownloadsWords.text("trouble.kept.percent", size, percent);
  }

  private static List<Remedy> remedies(ItemView item) {
    List<Remedy> remedies = new ArrayList<>(remedies(item.standing().reason()));
    if (TrustedCertificates.of(item.standing().certificate()) != null) {
      remedies.add(Math.min(2, remedies.size()), Remedy.ACCEPT);
    }
    return remedies;
  }

  static List<Remedy> remedies(StateReason reason) {
    return switch (reason) {
      case NEEDS_ADDRESS -> List.of(Remedy.NEW_ADDRESS, Remedy.TRY_AGAIN);
      case FILE_CHANGED ->
          List.of(Remedy.TAKE_NEW, Remedy.CONTINUE_ANYWAY, Remedy.KEEP_OLD, Remedy.NEW_ADDRESS);
      case WEB_PAGE -> List.of(Remedy.NEW_ADDRESS, Remedy.SIGN_IN, Remedy.TRY_AGAIN);
      case NEEDS_CREDENTIALS -> List.of(Remedy.SIGN_IN, Remedy.NEW_ADDRESS);
      case NOT_TRUSTED -> List.of(Remedy.NEW_ADDRESS, Remedy.TRY_AGAIN, Remedy.CLOCK);
      case NAME_TAKEN, CANNOT_WRITE -> List.of(Remedy.TRY_AGAIN, Remedy.PLACE);
      case WRONG_CHECKSUM -> List.of(Remedy.RESTART, Remedy.NEW_ADDRESS);
      case NOT_REACHED, REFUSED, BAD_REQUEST -> List.of(Remedy.NEW_ADDRESS, Remedy.TRY_AGAIN);
      case NONE,
          BY_USER,
          QUEUE_CLOSED,
          DISK_FULL,
          CAPTIVE_PORTAL,
          SERVER_BUSY,
          RETRY,
          NETWORK_CHANGED,
          JOURNAL_FAILED ->
          List.of(Remedy.TRY_AGAIN, Remedy.NEW_ADDRESS);
    };
  }
}
