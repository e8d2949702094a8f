package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.engine.http.Credentials;
import org.sluice.engine.lab.LabOrigin;
import org.sluice.engine.multi.IdlePoll;
import org.sluice.engine.multi.TransferInfo;
import org.sluice.engine.request.AuthOptions;
import org.sluice.engine.request.ProxyKind;
import org.sluice.engine.request.ProxyOptions;
import org.sluice.engine.request.ProxyServer;

/// Through proxies that others have written: tinyproxy, squid, microsocks, dante.
class RealProxiesTest extends GoldenTestBase {
  private static final AuthOptions USER = AuthOptions.any(new Credentials("lab", "secret"));
  private static final AuthOptions STRANGER = AuthOptions.any(new Credentials("lab", "wrong"));

  @TempDir Path folder;

  private record Run(TransferInfo info, List<Line> lines) {}

  private static Run fetch(ProxyServer proxy, URI uri) throws IOException {
    TransferInfo[] info = new TransferInfo[1];
    List<Line> lines =
        traced(
            "real_proxy",
            IdlePoll.NONE,
            m -> {
              Easy easy =
                  m.easy(
                      get(uri.toString()).proxy(ProxyOptions.of(proxy)).failOnError(true).build());
              m.add(easy);
              m.loop.run();
              info[0] = easy.transfer.info();
            });
    return new Run(info[0], lines);
  }

  /// A file from each door, as the proxy reads it and through a tunnel.
  private static void filesComeThrough(ProxyServer proxy) throws IOException {
    for (LabOrigin door : List.of(LabOrigin.HTTP, LabOrigin.HTTPS)) {
      for (boolean tunnel : new boolean[] {false, true}) {
        for (String path : new String[] {"/1m", "/chunked", "/redir", "/204"}) {
          Run run = fetch(proxy.withTunnel(tunnel), lab.uri(door, path));
          assertThat(results(run.lines))
              .as(proxy + " " + door + " " + path + ": " + run.info.error())
              .containsExactly("CURLE_OK");
          if (path.equals("/1m")) {
            assertThat(run.info.received()).isEqualTo(1 << 20);
          }
        }
      }
    }
  }

  private static void isRefused(ProxyServer proxy, String plain, String secure) throws IOException {
    Run run = fetch(proxy, lab.http("/small"));
    assertThat(results(run.lines)).as(run.info.error()).containsExactly(plain);
    Run tunnel = fetch(proxy, lab.https("/small"));
    assertThat(results(tunnel.lines)).as(tunnel.info.error()).containsExactly(secure);
  }

  @Test
  void tinyproxy() throws IOException {
    String program = RealServer.program("tinyproxy", "tinyproxy-bin");
    int port = RealServer.freePort();
    Path conf =
        Files.writeString(
            folder.resolve("tinyproxy.conf"),
            "Port " + port + "\nListen 127.0.0.1\nTimeout 60\nAllow 127.0.0.1\nMaxClients 50\n");
    try (RealServer server =
        RealServer.start(folder, port, List.of(program, "-d", "-c", conf.toString()))) {
      filesComeThrough(ProxyServer.of(ProxyKind.HTTP, "127.0.0.1", server.port));
    }
  }

  @Test
  void tinyproxyWithBasic() throws IOException {
    String program = RealServer.program("tinyproxy", "tinyproxy-bin");
    int port = RealServer.freePort();
    Path conf =
        Files.writeString(
            folder.resolve("tinyproxy.conf"),
            "Port " + port + "\nListen 127.0.0.1\nTimeout 60\nBasicAuth lab secret\n");
    try (RealServer server =
        RealServer.start(folder, port, List.of(program, "-d", "-c", conf.toString()))) {
      ProxyServer proxy = ProxyServer.of(ProxyKind.HTTP, "127.0.0.1", server.port);
      filesComeThrough(proxy.withAuth(USER));
      isRefused(proxy.withAuth(STRANGER), "CURLE_HTTP_RETURNED_ERROR", "CURLE_COULDNT_CONNECT");
    }
  }

  @Test
  void squidWithDigest() throws IOException {
    String program = RealServer.program("squid", "squid");
    String helper = "/usr/lib/squid/digest_file_auth";
    int port = RealServer.freePort();
    // It gives up being root, and must find its files all the same.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path passwords = Files.writeString(folder.resolve("passwords"), "lab:secret\n");
    String conf =
        """
        http_port 127.0.0.1:%s
        auth_param digest program %s %s
        auth_param digest realm a real one
        auth_param digest children 1
        acl known proxy_auth REQUIRED
        http_access allow known
        http_access deny all
        cache deny all
        access_log none
        cache_log /dev/null
        cache_store_log none
        pid_filename none
        coredump_dir none
        shutdown_lifetime 0 seconds
        pinger_enable off
        """
            .formatted(port, helper, passwords);
    Path file = Files.writeString(folder.resolve("squid.conf"), conf);
    try (RealServer server =
        RealServer.start(folder, port, List.of(program, "-N", "-f", file.toString()))) {
      ProxyServer proxy = ProxyServer.of(ProxyKind.HTTP, "127.0.0.1", server.port);
      filesComeThrough(proxy.withAuth(USER));
      isRefused(proxy.withAuth(STRANGER), "CURLE_HTTP_RETURNED_ERROR", "CURLE_COULDNT_CONNECT");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SOCKS5", "SOCKS5_HOSTNAME"})
  void microsocks(ProxyKind kind) throws IOException {
    String program = RealServer.program("microsocks", "microsocks");
    int port = RealServer.freePort();
    List<String> command = List.of(program, "-i", "127.0.0.1", "-p", Integer.toString(port));
    try (RealServer server = RealServer.start(folder, port, command)) {
      ProxyServer proxy = ProxyServer.of(kind, "127.0.0.1", server.port);
      filesComeThrough(proxy);
      Run refused = fetch(proxy, lab.refused());
      assertThat(results(refused.lines)).containsExactly("CURLE_PROXY");
      assertThat(refused.info.error()).contains("connection refused");
    }
  }

  @Test
  void microsocksWithAPassword() throws IOException {
    String program = RealServer.program("microsocks", "microsocks");
    int port = RealServer.freePort();
    List<String> command =
        List.of(
            program, "-i", "127.0.0.1", "-p", Integer.toString(port), "-u", "lab", "-P", "secret");
    try (RealServer server = RealServer.start(folder, port, command)) {
      ProxyServer proxy = ProxyServer.of(ProxyKind.SOCKS5_HOSTNAME, "127.0.0.1", server.port);
      filesComeThrough(proxy.withAuth(USER));
      isRefused(proxy.withAuth(STRANGER), "CURLE_PROXY", "CURLE_PROXY");
      isRefused(proxy, "CURLE_PROXY", "CURLE_PROXY");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SOCKS4", "SOCKS4A", "SOCKS5", "SOCKS5_HOSTNAME"})
  void dante(ProxyKind kind) throws IOException {
    String program = RealServer.program("danted", "dante-server");
    int port = RealServer.freePort();
    String conf =
        """
        logoutput: stderr
        internal: 127.0.0.1 port = %s
        external: 127.0.0.1
        clientmethod: none
        socksmethod: none
        user.privileged: %s
        user.unprivileged: %s
        client pass { from: 127.0.0.0/8 to: 0.0.0.0/0 }
        socks pass { from: 127.0.0.0/8 to: 0.0.0.0/0 }
        """
            .formatted(port, System.getProperty("user.name"), System.getProperty("user.name"));
    Path file = Files.writeString(folder.resolve("danted.conf"), conf);
    Path pid = folder.resolve("danted.pid");
    List<String> command = List.of(program, "-N", "1", "-f", file.toString(), "-p", pid.toString());
    try (RealServer server = RealServer.start(folder, port, command)) {
      filesComeThrough(ProxyServer.of(kind, "127.0.0.1", server.port));
    }
  }
}
