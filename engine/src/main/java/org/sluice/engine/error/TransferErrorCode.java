package org.sluice.engine.error;

/// How a transfer ended, with the names and numbers of libcurl's `CURLE_*`.
///
/// **Source**: <https://curl.se/libcurl/c/libcurl-errors.html>
public enum TransferErrorCode {
  OK(0, "No error"),
  UNSUPPORTED_PROTOCOL(1, "Unsupported protocol"),
  URL_MALFORMAT(3, "URL using bad/illegal format or missing URL"),
  COULDNT_RESOLVE_PROXY(5, "Could not resolve proxy name"),
  COULDNT_RESOLVE_HOST(6, "Could not resolve host name"),
  COULDNT_CONNECT(7, "Could not connect to server"),
  WEIRD_SERVER_REPLY(8, "Weird server reply"),
  HTTP2(16, "Error in the HTTP2 framing layer"),
  PARTIAL_FILE(18, "Transferred a partial file"),
  HTTP_RETURNED_ERROR(22, "HTTP response code said error"),
  WRITE_ERROR(23, "Failed writing received data to disk/application"),
  UPLOAD_FAILED(25, "Upload failed (at start)"),
  READ_ERROR(26, "Failed to open/read local data from file/application"),
  OPERATION_TIMEDOUT(28, "Timeout was reached"),
  RANGE_ERROR(33, "Requested range was not delivered by the server"),
  SSL_CONNECT_ERROR(35, "SSL connect error"),
  ABORTED_BY_CALLBACK(42, "Operation was aborted by an application callback"),
  BAD_FUNCTION_ARGUMENT(43, "A libcurl function was given a bad argument"),
  INTERFACE_FAILED(45, "Failed binding local connection end"),
  TOO_MANY_REDIRECTS(47, "Number of redirects hit maximum amount"),
  SETOPT_OPTION_SYNTAX(49, "Malformed option provided in a setopt"),
  GOT_NOTHING(52, "Server returned nothing (no headers, no data)"),
  SSL_ENGINE_NOTFOUND(53, "SSL crypto engine not found"),
  SEND_ERROR(55, "Failed sending data to the peer"),
  RECV_ERROR(56, "Failure when receiving data from the peer"),
  SSL_CERTPROBLEM(58, "Problem with the local SSL certificate"),
  SSL_CIPHER(59, "Could not use specified SSL cipher"),
  PEER_FAILED_VERIFICATION(60, "SSL peer certificate or SSH remote key was not OK"),
  BAD_CONTENT_ENCODING(61, "Unrecognized or bad HTTP Content or Transfer-Encoding"),
  FILESIZE_EXCEEDED(63, "Maximum file size exceeded"),
  SEND_FAIL_REWIND(65, "Send failed since rewinding of the data stream failed"),
  SSL_CACERT_BADFILE(77, "Problem with the SSL CA cert (path? access rights?)"),
  SSL_ISSUER_ERROR(83, "Issuer check against peer certificate failed"),
  SSL_PINNEDPUBKEYNOTMATCH(90, "SSL public key does not match pinned public key"),
  HTTP2_STREAM(92, "Stream error in the HTTP/2 framing layer"),
  PROXY(97, "Proxy handshake error"),
  SSL_CLIENTCERT(98, "SSL Client Certificate required"),
  TOO_LARGE(100, "A value or data field grew larger than allowed");

  private final int number;
  private final String text;

  TransferErrorCode(int number, String text) {
    this.number = number;
    this.text = text;
  }

  /// The value of the matching `CURLE_*` constant.
  public int number() {
    return number;
  }

  /// The fixed English text of `curl_easy_strerror`.
  public String text() {
    return text;
  }

  /// The name that libcurl gives it, for example `CURLE_OK`.
  public String curlName() {
    return "CURLE_" + name();
  }
}
