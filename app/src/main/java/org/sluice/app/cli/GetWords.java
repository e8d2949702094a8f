package org.sluice.app.cli;

import org.sluice.engine.download.FileResult;
import org.sluice.engine.error.TransferErrorCode;

/// The sentences of `get`: what happened, what was kept, what to do, and the code last.
final class GetWords {
  private GetWords() {}

  static String saved(FileResult result) {
    return result.kept() + "  " + Sizes.bytes(result.bytes());
  }

  static String total(GetEvent.Ended ended) {
    String files = ended.ok() == 1 ? " file, " : " files, ";
    String all = ended.ok() + files + Sizes.bytes(ended.bytes());
    return ended.failed() == 0 ? all : all + "; " + ended.failed() + " failed";
  }

  static String failure(String url, FileResult result) {
    TransferErrorCode code = result.code();
    StringBuilder text = new StringBuilder(url).append(": ").append(closed(result.sentence()));
    if (result.kept() == null) {
      text.append(" Nothing was saved.");
    } else {
      text.append(' ').append(kept(result));
    }
    String advice = advice(result);
    if (!advice.isEmpty()) {
      text.append(' ').append(advice);
    }
    return text.append(" (").append(code).append(", ").append(code.number()).append(')').toString();
  }

  /// Which file was left, for a person who has to decide about it.
  static String kept(FileResult result) {
    return "Kept: " + result.kept() + ", " + Sizes.bytes(result.bytes()) + ".";
  }

  private static String advice(FileResult result) {
    return switch (result.code()) {
      case OK -> "";
      case URL_MALFORMAT -> "Give the whole address, for example https://example.org/file.iso.";
      case UNSUPPORTED_PROTOCOL -> "Only addresses of http and https servers can be downloaded.";
      case COULDNT_RESOLVE_HOST -> "Check the name for a slip, and your network.";
      case COULDNT_RESOLVE_PROXY -> "Check the name of the proxy for a slip, and your network.";
      case PROXY -> "Check the address of the proxy, and your name and password there.";
      case COULDNT_CONNECT -> "Check the address and its port, and that the server is running.";
      case WEIRD_SERVER_REPLY, TOO_LARGE -> "What answers there is not a proper web server.";
      case PARTIAL_FILE, GOT_NOTHING, SEND_ERROR, RECV_ERROR -> "Try again.";
      case HTTP_RETURNED_ERROR -> "Check the address; it may be wrong, gone or not open to all.";
      case WRITE_ERROR ->
          result.fate() == FileResult.Fate.NAME_TAKEN
              ? "Use --overwrite to replace it, or -o or -d for another place."
              : "Check the folder, its rights and the free space.";
      case OPERATION_TIMEDOUT ->
          "Try again, or allow more time with --max-time or --connect-timeout.";
      case SSL_CONNECT_ERROR -> "Check that the port speaks TLS.";
      case PEER_FAILED_VERIFICATION ->
          "Do not trust it unless you know why; a CA of your own is given with --cacert.";
      case SSL_CACERT_BADFILE -> "Check the file given with --cacert.";
      case TOO_MANY_REDIRECTS -> "The server leads in circles.";
      case RANGE_ERROR,
          ABORTED_BY_CALLBACK,
          BAD_FUNCTION_ARGUMENT,
          SSL_CERTPROBLEM,
          FILESIZE_EXCEEDED ->
          "";
    };
  }

  private static String closed(String sentence) {
    return sentence.endsWith(".") ? sentence : sentence + ".";
  }
}
