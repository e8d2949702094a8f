package org.sluice.app.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.Headers.Field;
import org.sluice.engine.http.ResponseHead;

class ExchangeTextTest {
  @Test
  void bothHeadsAreShownAndNoSecret() {
    String request =
        "GET /x?token=hidden&n=1 HTTP/1.1\r\nHost: a.example\r\nAuthorization: Basic bWU6eW91\r\n"
            + "Cookie: id=7\r\nRange: bytes=100-199\r\n\r\n";
    ResponseHead answer =
        new ResponseHead(
            1,
            206,
            "Partial Content",
            new Headers(
                List.of(
                    new Field("Content-Range", "bytes 100-199/400"),
                    new Field("Set-Cookie", "id=8"))),
            100);
    assertThat(
            ExchangeText.of(
                new RowHistory.Exchange("https://a.example/x?token=hidden&n=1", request, answer)))
        .isEqualTo(
            """
            GET https://a.example/x?token=…&n=1 HTTP/1.1
            Host: a.example
            Authorization: (hidden)
            Cookie: (hidden)
            Range: bytes=100-199

            HTTP/1.1 206 Partial Content
            Content-Range: bytes 100-199/400
            Set-Cookie: (hidden)
            """);
  }
}
