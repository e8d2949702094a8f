package org.sluice.app.cli;

import org.sluice.app.words.Redaction;
import org.sluice.app.words.Sizes;
import org.sluice.app.words.StateWords;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.Proof;
import org.sluice.engine.item.StateReason;

/// The sentences about a download at its end: what happened, what was kept, what to do.
final class ItemWords {
  private ItemWords() {}

  /// A file that is complete: where it is, its size, and how sure it is if that is a question.
  static String saved(ItemView item) {
    return shown(item) + "  " + Sizes.bytes(item.amount().received()) + proof(item.proof());
  }

  private static String proof(Proof proof) {
    return switch (proof.level()) {
      case SINGLE_RUN, PROVEN -> "";
      case PROBABLE -> "  (probably whole: " + unclosed(proof.reason()) + ")";
      case UNVERIFIED -> "  (unverified: " + unclosed(proof.reason()) + ")";
    };
  }

  /// A file that goes no further: what happened, what was kept, what to do.
  ///
  static String stopped(ItemView item, EndCode code) {
    StringBuilder text = new StringBuilder(item.address());
    text.append(": ").append(happened(item)).append(' ').append(kept(item));
    String advice = advice(item);
    if (!advice.isEmpty()) {
      text.append(' ').append(advice);
    }
    return text.append(RunWords.inBrackets(code)).toString();
  }

  /// What happened.
  static String happened(ItemView item) {
    String said = item.standing().sentence();
    StateReason reason = item.standing().reason();
    String sentence = said.isBlank() ? StateWords.happened(reason) : Redaction.of(said.strip());
    return closed(sentence.isEmpty() ? StateWords.state(item.state()) : sentence);
  }

  /// What is on the disk of a file that is not complete.
  static String kept(ItemView item) {
    if (item.state() == ItemState.COMPLETE) {
      return "The file is complete.";
    }
    return item.file().part() == null || item.amount().received() == 0
        ? "Nothing was saved."
        : "Kept: " + item.file().part() + ", " + Sizes.bytes(item.amount().received()) + ".";
  }

  /// What a person can do about it; empty if nothing needs to be said.
  static String advice(ItemView item) {
    TransferErrorCode code = EndCode.transferError(item);
    return code == null || RunEnd.isPassing(item.standing().reason())
        ? byReason(item)
        : byError(code);
  }

  private static String byError(TransferErrorCode code) {
    return switch (code) {
      case URL_MALFORMAT -> "Give the whole address, for example https://example.org/file.iso.";
      case UNSUPPORTED_PROTOCOL -> "Only addresses of http and https servers can be downloaded.";
      case COULDNT_RESOLVE_HOST -> "Check the name for a slip, and your network.";
      case COULDNT_RESOLVE_PROXY -> "Check the name of the proxy for a slip, and your network.";
      case PROXY -> "Check the address of the proxy, and your name and password there.";
      case COULDNT_CONNECT -> "Check the address and its port, and that the server is running.";
      case WEIRD_SERVER_REPLY, TOO_LARGE -> "What answers there is not a proper web server.";
      case PARTIAL_FILE, GOT_NOTHING, SEND_ERROR, RECV_ERROR, HTTP2, HTTP2_STREAM -> "Try again.";
      case HTTP_RETURNED_ERROR -> "Check the address; it may be wrong, gone or not open to all.";
      case WRITE_ERROR -> "Check the folder, its rights and the free space.";
      case OPERATION_TIMEDOUT -> "Try again, or allow more time with --connect-timeout.";
      case SSL_CONNECT_ERROR -> "Check that the port speaks TLS.";
      case PEER_FAILED_VERIFICATION ->
          "Do not trust it unless you know why; a CA of your own is given with --cacert.";
      case SSL_ISSUER_ERROR, SSL_PINNEDPUBKEYNOTMATCH ->
          "Do not trust it unless you know why the server has another key.";
      case INTERFACE_FAILED -> "Check the name of the network interface, and that it is up.";
      case SSL_CERTPROBLEM, SSL_CLIENTCERT ->
          "Check your certificate, its key and the password of the key.";
      case SSL_CIPHER -> "Check the names of the ciphers.";
      case SSL_CACERT_BADFILE -> "Check the file given with --cacert.";
      case TOO_MANY_REDIRECTS -> "The server leads in circles.";
      case BAD_CONTENT_ENCODING -> "What the server packed can not be unpacked; try without.";
      case READ_ERROR, UPLOAD_FAILED -> "Check what is to be sent, and that it may be read.";
      case SEND_FAIL_REWIND -> "Send a file rather than a stream, which can be read once only.";
      case OK,
          RANGE_ERROR,
          ABORTED_BY_CALLBACK,
          BAD_FUNCTION_ARGUMENT,
          SETOPT_OPTION_SYNTAX,
          SSL_ENGINE_NOTFOUND,
          FILESIZE_EXCEEDED ->
          "";
    };
  }

  private static String byReason(ItemView item) {
    String resume = "sluice resume " + item.id();
    return switch (item.standing().reason()) {
      case NONE -> "";
      case BY_USER -> "To go on: " + resume + ".";
      case QUEUE_CLOSED, CAPTIVE_PORTAL, SERVER_BUSY, RETRY, NETWORK_CHANGED, JOURNAL_FAILED ->
          "To go on later: " + resume + ".";
      case DISK_FULL -> "Make room; to go on: " + resume + ".";
      case NEEDS_ADDRESS -> "Get a new address of the same file: " + resume + " --address URL.";
      case FILE_CHANGED ->
          "To fetch the new file and put the old bytes aside: " + resume + " --take-new.";
      case WEB_PAGE ->
          "Sign in with a browser if the page asks for it, and give the file's own address: "
              + resume
              + " --address URL.";
      case NEEDS_CREDENTIALS -> "Give them with --user NAME:PASSWORD.";
      case NOT_TRUSTED ->
          "Do not trust it unless you know why; a CA of your own is given with --cacert.";
      case NAME_TAKEN ->
          "Use --overwrite to replace it, --number for another name, or -o or -d for another"
              + " place.";
      case CANNOT_WRITE -> "Check the folder, its rights and the free space.";
      case WRONG_CHECKSUM ->
          "Check the checksum that was given, or fetch the file again: " + resume + " --restart.";
      case REFUSED -> "Check the address; it may be wrong, gone or not open to all.";
      case BAD_REQUEST -> "Give the whole address, for example https://example.org/file.iso.";
    };
  }

  /// The path of the file, or what it will likely be called.
  static String shown(ItemView item) {
    return item.file().target() == null ? item.name() : item.file().target().toString();
  }

  private static String closed(String sentence) {
    return sentence.endsWith(".") ? sentence : sentence + ".";
  }

  private static String unclosed(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
