package org.sluice.engine.download;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Credentials;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.SecretFields;
import org.sluice.engine.http.Url;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.Source;
import org.sluice.engine.metalink.MirrorRules;
import org.sluice.engine.request.AuthOptions;
import org.sluice.engine.request.HttpVersionChoice;
import org.sluice.engine.request.KeyPins;
import org.sluice.engine.request.ProxyOptions;
import org.sluice.engine.request.ProxyServer;
import org.sluice.engine.request.TlsOptions;
import org.sluice.engine.request.TlsRoots;
import org.sluice.engine.request.TlsTrust;
import org.sluice.engine.request.TransferOptions;
import org.sluice.engine.resume.RangeRequest;

/// Makes the options of one transfer out of what the user wants and what is to be asked.
///
/// The user's secrets go to the origin of the first address only, never to where a redirect led; a
/// mirror gets none of the user's own fields at all.
///
/// They speak HTTP/1.1: the segments of a file are to have connections of their own. On one
/// connection of HTTP/2 they would share its one congestion window, so that a lost packet slows all
/// of them, and a server's limit for each connection would hold for the whole file; it brings
/// nothing but fewer handshakes.
final class TransferMaker {
  /// What the core says itself, whatever the user says.
  private static final Set<String> OURS = Set.of("range", "if-range", "accept-encoding");

  /// Says which proxies lead to a server, where that is nobody's wish.
  interface Ways {
    /// @param address of the server
    /// @param first the user's address, which may have led there
    /// @param otherwise what was set for all
    ProxyOptions to(String address, String first, ProxyOptions otherwise);
  }

  private final Ways ways;
  private DownloadsOptions.Network network;

  TransferMaker(DownloadsOptions.Network network, Ways ways) {
    this.network = network;
    this.ways = ways;
  }

  /// For all transfers that are made from now on.
  void network(DownloadsOptions.Network value) {
    network = value;
  }

  /// @param know where it is: the user's address, a mirror's, or the end of their redirects
  TransferOptions.Builder of(DownloadRequest request, Knowledge know, RangeRequest sent) {
    Source source = request.sources().getFirst();
    FetchWish fetch =
        MirrorRules.wishFor(request.fetch(), source, Source.of(know.original())); // no stranger's
    String first = source.url();
    String address = know.address();
    boolean trusted = sameOrigin(first, address);
    List<Headers.Field> fields = new ArrayList<>();
    for (Headers.Field field : fetch.headers().fields()) {
      if (mayGo(field.name(), first, address)) {
        fields.add(field);
      }
    }
    fields.addAll(sent.fields().fields());
    return TransferOptions.builder(address)
        .headers(new Headers(fields))
        .auth(trusted ? auth(fetch.user()) : AuthOptions.NONE)
        .proxy(proxy(fetch, address, first))
        .httpVersion(HttpVersionChoice.HTTP_1_1)
        .limits(network.times())
        .tls(tls(fetch))
        .resolve(network.resolve());
  }

  /// Authorities of a download's own take the place of those of all; what was accepted stays so.
  private TlsOptions tls(FetchWish fetch) {
    return fetch.caFile() == null
        ? network.tls()
        : TlsOptions.SYSTEM.withTrust(
            new TlsTrust(
                TlsRoots.file(fetch.caFile()),
                true,
                KeyPins.NONE,
                network.tls().trust().exceptions(),
                null));
  }

  /// Whether a field of the user's may go to `address`: nothing of the core's own, and to a server
  /// that the user did not name, a mirror or the end of a redirect, nothing that is secret.
  static boolean mayGo(String field, String first, String address) {
    String name = field.toLowerCase(Locale.ROOT);
    if (OURS.contains(name)) {
      return false;
    }
    boolean tells =
        SecretFields.isSecret(name)
            || SecretFields.isForProxy(name)
            || name.equals("host")
            || name.equals("referer");
    return !tells || sameOrigin(first, address);
  }

  /// The strongest way that the server offers.
  private static AuthOptions auth(@Nullable String user) {
    return user == null ? AuthOptions.NONE : AuthOptions.any(Credentials.parse(user));
  }

  /// @throws IllegalArgumentException with a sentence for a person if the proxy makes no sense
  void check(FetchWish fetch) {
    if (fetch.proxy() != null) {
      proxy(fetch, "", "");
    }
  }

  /// The proxies that a download wants, else those of all downloads.
  private ProxyOptions proxy(FetchWish fetch, String to, String first) {
    String address = fetch.proxy();
    if (address == null) {
      return ways.to(to, first, network.proxy());
    }
    try {
      return ProxyOptions.of(ProxyServer.parse(address));
    } catch (TransferException e) {
      throw new IllegalArgumentException(e.sentence(), e);
    }
  }

  static boolean sameOrigin(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    try {
      return Url.parse(one).sameOrigin(Url.parse(other));
    } catch (TransferException e) {
      return false; // what cannot be read is nobody's
    }
  }
}
