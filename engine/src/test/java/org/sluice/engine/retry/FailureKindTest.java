package org.sluice.engine.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.engine.error.TransferErrorCode;

class FailureKindTest {

  @ParameterizedTest
  @CsvSource({
    "UNSUPPORTED_PROTOCOL, BAD_REQUEST",
    "URL_MALFORMAT, BAD_REQUEST",
    "BAD_FUNCTION_ARGUMENT, BAD_REQUEST",
    "SSL_CERTPROBLEM, BAD_REQUEST",
    "SSL_CACERT_BADFILE, BAD_REQUEST",
    "COULDNT_RESOLVE_HOST, NO_NAME",
    "COULDNT_CONNECT, NO_CONNECTION",
    "WEIRD_SERVER_REPLY, NO_SENSE",
    "RANGE_ERROR, NO_SENSE",
    "TOO_LARGE, NO_SENSE",
    "PARTIAL_FILE, CUT",
    "GOT_NOTHING, CUT",
    "SEND_ERROR, CUT",
    "RECV_ERROR, CUT",
    "WRITE_ERROR, CANNOT_WRITE",
    "OPERATION_TIMEDOUT, TIMEOUT",
    "SSL_CONNECT_ERROR, TLS_BROKEN",
    "PEER_FAILED_VERIFICATION, NOT_TRUSTED",
    "ABORTED_BY_CALLBACK, CANCELLED",
    "TOO_MANY_REDIRECTS, REFUSED",
    "FILESIZE_EXCEEDED, REFUSED",
    "UPLOAD_FAILED, BAD_REQUEST",
    "READ_ERROR, BAD_REQUEST",
    "SEND_FAIL_REWIND, BAD_REQUEST",
    "BAD_CONTENT_ENCODING, NO_SENSE"
  })
  void eachCodeHasAKind(TransferErrorCode code, FailureKind kind) {
    assertThat(FailureKind.of(code, 0)).isEqualTo(kind);
  }

  @ParameterizedTest
  @EnumSource(value = TransferErrorCode.class, mode = EnumSource.Mode.EXCLUDE, names = "OK")
  void noCodeIsForgotten(TransferErrorCode code) {
    assertThat(FailureKind.of(code, 500)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "202, BUSY",
    "400, REFUSED",
    "401, NEEDS_CREDENTIALS",
    "403, REFUSED",
    "404, REFUSED",
    "407, NEEDS_CREDENTIALS",
    "408, BUSY",
    "416, REFUSED",
    "425, BUSY",
    "429, BUSY",
    "500, SERVER_ERROR",
    "501, REFUSED",
    "502, SERVER_ERROR",
    "503, BUSY",
    "504, SERVER_ERROR",
    "505, REFUSED",
    "509, BUSY",
    "511, SIGN_IN",
    "522, SERVER_ERROR"
  })
  void eachStatusHasAKind(int status, FailureKind kind) {
    assertThat(FailureKind.of(TransferErrorCode.HTTP_RETURNED_ERROR, status)).isEqualTo(kind);
    assertThat(FailureKind.ofStatus(status)).isEqualTo(kind);
  }

  @Test
  void successIsNoFailure() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FailureKind.of(TransferErrorCode.OK, 200));
  }
}
