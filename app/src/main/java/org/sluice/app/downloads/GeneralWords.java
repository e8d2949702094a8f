package org.sluice.app.downloads;

import java.util.List;
import org.sluice.app.said.Said;
import org.sluice.app.said.StateLine;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.Proof;
import org.sluice.engine.item.StateReason;

/// What the general tab says where it depends on the state.
///
/// **Threads**: pure functions.
final class GeneralWords {
  private GeneralWords() {}

  /// Its state, with the word that stands beside its bar where that says more.
  static String state(ItemView item) {
    return ProgressWords.isAsked(item)
        ? DownloadsWords.text("progress.probing")
        : StateLine.full(item);
  }

  /// Why it has no name yet: a server has to say it.
  static String noPlace(ItemView item) {
    boolean asked = item.standing().code() != null || item.state() == ItemState.WAITING;
    return DownloadsWords.text(
        item.state() == ItemState.RUNNING
            ? "general.noPlace.asking"
            : asked ? "general.noPlace.none" : "general.noPlace");
  }

  /// How sure it is that its parts belong together; nothing can be said of what is not here yet, and
  /// what is not whole may still be interrupted.
  ///
  /// @param whole as a sentence, not as a word
  static String proof(ItemView item, boolean whole) {
    if (item.amount().received() == 0) {
      return CellTexts.NONE;
    }
    Proof.Level level = item.proof().level();
    return whole && level == Proof.Level.SINGLE_RUN && item.state() != ItemState.COMPLETE
        ? DownloadsWords.text("proof.soFar")
        : DownloadsWords.text((whole ? "proof.long." : "proof.") + level);
  }

  /// The same with what made it so.
  static String proofAndWhy(ItemView item) {
    return item.amount().received() == 0
        ? CellTexts.NONE
        : Said.behind(proof(item, true), Said.of(item.proof().reason()));
  }

  /// What is not said as its state already.
  static String why(ItemView item) {
    ItemView.Standing standing = item.standing();
    if (standing.reason() == StateReason.SERVER_BUSY) {
      return CellTexts.NONE; // that its server asked to wait is its state
    }
    List<String> others =
        item.why().stream().filter(each -> !each.equals(standing.sentence())).toList();
    return others.isEmpty() ? CellTexts.NONE : Said.lines(others);
  }
}
