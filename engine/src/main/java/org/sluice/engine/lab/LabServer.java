package org.sluice.engine.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;

/// An origin on loopback that serves every [Scenario] over HTTP and HTTPS until it is closed.
///
/// It listens on 127.0.0.1 and, where the machine has it, on ::1. Nobody but this machine reaches
/// it, and its certificate is known to nobody who was not given it.
///
/// **Threads** every method is for any thread. Each connection has one virtual thread with blocking
/// I/O. **Errors** what goes wrong on one connection ends that connection only.
public final class LabServer implements AutoCloseable {
  private final RequestLog log;
  private final LabTls tls;
  private final Routes routes = new Routes();
  private final Http2Tricks tricks = new Http2Tricks();
  private final ProxyGate gate = new ProxyGate();
  private final Visitors visitors = new Visitors();
  private final Tunnels tunnels = new Tunnels(this, visitors);
  private final Map<LabOrigin, Integer> ports = new EnumMap<>(LabOrigin.class);
  private final Map<LabOrigin, HangingPort> hanging = new EnumMap<>(LabOrigin.class);
  private final List<LabPort> listening = new ArrayList<>();
  private final List<Door> doors = new ArrayList<>();
  private final AtomicLong connections = new AtomicLong();
  private final AtomicBoolean closed = new AtomicBoolean();

  private LabServer(LabOptions options, LabTls tls) {
    this.log = new RequestLog(options.logLimit());
    this.tls = tls;
  }

  /// Starts a lab on free ports.
  ///
  /// @throws IOException when no port can be bound or no certificate made
  public static LabServer start() throws IOException {
    return start(LabOptions.defaults());
  }

  /// Starts a lab.
  ///
  /// @throws IOException when a port cannot be bound or no certificate made
  public static LabServer start(LabOptions options) throws IOException {
    LabServer lab = new LabServer(options, makeTls());
    try {
      lab.open(options);
      return lab;
    } catch (IOException e) {
      lab.close();
      throw e;
    }
  }

  private static LabTls makeTls() throws IOException {
    try {
      return new LabTls();
    } catch (GeneralSecurityException e) {
      throw new IOException("no certificate for the lab", e);
    }
  }

  private void open(LabOptions options) throws IOException {
    boolean v6 = options.ipv6() && Sockets.hasV6();
    List<InetAddress> all = v6 ? List.of(Sockets.V4, Sockets.V6) : List.of(Sockets.V4);
    for (LabOrigin origin : LabOrigin.values()) {
      int port = options.port(origin);
      switch (origin) {
        case REFUSED -> hold(origin, new RefusedPort(all, port));
        case HANGING -> open(origin, new HangingPort(Sockets.V4, port));
        case V6_HANGING -> openHalfHanging(all, port);
        case V6_REFUSED -> openDoor(origin, List.of(Sockets.V4), port);
        case HTTP,
            HTTP_OTHER,
            HTTPS,
            HTTPS_TLS12,
            HTTPS_TLS13,
            HTTPS_WRONG_HOST,
            HTTPS_EXPIRED,
            HTTP2,
            HTTP2_SMALL,
            HTTPS2,
            SILENT,
            PROXY,
            PROXY_BASIC,
            PROXY_DIGEST,
            PROXY_TLS,
            PROXY_GARBAGE,
            PROXY_REFUSING,
            PROXY_HANGING,
            PROXY_HANGUP,
            SOCKS,
            SOCKS_PASSWORD,
            SOCKS_GARBAGE,
            SOCKS_REFUSING,
            SOCKS_HANGING,
            SOCKS_HANGUP ->
            openDoor(origin, all, port);
      }
    }
    // only now, when the tables are complete: the visitors' threads read them
    doors.forEach(door -> door.open(visitors.threads(), this::accepted));
  }

  private void openDoor(LabOrigin origin, List<InetAddress> addresses, int port)
      throws IOException {
    open(new Door(origin, addresses, port));
  }

  private void open(Door door) {
    hold(door.origin(), door);
    doors.add(door);
  }

  private void open(LabOrigin origin, HangingPort port) {
    hold(origin, port);
    hanging.put(origin, port);
  }

  private void hold(LabOrigin origin, LabPort port) {
    listening.add(port);
    ports.put(origin, port.port());
  }

  /// The same port, hanging on ::1 and answering on 127.0.0.1.
  private void openHalfHanging(List<InetAddress> addresses, int wantedPort) throws IOException {
    LabOrigin origin = LabOrigin.V6_HANGING;
    List<LabPort> both =
        Sockets.bindAll(
            addresses,
            wantedPort,
            address ->
                address.getAddress().equals(Sockets.V6)
                    ? new HangingPort(Sockets.V6, address.getPort())
                    : new Door(origin, List.of(Sockets.V4), address.getPort()),
            LabPort::port);
    for (LabPort port : both) {
      if (port instanceof HangingPort hangs) {
        open(origin, hangs);
      } else if (port instanceof Door door) {
        open(door);
      }
    }
  }

  private void accepted(LabOrigin origin, Socket socket) {
    long number = connections.incrementAndGet();
    visitors.admit(
        socket,
        raw -> {
          Socket stream = origin.secure() ? tls.over(raw, origin) : raw;
          switch (origin.role()) {
            case ORIGIN -> {
              if (origin.onlyHttp2() || LabTls.chosen(stream).equals("h2")) {
                new Http2Visitor(this, origin, number, raw, stream, visitors.threads()).serve();
              } else {
                new Connection(this, origin, number, raw, stream).serve();
              }
            }
            case PROXY -> new ProxyConnection(this, origin, number, raw, stream).serve();
            case SOCKS -> new SocksConnection(this, origin, number, raw).serve();
          }
        });
  }

  /// The address of a path over plain HTTP.
  public URI http(String path) {
    return uri(LabOrigin.HTTP, path);
  }

  /// The address of a path over HTTPS.
  public URI https(String path) {
    return uri(LabOrigin.HTTPS, path);
  }

  /// The address at which a scenario shows itself.
  ///
  /// @throws UnsupportedOperationException when this system has no port of that kind
  public URI uri(Scenario scenario) {
    return uri(scenario.origin(), scenario.path());
  }

  /// The address of a path at one of the doors.
  ///
  /// @throws UnsupportedOperationException when this system has no port of that kind
  public URI uri(LabOrigin origin, String path) {
    if (!supports(origin)) {
      throw new UnsupportedOperationException("this system leaves no connect hanging: " + origin);
    }
    return URI.create(origin.scheme() + "://" + origin.host() + ":" + port(origin) + path);
  }

  /// Whether this system has a port of that kind; only hanging connects can be missing.
  public boolean supports(LabOrigin origin) {
    HangingPort port = hanging.get(origin);
    return port == null || port.hangs();
  }

  /// The address of a port at which every connect is refused.
  public URI refused() {
    return uri(Scenario.REFUSED);
  }

  /// The address of a port at which a connect hangs.
  ///
  /// @throws UnsupportedOperationException when this system has no such port
  public URI hangingConnect() {
    return uri(Scenario.HANGING_CONNECT);
  }

  /// The port of one of the doors.
  public int port(LabOrigin origin) {
    Integer port = ports.get(origin);
    if (port == null) {
      throw new IllegalStateException("the lab has no port for " + origin);
    }
    return port;
  }

  /// Whether a proxy of HTTP is at a port, to lead somebody to who comes by SOCKS.
  boolean isProxyAt(int port) {
    return ports.entrySet().stream()
        .anyMatch(d -> d.getValue() == port && d.getKey().role() == LabOrigin.Role.PROXY);
  }

  /// The door at a port, if it is one to lead somebody to.
  Optional<LabOrigin> doorAt(int port) {
    return ports.entrySet().stream()
        .filter(door -> door.getValue() == port && door.getKey().role() == LabOrigin.Role.ORIGIN)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// The certificate of the lab's own authority: who trusts it trusts this lab and nothing else.
  public X509Certificate certificate() {
    return tls.certificate();
  }

  /// The same certificate as text, as a `--cacert` file has it.
  public String certificatePem() {
    return tls.pem();
  }

  /// A client's TLS context that trusts this lab and nobody else.
  public SSLContext trustingContext() {
    try {
      return tls.trustingContext();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("no TLS context for the lab's certificate", e);
    }
  }

  /// How many requests have come in since the start.
  public long requests() {
    return log.count();
  }

  /// How many connections have been accepted since the start.
  public long connections() {
    return connections.get();
  }

  /// How many connections are open now.
  public int openConnections() {
    return visitors.count();
  }

  /// The latest requests, the oldest first, as many as the options allow.
  public List<LabRequest> seen() {
    return log.latest();
  }

  /// The address of a proxy of the lab, as `curl -x` takes it.
  public String proxy(LabOrigin origin) {
    return uri(origin, "").toString();
  }

  ProxyGate gate() {
    return gate;
  }

  Tunnels tunnels() {
    return tunnels;
  }

  Http2Tricks tricks() {
    return tricks;
  }

  Routes routes() {
    return routes;
  }

  void record(LabRequest request) {
    log.add(request);
  }

  /// Closes every port and connection at once and waits for their threads; a second call does
  /// nothing. A caller that is interrupted meanwhile stays interrupted and does not wait.
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      listening.forEach(LabPort::close);
      visitors.close();
    }
  }
}
