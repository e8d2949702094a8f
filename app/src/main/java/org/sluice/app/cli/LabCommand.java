package org.sluice.app.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.lab.LabOptions;
import org.sluice.engine.lab.LabOrigin;
import org.sluice.engine.lab.LabServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `sluice lab`: a server to learn and test with.
@Command(
    name = "lab",
    description = {
      "Starts a server on this machine that can do everything that goes wrong with downloads.",
      "It ends with Ctrl-C, or with the end of its standard input."
    },
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice lab --port 8080 --tls-port 8443 --cert-out lab.pem",
      "  sluice get --cacert lab.pem https://127.0.0.1:8443/10m     in another terminal",
      "  curl --cacert lab.pem https://127.0.0.1:8443/small         other clients can use it too"
    })
final class LabCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port for http; a free one if not given.")
  private int port;

  @Option(
      names = "--tls-port",
      paramLabel = "N",
      description = "The port for https; a free one if not given.")
  private int tlsPort;

  @Option(
      names = "--cert-out",
      paramLabel = "FILE",
      description = "Write the certificate to trust to this file, for --cacert.")
  private @Nullable Path certificate;

  @Option(names = "--list", description = "Only list the scenarios.")
  private boolean listOnly;

  @Mixin HelpChoice help = new HelpChoice();

  @Override
  public Integer call() {
    PrintStream out = System.out;
    if (listOnly) {
      LabTable.scenarios(null).forEach(out::println);
      return 0;
    }
    try (LabServer lab = LabServer.start(options())) {
      if (certificate != null) {
        Files.writeString(certificate, lab.certificatePem());
      }
      LabTable.scenarios(lab).forEach(out::println);
      LabTable.proxies(lab).forEach(out::println);
      LabTable.addresses(lab, certificate).forEach(out::println);
      out.flush();
      waitForTheEnd();
      return 0;
    } catch (IOException e) {
      System.err.println("sluice: the lab does not start: " + e.getMessage());
      return CommandLineMain.FAILED;
    } catch (IllegalArgumentException e) {
      System.err.println("sluice: " + e.getMessage());
      return CommandLineMain.USAGE;
    }
  }

  private LabOptions options() {
    return LabOptions.defaults().withPort(LabOrigin.HTTP, port).withPort(LabOrigin.HTTPS, tlsPort);
  }

  /// Ctrl-C ends the process, and with it the lab's sockets; so only the other end is waited for.
  private static void waitForTheEnd() throws IOException {
    byte[] ignored = new byte[1024];
    while (System.in.read(ignored) >= 0) {
      // What is typed means nothing here.
    }
  }
}
