package org.sluice.engine.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;

/// What is said of names and places before a transfer, as curl's options say it.
class NetworkOptionsTest {
  private static List<String> addresses(ResolveRules rules, String host, int port) {
    return rules.find(host, port) instanceof ResolveRule.Add add
        ? add.addresses().stream().map(InetAddress::getHostAddress).toList()
        : List.of();
  }

  @Test
  void aRuleIsForOneNameAndPort() throws TransferException {
    ResolveRules rules = ResolveRules.parse(List.of("Example.com:443:127.0.0.1,[::1],10.0.0.2"));
    assertThat(addresses(rules, "example.com", 443))
        .containsExactly("127.0.0.1", "0:0:0:0:0:0:0:1", "10.0.0.2");
    assertThat(rules.find("example.com", 80)).isNull();
    assertThat(rules.find("www.example.com", 443)).isNull();
  }

  @Test
  void anAddressWithoutBracketsIsReadToo() throws TransferException {
    assertThat(addresses(ResolveRules.parse(List.of("[::5]:80:::1")), "::5", 80))
        .containsExactly("0:0:0:0:0:0:0:1");
  }

  @Test
  void theLastCountsAndANameBeforeTheStar() throws TransferException {
    ResolveRules rules =
        ResolveRules.parse(
            List.of("a.example:80:10.0.0.1", "*:80:10.0.0.9", "+a.example:80:10.0.0.2"));
    assertThat(addresses(rules, "a.example", 80)).containsExactly("10.0.0.2");
    assertThat(rules.find("a.example", 80))
        .isInstanceOfSatisfying(ResolveRule.Add.class, add -> assertThat(add.expires()).isTrue());
    assertThat(addresses(rules, "b.example", 80)).containsExactly("10.0.0.9");
    assertThat(rules.find("b.example", 81)).isNull();
  }

  @Test
  void aMinusForgets() throws TransferException {
    ResolveRules rules = ResolveRules.parse(List.of("a.example:80:10.0.0.1", "-a.example:80"));
    assertThat(rules.find("a.example", 80)).isInstanceOf(ResolveRule.Remove.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "a",
        "a:80",
        "a:80:",
        "a:80:,",
        "a:x:1.2.3.4",
        "a:70000:1.2.3.4",
        "a:-1:1.2.3.4",
        "a:80:name",
        "a:80:1.2.3",
        ":80:1.2.3.4",
        "[::1:80:1.2.3.4",
        "[::1]80:1.2.3.4",
        "-a",
        "-a:b",
      })
  void whatGivesNoAddressesIsRefused(String text) {
    assertThatThrownBy(() -> ResolveRule.parse(text))
        .isInstanceOfSatisfying(
            TransferException.class,
            e -> assertThat(e.code()).isEqualTo(TransferErrorCode.SETOPT_OPTION_SYNTAX));
  }

  @ParameterizedTest
  @CsvSource({
    "a:80:b:81, a, 80, b, 81",
    "A:80:B:81, a, 80, b, 81",
    "::b:81, , 0, b, 81",
    ":80:b:, , 80, b, 0",
    "a::b:, a, 0, b, 0",
    "a:80::81, a, 80, , 81",
    "[::1]:80:[::2]:81, ::1, 80, ::2, 81",
    "a:80:b, a, 80, b, 0",
  })
  void anotherPlaceIsRead(String text, String host, int port, String toHost, int toPort)
      throws TransferException {
    assertThat(ConnectTo.parse(text)).isEqualTo(new ConnectTo(host, port, toHost, toPort));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a:80", "a:x:b:1", "a:80:b:x", "a:80:b:70000", "[::1:80:b:1"})
  void whatNamesNoPlaceIsRefused(String text) {
    assertThatThrownBy(() -> ConnectTo.parse(text))
        .isInstanceOfSatisfying(
            TransferException.class,
            e -> assertThat(e.code()).isEqualTo(TransferErrorCode.SETOPT_OPTION_SYNTAX));
  }

  @Test
  void theFirstPlaceThatFitsCounts() throws TransferException {
    NetworkOptions network =
        NetworkOptions.DEFAULT.withConnectTo(
            List.of(
                ConnectTo.parse("a:80:x:1"), ConnectTo.parse("a::y:2"), ConnectTo.parse("::z:3")));
    assertThat(network.elsewhere("a", 80)).isEqualTo(new ConnectTo("a", 80, "x", 1));
    assertThat(network.elsewhere("a", 443)).isEqualTo(new ConnectTo("a", 0, "y", 2));
    assertThat(network.elsewhere("b", 443)).isEqualTo(new ConnectTo(null, 0, "z", 3));
  }

  @ParameterizedTest
  @CsvSource({
    "eth0, eth0, ",
    "127.0.0.1, , 127.0.0.1",
    "::1, , ::1",
    "if!eth0, eth0, ",
    "host!127.0.0.1, , 127.0.0.1",
    "ifhost!eth0!10.0.0.1, eth0, 10.0.0.1",
  })
  void ourEndIsRead(String text, String device, String address) throws TransferException {
    assertThat(LocalEnd.parse(text)).isEqualTo(new LocalEnd(device, address, 0, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!", "if!", "ifhost!a", "ifhost!a!b!c", "other!x"})
  void whatIsNoEndOfOursIsRefused(String text) {
    assertThatThrownBy(() -> LocalEnd.parse(text)).isInstanceOf(TransferException.class);
  }

  @Test
  void versionsBelow12AreNotSpoken() {
    assertThat(new TlsVersions(TlsVersion.TLS_1_0, TlsVersion.TLS_1_3).spoken())
        .containsExactly(TlsVersion.TLS_1_3, TlsVersion.TLS_1_2);
    assertThat(new TlsVersions(TlsVersion.TLS_1_0, TlsVersion.TLS_1_1).spoken()).isEmpty();
    assertThatThrownBy(() -> new TlsVersions(TlsVersion.TLS_1_3, TlsVersion.TLS_1_2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ciphersAreReadInOpenSslsLanguage() throws TransferException {
    assertThat(
            TlsCiphers.parse("ECDHE-RSA-AES128-GCM-SHA256:no-such:AES256+ECDHE+aRSA", null)
                .upTo12())
        .startsWith("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")
        .contains("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384")
        .noneMatch(suite -> suite.contains("ECDSA") || suite.startsWith("TLS_DHE"));
    assertThat(TlsCiphers.parse("HIGH:!AES128:!DHE:-SHA384", null).upTo12())
        .noneMatch(suite -> suite.contains("AES_128") || suite.startsWith("TLS_DHE"))
        .isNotEmpty();
    assertThat(TlsCiphers.parse("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", null).upTo12()).hasSize(1);
    assertThat(TlsCiphers.parse(null, "TLS_CHACHA20_POLY1305_SHA256:x").for13())
        .containsExactly("TLS_CHACHA20_POLY1305_SHA256");
    for (String none : List.of("no-such", "", ":", "!ALL", "RC4-MD5")) {
      assertThatThrownBy(() -> TlsCiphers.parse(none, null))
          .isInstanceOfSatisfying(
              TransferException.class,
              e -> assertThat(e.code()).isEqualTo(TransferErrorCode.SSL_CIPHER));
    }
  }

  @Test
  void pinsAreReadAsCurlTakesThem() {
    String hash = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    assertThat(KeyPins.parse("sha256//" + hash).sha256()).containsExactly(hash);
    assertThat(KeyPins.parse("sha256//" + hash + ";sha256//bad").sha256()).hasSize(2);
    assertThat(KeyPins.parse("sha256//bad").isNone()).as("a bad pin fits nobody").isFalse();
    assertThat(KeyPins.parse("key.pem").file()).hasFileName("key.pem");
    assertThat(KeyPins.NONE.isNone()).isTrue();
  }

  @Test
  void noRecordShowsAPassword() {
    ClientIdentity identity =
        ClientIdentity.pem(java.nio.file.Path.of("me.pem")).withPassword("sesame");
    assertThat(identity.toString()).doesNotContain("sesame");
    assertThat(TlsOptions.SYSTEM.withIdentity(identity).toString()).doesNotContain("sesame");
  }
}
