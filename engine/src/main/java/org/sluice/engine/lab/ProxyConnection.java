package org.sluice.engine.lab;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A connection to one of the lab's HTTP proxies, the good and the bad.
///
/// A request in absolute form is answered by the lab itself, as the server that it is for is the lab
/// too; CONNECT opens a tunnel to the door.
///
/// **Source** RFC 9110, sections 7.6 and 9.3.6.
final class ProxyConnection extends Connection {
  private static final String CONNECT = "CONNECT";

  private final LabServer lab;
  private final LabOrigin door;
  private final Socket stream;

  ProxyConnection(LabServer lab, LabOrigin door, long number, Socket raw, Socket stream)
      throws IOException {
    super(lab, door, number, raw, stream);
    this.lab = lab;
    this.door = door;
    this.stream = stream;
  }

  @Override
  @Nullable LabRequest admit(LabRequest request) throws IOException {
    if (door == LabOrigin.PROXY_HANGUP) {
      cut();
      return null;
    }
    if (door == LabOrigin.PROXY_GARBAGE) {
      write(
          "220 lab.sluice.test ESMTP, not what you think\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      closeAfterExchange();
      return null;
    }
    if (door == LabOrigin.PROXY_REFUSING) {
      return refuse(403, "The lab's proxy forbids it.\n");
    }
    Optional<String> challenge = lab.gate().challenge(request);
    if (challenge.isPresent()) {
      return ask(challenge.get());
    }
    if (request.method().equals(CONNECT)) {
      tunnel(request.target());
      return null;
    }
    return forward(request);
  }

  private @Nullable LabRequest ask(String challenge) throws IOException {
    byte[] text = "Only with name and password.\n".getBytes(StandardCharsets.US_ASCII);
    ResponseHead head =
        ResponseHead.of(407).type(Exchange.TEXT).field("Proxy-Authenticate", challenge);
    if (door == LabOrigin.PROXY_BASIC) {
      closeAfterExchange();
      head.field("Connection", "close");
    }
    write(head.length(text.length).with(text));
    return null;
  }

  private @Nullable LabRequest refuse(int status, String why) throws IOException {
    byte[] text = why.getBytes(StandardCharsets.US_ASCII);
    write(ResponseHead.of(status).type(Exchange.TEXT).length(text.length).with(text));
    return null;
  }

  private void tunnel(String target) throws IOException {
    int colon = target.lastIndexOf(':');
    String host = colon < 0 ? target : target.substring(0, colon);
    int port = colon < 0 ? -1 : portOf(target.substring(colon + 1));
    if (lab.tunnels().door(host, port).isEmpty()) {
      refuse(403, "The lab's proxies lead to the lab only.\n");
      return;
    }
    if (door == LabOrigin.PROXY_HANGING) {
      write(ResponseHead.bare("HTTP/1.1", 200).finished());
      holdUntilClientCloses();
      return;
    }
    Socket server;
    try {
      server = lab.tunnels().connect(host, port);
    } catch (IOException e) {
      refuse(502, "The lab's proxy could not connect.\n");
      return;
    }
    closeAfterExchange();
    write(ResponseHead.bare("HTTP/1.1", 200).finished());
    lab.tunnels().pass(stream, rest(), server);
  }

  /// The same request as the server would get it.
  private @Nullable LabRequest forward(LabRequest request) throws IOException {
    String target = request.target();
    if (!target.startsWith("http://")) {
      return refuse(400, "A proxy wants the whole address.\n");
    }
    String path = RequestParser.originForm(target);
    String authority = target.substring("http://".length()).split("/", 2)[0];
    int colon = authority.lastIndexOf(':');
    String host = colon < 0 ? authority : authority.substring(0, colon);
    Optional<LabOrigin> origin =
        lab.tunnels().door(host, colon < 0 ? 80 : portOf(authority.substring(colon + 1)));
    if (origin.isEmpty()) {
      return refuse(502, "The lab's proxies lead to the lab only.\n");
    }
    List<LabRequest.Field> fields =
        request.fields().stream()
            .filter(field -> !field.name().regionMatches(true, 0, "Proxy-", 0, 6))
            .toList();
    return new LabRequest(
        request.connection(), origin.get(), request.method(), path, request.version(), fields);
  }

  private static int portOf(String text) {
    boolean number = !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(Query::isDigit);
    return number ? Integer.parseInt(text) : -1;
  }
}
