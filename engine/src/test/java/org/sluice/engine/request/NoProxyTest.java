package org.sluice.engine.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoProxyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*|anything.example|true",
        "*|1.2.3.4|true",
        "*, a.b|c.d|false",
        "example.org|example.org|true",
        "example.org|EXAMPLE.ORG|true",
        "Example.Org.|example.org|true",
        "example.org|example.org.|true",
        ".example.org|example.org|true",
        ".example.org|www.example.org|true",
        "example.org|www.example.org|true",
        "example.org|nonexample.org|false",
        "example.org|example.com|false",
        "a.b,example.org|www.example.org|true",
        "a.b  example.org|www.example.org|true",
        ",, ,example.org,,|example.org|true",
        "localhost|127.0.0.1|false",
        "127.0.0.1|127.0.0.1|true",
        "127.0.0.1|127.0.0.11|false",
        "0.0.1|127.0.0.1|false",
        "192.168.0.0/16|192.168.77.1|true",
        "192.168.0.0/16|192.169.0.1|false",
        "192.168.1.0/23|192.168.0.7|true",
        "10.0.0.0/0|11.1.1.1|true",
        "1.2.3.4/32|1.2.3.4|true",
        "1.2.3.4/33|1.2.3.4|false",
        "1.2.3.4/x|1.2.3.4|false",
        "1.2.3.4/|1.2.3.4|false",
        "::1|::1|true",
        "[::1]|::1|true",
        "0:0::1|::1|true",
        "2001:db8::/32|2001:db8:1::5|true",
        "2001:db8::/33|2001:db8:8000::5|false",
        "2001:db8::/32|1.2.3.4|false",
        "1.2.3.0/24|name.example|false",
        ".|name.example|false",
        "''|name.example|false"
      })
  void matches(String list, String host, boolean expected) {
    assertThat(NoProxy.parse(list).matches(host)).isEqualTo(expected);
  }
}
