package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Credentials;
import org.sluice.engine.http.Headers;
import org.sluice.engine.lab.LabOrigin;
import org.sluice.engine.lab.LabRequest;
import org.sluice.engine.multi.IdlePoll;
import org.sluice.engine.request.AuthOptions;
import org.sluice.engine.request.ProxyOptions;
import org.sluice.engine.request.ProxyServer;
import org.sluice.engine.request.RedirectOptions;
import org.sluice.engine.request.TransferOptions;

/// What is meant for one origin never reaches another one, as the server sees it.
class SecretsTest extends GoldenTestBase {
  private static final RedirectOptions DOWNGRADES = new RedirectOptions(true, 30, true);

  /// Something that only the first origin may know, and how the options say it.
  enum Secret {
    AUTHORIZATION("Authorization") {
      @Override
      TransferOptions.Builder in(URI uri) {
        return field(uri);
      }
    },
    COOKIE("Cookie") {
      @Override
      TransferOptions.Builder in(URI uri) {
        return field(uri);
      }
    },
    API_KEY("X-Api-Key") {
      @Override
      TransferOptions.Builder in(URI uri) {
        return field(uri);
      }
    },
    PRIVATE_TOKEN("PRIVATE-TOKEN") {
      @Override
      TransferOptions.Builder in(URI uri) {
        return field(uri);
      }
    },
    BASIC("Authorization") {
      @Override
      TransferOptions.Builder in(URI uri) {
        return get(uri.toString()).auth(AuthOptions.basic(new Credentials("a", "b")));
      }
    },
    BEARER("Authorization") {
      @Override
      TransferOptions.Builder in(URI uri) {
        return get(uri.toString()).auth(AuthOptions.bearer("secret"));
      }
    },
    URL("Authorization") {
      @Override
      TransferOptions.Builder in(URI uri) {
        return get(uri.toString().replace("://", "://user:secret@"));
      }
    };

    private final String header;

    Secret(String header) {
      this.header = header;
    }

    abstract TransferOptions.Builder in(URI uri);

    TransferOptions.Builder field(URI uri) {
      return get(uri.toString()).headers(Headers.of(header, "secret", "X-Plain", "stays"));
    }
  }

  /// A way from one place to another, and whether both are one origin.
  enum Way {
    PATH(LabOrigin.HTTP, "/redir", true),
    CHAIN(LabOrigin.HTTP, "/redir-chain/3", true),
    HOST(LabOrigin.HTTP, "/redir-host", false),
    PORT(LabOrigin.HTTP, "/redir-port", false),
    UP(LabOrigin.HTTP, "/redir-https", false),
    DOWN(LabOrigin.HTTPS, "/redir-http", false),
    SECURE_PORT(LabOrigin.HTTPS, "/redir-port", false),
    SECURE_HOST(LabOrigin.HTTPS, "/redir-host", false);

    private final LabOrigin door;
    private final String path;
    private final boolean sameOrigin;

    Way(LabOrigin door, String path, boolean sameOrigin) {
      this.door = door;
      this.path = path;
      this.sameOrigin = sameOrigin;
    }
  }

  /// How the requests get there; a proxy changes nothing about who may know what.
  enum Through {
    NOTHING,
    FORWARD,
    TUNNEL,
    SOCKS;

    ProxyOptions proxy() {
      LabOrigin door = this == SOCKS ? LabOrigin.SOCKS : LabOrigin.PROXY;
      try {
        return this == NOTHING
            ? ProxyOptions.NONE
            : ProxyOptions.of(ProxyServer.parse(lab.proxy(door)).withTunnel(this == TUNNEL));
      } catch (TransferException e) {
        throw new AssertionError(e);
      }
    }
  }

  static Stream<Arguments> everySecretOnEveryWay() {
    return Stream.of(Secret.values())
        .flatMap(
            secret ->
                Stream.of(Way.values())
                    .flatMap(
                        way ->
                            Stream.of(Through.values())
                                .map(through -> Arguments.of(secret, way, through))));
  }

  @ParameterizedTest
  @MethodSource("everySecretOnEveryWay")
  void staysAtHome(Secret secret, Way way, Through through) throws IOException {
    List<LabRequest> seen = play(secret, way, through, false);
    assertThat(seen.getFirst().path()).endsWith(way.path);
    assertThat(seen.getFirst().header(secret.header)).isPresent();
    assertThat(seen.getLast().path()).doesNotEndWith(way.path);
    assertThat(seen.getLast().header(secret.header).isPresent()).isEqualTo(way.sameOrigin);
    seen.getFirst()
        .header("X-Plain")
        .ifPresent(plain -> assertThat(seen.getLast().header("X-Plain")).contains(plain));
    assertThat(seen.getLast().header("Host").orElse("")).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("everySecretOnEveryWay")
  void goesAlongIfTheUserSaysSo(Secret secret, Way way, Through through) throws IOException {
    // What stands in a URL is that URL's, whatever the user trusts.
    boolean expected = way.sameOrigin || secret != Secret.URL;
    assertThat(play(secret, way, through, true).getLast().header(secret.header).isPresent())
        .isEqualTo(expected);
  }

  private static List<LabRequest> play(Secret secret, Way way, Through through, boolean trust)
      throws IOException {
    long before = lab.requests();
    traced(
        "secrets",
        IdlePoll.NONE,
        m -> {
          m.add(
              m.easy(
                  secret
                      .in(lab.uri(way.door, way.path))
                      .redirects(DOWNGRADES)
                      .trustRedirects(trust)
                      .proxy(through.proxy())
                      .build()));
          m.loop.run();
        });
    List<LabRequest> all = lab.seen();
    return all.subList(all.size() - (int) (lab.requests() - before), all.size()).stream()
        .filter(request -> request.method().equals("GET"))
        .toList();
  }

  /// A proxy's field is for no server.
  @Test
  void proxyFieldsReachNoServer() throws IOException {
    traced(
        "proxy_fields",
        IdlePoll.NONE,
        m -> {
          Headers headers = Headers.of("Proxy-Authorization", "Basic eA==", "proxy-x", "y");
          m.add(m.easy(http("/small").headers(headers).build()));
          m.loop.run();
        });
    LabRequest seen = lab.seen().getLast();
    assertThat(seen.header("Proxy-Authorization")).isEmpty();
    assertThat(seen.header("Proxy-X")).isEmpty();
  }

  @Test
  void theRefererOfATlsPageIsNotTold() throws IOException {
    traced(
        "referer",
        IdlePoll.NONE,
        m -> {
          Headers headers = Headers.of("Referer", "https://example.org/private");
          m.add(
              m.easy(
                  get(lab.https("/redir-http").toString())
                      .redirects(DOWNGRADES)
                      .headers(headers)
                      .build()));
          m.loop.run();
        });
    assertThat(lab.seen().getLast().header("Referer")).isEmpty();
  }
}
