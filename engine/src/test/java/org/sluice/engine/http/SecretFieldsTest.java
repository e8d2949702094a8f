package org.sluice.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFieldsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "cookie",
        "Proxy-Authorization",
        "X-Api-Key",
        "api_key",
        "X-Auth-Token",
        "PRIVATE-TOKEN",
        "X-Amz-Security-Token",
        "Ocp-Apim-Subscription-Key",
        "X-Session-Id",
        "X-CSRF",
        "X-Secret"
      })
  void knowsASecret(String name) {
    assertThat(SecretFields.isSecret(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Accept",
        "User-Agent",
        "Range",
        "If-Range",
        "Referer",
        "X-Plain",
        "Accept-Language"
      })
  void letsTheOthersPass(String name) {
    assertThat(SecretFields.isSecret(name)).isFalse();
  }

  @Test
  void aFieldDoesNotShowIt() {
    assertThat(Headers.of("X-Api-Key", "abc", "Range", "bytes=0-").toString())
        .doesNotContain("abc")
        .contains("bytes=0-");
  }
}
