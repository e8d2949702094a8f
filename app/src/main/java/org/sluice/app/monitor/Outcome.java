package org.sluice.app.monitor;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Amounts;
import org.sluice.app.fx.Messages;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.multi.TransferInfo;

/// How a transfer ended, in words: what happened, what was kept, what to do, the code last.
///
/// @param advice empty if there is nothing to do
/// @param code empty if all is well
public record Outcome(
    boolean ok, String title, String what, String kept, String advice, String code) {

  /// The words for an ended transfer.
  ///
  /// @param file where its file would be
  static Outcome of(TransferErrorCode result, TransferInfo info, @Nullable Path file) {
    String name = file == null ? "" : file.toString();
    if (result == TransferErrorCode.OK) {
      return new Outcome(
          true,
          Messages.text("outcome.done"),
          Messages.text("outcome.saved", Amounts.bytes(info.received()), name),
          "",
          "",
          "");
    }
    return new Outcome(
        false,
        Messages.text("outcome.failed", words("title", result, result.text())),
        what(result, info),
        Messages.text("outcome.kept", Amounts.bytes(info.received())),
        words("advice", result, Messages.text("failure.advice")),
        result.name() + " (" + result.number() + ")");
  }

  /// The engine's own sentence is the most exact; without one, ours for the code.
  private static String what(TransferErrorCode result, TransferInfo info) {
    String said = info.error();
    return said == null || said.isBlank() ? words("what", result, result.text()) : said;
  }

  private static String words(String part, TransferErrorCode code, String otherwise) {
    String key = "failure." + code + "." + part;
    return Messages.has(key) ? Messages.text(key) : otherwise;
  }
}
