package org.sluice.app.fx;

import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;

/// The state of a download, and its reason, in the language of the window; what
/// `org.sluice.app.words.StateWords` is for the command line, in English.
///
/// **Threads**: any.
public final class StateTexts {
  private StateTexts() {}

  /// In a few words, for a line or a table.
  public static String briefly(ItemState state, StateReason reason) {
    return Messages.text(
        reason == StateReason.NONE ? "briefly." + state : "briefly.reason." + reason);
  }

  /// The same where nothing stands before it: it begins with a capital, in scripts that have them.
  public static String alone(ItemState state, StateReason reason) {
    String words = briefly(state, reason);
    return words.isEmpty()
        ? words
        : Character.toString(Character.toTitleCase(words.charAt(0))) + words.substring(1);
  }

  /// What happened, as a sentence; empty if nothing did.
  public static String happened(StateReason reason) {
    return reason == StateReason.NONE ? "" : Messages.text("happened." + reason);
  }
}
