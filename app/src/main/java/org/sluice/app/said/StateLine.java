package org.sluice.app.said;

import java.util.Set;
import org.sluice.app.fx.Messages;
import org.sluice.app.fx.StateTexts;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.item.StateReason;

/// The state of a download and why, in the language of the window, for one line.
///
/// **Threads**: pure functions.
public final class StateLine {
  /// How a transfer ends whose connection breaks.
  private static final Set<TransferErrorCode> CUT =
      Set.of(
          TransferErrorCode.PARTIAL_FILE,
          TransferErrorCode.GOT_NOTHING,
          TransferErrorCode.SEND_ERROR,
          TransferErrorCode.RECV_ERROR,
          TransferErrorCode.HTTP2,
          TransferErrorCode.HTTP2_STREAM);

  private StateLine() {}

  /// In a few words: `The connection broke off`.
  public static String brief(ItemView item) {
    return isCut(item)
        ? Messages.text("cut.title")
        : StateTexts.alone(item.state(), item.standing().reason());
  }

  /// With what the engine said of it.
  public static String full(ItemView item) {
    String said = Said.of(item.standing().sentence());
    boolean repeated = item.standing().reason() == StateReason.SERVER_BUSY && !said.isEmpty();
    return Said.behind(
        repeated // the sentence says who asked to wait, and for how long
            ? StateTexts.alone(item.state(), StateReason.NONE)
            : brief(item),
        said);
  }

  /// Whether there was a connection, and it broke: then "no connection" says the wrong thing.
  static boolean isCut(ItemView item) {
    if (item.standing().reason() != StateReason.NOT_REACHED) {
      return false;
    }
    TransferErrorCode code = item.standing().code();
    return (code == null || code == TransferErrorCode.OK)
        ? item.amount().received() > 0 // that was before the program was started again
        : CUT.contains(code);
  }
}
