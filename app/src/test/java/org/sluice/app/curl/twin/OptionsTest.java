package org.sluice.app.curl.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each option that `sluice curl` was made for is in a command line that real curl runs too.
class OptionsTest {
  /// Short and long name; those that only newer curls have stand in [OursTest].
  private static final String OPTIONS =
      """
      -o --output
      -O --remote-name
      -J --remote-header-name
      --output-dir
      --create-dirs
      -i --include
      -I --head
      -D --dump-header
      -w --write-out
      -s --silent
      -S --show-error
      -v --verbose
      --stderr
      -f --fail
      --fail-with-body
      -C --continue-at
      -r --range
      -L --location
      --location-trusted
      --max-redirs
      --post301
      --post302
      --post303
      -X --request
      -d --data
      --data-ascii
      --data-binary
      --data-raw
      --data-urlencode
      --json
      -F --form
      -T --upload-file
      -G --get
      --url-query
      -b --cookie
      -c --cookie-jar
      -j --junk-session-cookies
      -u --user
      -U --proxy-user
      -n --netrc
      --netrc-file
      --netrc-optional
      --basic
      --digest
      --anyauth
      --oauth2-bearer
      -x --proxy
      -p --proxytunnel
      --proxy1.0
      --proxy-basic
      --proxy-digest
      --proxy-anyauth
      --proxy-header
      --proxy-cacert
      --proxy-insecure
      --socks4
      --socks4a
      --socks5
      --socks5-hostname
      --noproxy
      --preproxy
      -k --insecure
      --cacert
      -E --cert
      --key
      --pass
      --pinnedpubkey
      --tlsv1.0
      --tlsv1.2
      --tlsv1.3
      --tls-max
      --ciphers
      --tls13-ciphers
      --resolve
      --connect-to
      -4 --ipv4
      -6 --ipv6
      --interface
      -m --max-time
      --connect-timeout
      -y --speed-time
      -Y --speed-limit
      --limit-rate
      --retry
      --retry-delay
      --retry-max-time
      --retry-all-errors
      --retry-connrefused
      --max-filesize
      -z --time-cond
      -R --remote-time
      --etag-save
      --etag-compare
      --remove-on-error
      --no-clobber
      --compressed
      --raw
      --ignore-content-length
      --path-as-is
      --request-target
      -A --user-agent
      -e --referer
      -H --header
      --expect100-timeout
      -0 --http1.0
      --http1.1
      --http2
      --http2-prior-knowledge
      -K --config
      --next
      -Z --parallel
      --parallel-max
      -N --no-buffer
      """;

  static Stream<String> options() {
    return OPTIONS.lines();
  }

  @ParameterizedTest
  @MethodSource("options")
  void hasATwin(String names) {
    List<String> lines = Stream.concat(TwinCommands.all(), LayerCommands.all()).toList();
    assertThat(Stream.of(names.split(" ", -1)).map(OptionsTest::pattern))
        .as("a line with %s", names)
        .anyMatch(pattern -> lines.stream().anyMatch(line -> pattern.matcher(line).find()));
  }

  /// A letter may stand behind others, and its argument behind it.
  private static Pattern pattern(String name) {
    return name.startsWith("--")
        ? Pattern.compile("(^| )" + Pattern.quote(name) + "( |=|$)")
        : Pattern.compile("(^| )-[fgijklnpsvGILNORSZ#0-9]*" + name.charAt(1));
  }
}
