package org.sluice.engine.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Credentials;
import org.sluice.engine.request.AuthOptions;
import org.sluice.engine.request.ProxyKind;
import org.sluice.engine.request.ProxyServer;

/// The talk with a SOCKS proxy, in one piece and cut at every byte.
class SocksFilterTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final int MOST_TURNS = 10_000;
  private static final byte[] BEHIND = "tunnel".getBytes(StandardCharsets.US_ASCII);

  private static ProxyServer proxy(ProxyKind kind, String user) {
    ProxyServer server = ProxyServer.of(kind, "p", 1080);
    return user == null ? server : server.withAuth(AuthOptions.basic(Credentials.parse(user)));
  }

  private static List<InetAddress> far(String address) {
    return address == null ? List.of() : List.of(InetAddress.ofLiteral(address));
  }

  /// Plays it; afterwards what comes behind the talk must be whole.
  private static void play(ScriptedFilter other, ProxyServer proxy, String host, String far)
      throws TransferException {
    SocksFilter filter = new SocksFilter(other, proxy, host, 258, far(far));
    int turns = 0;
    while (!filter.connect(0)) {
      filter.adjustPollset(new Pollset(), Pollset.HELD);
      assertThat(other.wants).isIn(Pollset.IN, Pollset.OUT);
      assertThat(++turns).as("turns").isLessThan(MOST_TURNS);
    }
    ByteBuffer rest = ByteBuffer.allocate(100);
    while (!other.finished()) {
      filter.recv(rest);
    }
    assertThat(rest.flip()).isEqualTo(ByteBuffer.wrap(BEHIND));
    filter.adjustPollset(new Pollset(), Pollset.IN);
    assertThat(other.wants).isEqualTo(Pollset.IN);
  }

  @ParameterizedTest
  @CsvSource({
    // kind, user, host, far, what the proxy hears, what it says
    "SOCKS4, , a.b, 1.2.3.4, 040101020102030400, 005a000000000000",
    "SOCKS4, me, a.b, 1.2.3.4, 0401010201020304" + "6d6500, 005a000000000000",
    "SOCKS4A, , a.b, , 0401010200000001" + "00" + "612e6200, 005affffffffffff",
    "SOCKS4A, me, 1.2.3.4, , 0401010201020304" + "6d6500, 005a000000000000",
    "SOCKS5, , a.b, 1.2.3.4, 050100"
        + "050100010102030401"
        + "02, "
        + "0500"
        + "05000001ffffffffffff",
    "SOCKS5, , a.b, ::1, 050100"
        + "05010004"
        + "00000000000000000000000000000001"
        + "0102, "
        + "0500"
        + "05000004"
        + "000102030405060708090a0b0c0d0e0f"
        + "0050",
    "SOCKS5_HOSTNAME, , a.b, , 050100"
        + "0501000303612e620102, "
        + "0500"
        + "0500000303"
        + "6c6162"
        + "0050",
    "SOCKS5_HOSTNAME, , a.b, , 050100" + "0501000303612e620102, 0500" + "0500000300" + "0050",
    "SOCKS5_HOSTNAME, , ::1, , 050100"
        + "05010004"
        + "00000000000000000000000000000001"
        + "0102, 0500"
        + "05000001000000000000",
    "SOCKS5_HOSTNAME, me:pw, a.b, , 05020002"
        + "0501000303612e620102, "
        + "0500"
        + "05000001000000000000",
    "SOCKS5_HOSTNAME, me:pw, a.b, , 05020002"
        + "01026d65027077"
        + "0501000303612e620102, "
        + "0502"
        + "0100"
        + "05000001000000000000",
    "SOCKS5_HOSTNAME, me, a.b, , 05020002"
        + "01026d6500"
        + "0501000303612e620102, "
        + "0502"
        + "0100"
        + "05000001000000000000"
  })
  void connects(ProxyKind kind, String user, String host, String far, String out, String in)
      throws TransferException {
    byte[] says = HEX.parseHex(in + HEX.formatHex(BEHIND));
    for (int cut = 0; cut <= says.length; cut++) {
      ScriptedFilter other = new ScriptedFilter(0).saysCut(says, cut);
      play(other, proxy(kind, user), host, far);
      assertThat(HEX.formatHex(other.heard.toByteArray())).as("cut at " + cut).isEqualTo(out);
    }
    for (int portion = 1; portion < 5; portion++) {
      ScriptedFilter slow = new ScriptedFilter(portion).says(says, portion);
      play(slow, proxy(kind, user), host, far);
      assertThat(HEX.formatHex(slow.heard.toByteArray())).isEqualTo(out);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SOCKS4, , 005b000000000000, refused or failed",
    "SOCKS4, , 005c000000000000, identd",
    "SOCKS4A, me, 005d000000000000, another user",
    "SOCKS4, , 0011000000000000, reason 17",
    "SOCKS4, , 485454502f312e31, not answer as a SOCKS4 proxy",
    "SOCKS5, , 4854, not answer as a SOCKS5 proxy",
    "SOCKS5, , 05ff, wants a name and password",
    "SOCKS5, me:pw, 05ff, takes none of our ways",
    "SOCKS5, , 0502, was not offered (2)",
    "SOCKS5, me:pw, 0501, was not offered (1)",
    "SOCKS5, me:pw, 05020101, refused the name and password",
    "SOCKS5, , 0500" + "05020001000000000000, its rules forbid it",
    "SOCKS5, , 0500" + "05050001000000000000, connection refused",
    "SOCKS5, , 0500" + "05630001000000000000, reason 99",
    "SOCKS5, , 0500" + "05000002, not answer as a SOCKS5 proxy",
    "SOCKS5, , 0500" + "04000001, not answer as a SOCKS5 proxy"
  })
  void saysWhyNot(ProxyKind kind, String user, String in, String why) {
    byte[] says = HEX.parseHex(in);
    for (int cut = 0; cut <= says.length; cut++) {
      ScriptedFilter other = new ScriptedFilter(0).saysCut(says, cut).thenEnds();
      TransferException e =
          catchThrowableOfType(
              TransferException.class, () -> play(other, proxy(kind, user), "a.b", "1.2.3.4"));
      assertThat(e.code()).isEqualTo(TransferErrorCode.PROXY);
      assertThat(e.sentence()).contains(why).doesNotContain("pw");
    }
  }

  /// Whatever it has said so far.
  @ParameterizedTest
  @CsvSource({"SOCKS4, 005a0000000000", "SOCKS5, 0500" + "050000010102030405"})
  void aProxyThatHangsUpIsToBlame(ProxyKind kind, String in) {
    byte[] all = HEX.parseHex(in);
    for (int end = 0; end <= all.length; end++) {
      ScriptedFilter other =
          new ScriptedFilter(0).says(ScriptedFilter.slice(all, 0, end), 1).thenEnds();
      TransferException e =
          catchThrowableOfType(
              TransferException.class, () -> play(other, proxy(kind, null), "a.b", "1.2.3.4"));
      assertThat(e.code()).isEqualTo(TransferErrorCode.PROXY);
      assertThat(e.sentence()).contains("hung up");
    }
  }

  @Test
  void socks4KnowsNoIpv6() {
    TransferException e =
        catchThrowableOfType(
            TransferException.class,
            () -> play(new ScriptedFilter(0), proxy(ProxyKind.SOCKS4, null), "a.b", "::1"));
    assertThat(e.code()).isEqualTo(TransferErrorCode.PROXY);
    assertThat(e.sentence()).contains("IPv4");
  }

  @ParameterizedTest
  @EnumSource(names = {"SOCKS4A", "SOCKS5_HOSTNAME"})
  void namesHaveALimit(ProxyKind kind) {
    TransferException e =
        catchThrowableOfType(
            TransferException.class,
            () -> play(new ScriptedFilter(0), proxy(kind, null), "a".repeat(256), null));
    assertThat(e.code()).isEqualTo(TransferErrorCode.PROXY);
    TransferException user =
        catchThrowableOfType(
            TransferException.class,
            () ->
                play(
                    new ScriptedFilter(0).says(HEX.parseHex("0502"), 2),
                    proxy(kind, "u".repeat(256)),
                    "a.b",
                    null));
    assertThat(user.code()).isEqualTo(TransferErrorCode.PROXY);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void takesAnythingAndEnds(long seed) {
    Random random = new Random(seed);
    ProxyKind[] kinds = {ProxyKind.SOCKS4A, ProxyKind.SOCKS5, ProxyKind.SOCKS5_HOSTNAME};
    for (int round = 0; round < 5_000; round++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      // The first bytes right at times, so that the later steps are reached.
      byte[] right = {
        5, (byte) (random.nextBoolean() ? 0 : 2), random.nextBoolean() ? 5 : (byte) 1
      };
      System.arraycopy(right, 0, bytes, 0, Math.min(bytes.length, random.nextInt(4)));
      ScriptedFilter other =
          new ScriptedFilter(random.nextInt(3)).says(bytes, 1 + random.nextInt(5)).thenEnds();
      ProxyServer proxy = proxy(kinds[random.nextInt(kinds.length)], "me:pw");
      boolean connected = false;
      try {
        SocksFilter filter = new SocksFilter(other, proxy, "a.b", 80, far("1.2.3.4"));
        for (int turns = 0; !connected; turns++) {
          connected = filter.connect(0);
          assertThat(turns).as("round %s, seed %s", round, seed).isLessThan(MOST_TURNS);
        }
      } catch (TransferException e) {
        assertThat(e.code()).as("seed %s", seed).isEqualTo(TransferErrorCode.PROXY);
      }
    }
  }
}
