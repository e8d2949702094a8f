package org.sluice.app.monitor;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Amounts;
import org.sluice.app.fx.Messages;
import org.sluice.engine.download.FileResult;
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
  /// @param result of the transfer
  /// @param file what became of its file, which may have failed on its own; null for no file
  static Outcome of(TransferErrorCode result, TransferInfo info, @Nullable FileResult file) {
    TransferErrorCode code = file == null ? result : file.code();
    if (file == null ? code == TransferErrorCode.OK : file.ok()) {
      return new Outcome(true, Messages.text("outcome.done"), saved(info, file), "", "", "");
    }
    return new Outcome(
        false,
        Messages.text("outcome.failed", words("title", code, code.text())),
        what(code, info, file),
        kept(file),
        words("advice", code, Messages.text("failure.advice")),
        code.name() + " (" + code.number() + ")");
  }

  private static String saved(TransferInfo info, @Nullable FileResult file) {
    Path path = file == null ? null : file.kept();
    return path == null
        ? Messages.text("outcome.received", Amounts.bytes(info.received()))
        : Messages.text("outcome.saved", Amounts.bytes(info.received()), path.toString());
  }

  /// The engine's own sentence is the most exact; without one, ours for the code.
  private static String what(TransferErrorCode code, TransferInfo info, @Nullable FileResult file) {
    String said = file == null ? info.error() : file.sentence();
    return said == null || said.isBlank() ? words("what", code, code.text()) : said;
  }

  private static String kept(@Nullable FileResult file) {
    Path path = file == null ? null : file.kept();
    if (file == null || path == null || path.getFileName() == null) {
      return Messages.text("outcome.nothing");
    }
    return Messages.text("outcome.kept", Amounts.bytes(file.bytes()), "" + path.getFileName());
  }

  private static String words(String part, TransferErrorCode code, String otherwise) {
    String key = "failure." + code + "." + part;
    return Messages.has(key) ? Messages.text(key) : otherwise;
  }
}
