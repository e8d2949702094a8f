package org.sluice.engine.retry;

import org.sluice.engine.error.TransferErrorCode;

/// Why a transfer, or the whole download, did not go on.
public enum FailureKind {
  /// The host's name could not be resolved.
  NO_NAME,
  /// No connection came about: refused, unreachable, no answer to the connect.
  NO_CONNECTION,
  /// The connection ended before the body did.
  CUT,
  /// Nothing came for too long.
  TIMEOUT,
  /// The TLS handshake failed for another reason than trust.
  TLS_BROKEN,
  /// The server asks to come later: 429, 503 and their like.
  BUSY,
  /// The server failed: 500, 502 and their like.
  SERVER_ERROR,
  /// What came is no HTTP, or has no bounds.
  NO_SENSE,
  /// A further connection was refused while others go on.
  TOO_MANY,
  /// The address does not lead to the file any more.
  EXPIRED,
  /// The server will not give it.
  REFUSED,
  /// A name or a password is wanted.
  NEEDS_CREDENTIALS,
  /// A page came where a file was expected.
  WEB_PAGE,
  /// The network wants a sign-in.
  SIGN_IN,
  /// It is another file now.
  CHANGED,
  /// Parts cannot be had, and much would be fetched again.
  NO_RANGES,
  /// The certificate is not trusted.
  NOT_TRUSTED,
  /// The request makes no sense.
  BAD_REQUEST,
  /// The volume is full.
  DISK_FULL,
  /// The file cannot be written.
  CANNOT_WRITE,
  /// A file of the name may not be replaced.
  NAME_TAKEN,
  /// The file does not hash to what it should.
  WRONG_CHECKSUM,
  /// The journal cannot be written.
  JOURNAL_FAILED,
  /// The network went away or became another one.
  NETWORK_CHANGED,
  /// The machine slept.
  SLEPT,
  /// Somebody took the transfer out.
  CANCELLED;

  /// What the end of a transfer means.
  ///
  /// @param httpStatus of the last response, for HTTP_RETURNED_ERROR; 0 if there was none
  /// @throws IllegalArgumentException for OK, which is no failure
  public static FailureKind of(TransferErrorCode code, int httpStatus) {
    return switch (code) {
      case OK -> throw new IllegalArgumentException("it went well");
      case UNSUPPORTED_PROTOCOL,
          URL_MALFORMAT,
          BAD_FUNCTION_ARGUMENT,
          SETOPT_OPTION_SYNTAX,
          SSL_ENGINE_NOTFOUND,
          SSL_CERTPROBLEM,
          SSL_CIPHER,
          SSL_CACERT_BADFILE,
          UPLOAD_FAILED,
          READ_ERROR,
          SEND_FAIL_REWIND ->
          BAD_REQUEST;
      case COULDNT_RESOLVE_HOST, COULDNT_RESOLVE_PROXY -> NO_NAME;
      case COULDNT_CONNECT, INTERFACE_FAILED, PROXY -> NO_CONNECTION;
      case PARTIAL_FILE, GOT_NOTHING, SEND_ERROR, RECV_ERROR, HTTP2, HTTP2_STREAM -> CUT;
      case HTTP_RETURNED_ERROR -> ofStatus(httpStatus);
      case WRITE_ERROR -> CANNOT_WRITE;
      case OPERATION_TIMEDOUT -> TIMEOUT;
      case SSL_CONNECT_ERROR -> TLS_BROKEN;
      case ABORTED_BY_CALLBACK -> CANCELLED;
      case TOO_MANY_REDIRECTS, FILESIZE_EXCEEDED, SSL_CLIENTCERT -> REFUSED;
      case PEER_FAILED_VERIFICATION, SSL_ISSUER_ERROR, SSL_PINNEDPUBKEYNOTMATCH -> NOT_TRUSTED;
      case WEIRD_SERVER_REPLY, RANGE_ERROR, TOO_LARGE, BAD_CONTENT_ENCODING -> NO_SENSE;
    };
  }

  /// What a status means by itself. Where more is known of the file, its answers are judged by the
  /// `resume` package instead.
  public static FailureKind ofStatus(int status) {
    return switch (status) {
      case 202, 408, 420, 425, 429, 503, 509 -> BUSY;
      case 401, 407 -> NEEDS_CREDENTIALS;
      case 501, 505 -> REFUSED;
      case 511 -> SIGN_IN;
      default -> status >= 500 ? SERVER_ERROR : REFUSED;
    };
  }

  /// Whether another address of the same file may do better.
  public boolean isOfTheSource() {
    return switch (this) {
      case NO_NAME,
          NO_CONNECTION,
          CUT,
          TIMEOUT,
          TLS_BROKEN,
          BUSY,
          SERVER_ERROR,
          NO_SENSE,
          EXPIRED,
          REFUSED,
          NEEDS_CREDENTIALS,
          WEB_PAGE,
          CHANGED,
          NO_RANGES,
          NOT_TRUSTED ->
          true;
      case TOO_MANY,
          SIGN_IN,
          BAD_REQUEST,
          DISK_FULL,
          CANNOT_WRITE,
          NAME_TAKEN,
          WRONG_CHECKSUM,
          JOURNAL_FAILED,
          NETWORK_CHANGED,
          SLEPT,
          CANCELLED ->
          false;
    };
  }
}
