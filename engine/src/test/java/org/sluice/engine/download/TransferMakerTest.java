package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.http.Headers;

/// What goes to which address of one file.
class TransferMakerTest {
  private static final Headers FIELDS =
      Headers.of(
          "Authorization", "Basic eA==",
          "Cookie", "id=1",
          "X-Api-Key", "k",
          "PRIVATE-TOKEN", "t",
          "Proxy-Authorization", "Basic eQ==",
          "Referer", "https://a.example/private",
          "Host", "inner.example",
          "X-Plain", "stays");

  private static List<String> sent(String address) {
    return FIELDS.fields().stream()
        .map(Headers.Field::name)
        .filter(name -> TransferMaker.mayGo(name, "https://a.example/f", address))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://m.example/f",
        "http://a.example/f",
        "https://a.example:444/f",
        "https://a.example.evil.example/f",
      })
  void aMirrorGetsNoSecretOfTheFirstAddress(String address) {
    assertThat(sent(address)).containsExactly("X-Plain");
  }

  @Test
  void theFirstAddressGetsAll() {
    assertThat(sent("https://a.example/other")).hasSize(FIELDS.fields().size());
  }
}
