package org.sluice.app.curl.run;

import java.util.ArrayList;
import java.util.List;
import org.sluice.app.curl.Given;
import org.sluice.app.curl.Operation;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.request.AddressFamily;
import org.sluice.engine.request.ConnectTo;
import org.sluice.engine.request.LocalEnd;
import org.sluice.engine.request.NetworkOptions;
import org.sluice.engine.request.ResolveRules;

/// How servers are found and reached: `--resolve`, `--connect-to`, `--interface`, `-4` and `-6`.
final class NetworkMaker {
  private final Operation operation;

  NetworkMaker(Operation operation) {
    this.operation = operation;
  }

  NetworkOptions make() throws TransferException {
    List<ConnectTo> elsewhere = new ArrayList<>();
    for (String rule : operation.all("connect-to")) {
      if (!rule.isEmpty()) {
        elsewhere.add(ConnectTo.parse(rule));
      }
    }
    Given family = operation.lastOf("ipv4", "ipv6");
    AddressFamily wanted =
        family == null
            ? AddressFamily.ANY
            : family.option().name().equals("ipv4") ? AddressFamily.IPV4 : AddressFamily.IPV6;
    return NetworkOptions.DEFAULT
        .withResolve(ResolveRules.parse(operation.all("resolve")))
        .withConnectTo(elsewhere)
        .withLocal(local())
        .withFamily(wanted);
  }

  private LocalEnd local() throws TransferException {
    String device = operation.text("interface");
    LocalEnd end = device == null ? LocalEnd.ANY : LocalEnd.parse(device);
    String ports = operation.text("local-port");
    if (ports == null) {
      return end;
    }
    String[] range = ports.split("-", 2);
    int first = Integer.parseInt(range[0].strip());
    int last = range.length > 1 ? Integer.parseInt(range[1].strip()) : first;
    return end.withPorts(first, last);
  }
}
