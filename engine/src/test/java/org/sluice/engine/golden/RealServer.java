package org.sluice.engine.golden;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program of somebody else's that listens on a port of loopback, from a package of the system.
final class RealServer implements AutoCloseable {
  private static final List<String> FOLDERS = List.of("/usr/bin", "/usr/sbin", "/usr/local/bin");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Path output;
  final int port;

  private RealServer(Process process, Path output, int port) {
    this.process = process;
    this.output = output;
    this.port = port;
  }

  /// The program of this name; a test without it is skipped, and says so.
  static String program(String name, String debianPackage) {
    Path found =
        FOLDERS.stream()
            .map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    assumeTrue(found != null, name + " is not installed (Debian's package " + debianPackage + ")");
    return String.valueOf(found);
  }

  static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    }
  }

  /// Starts it, and waits until it accepts connections.
  static RealServer start(Path folder, int port, List<String> command) throws IOException {
    Path output = folder.resolve("output-" + port);
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    RealServer server = new RealServer(process, output, port);
    try {
      server.awaitPort();
      return server;
    } catch (IOException | AssertionError e) {
      server.close();
      throw e;
    }
  }

  private void awaitPort() throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!accepts()) {
      if (!process.isAlive() || System.nanoTime() - deadline > 0) {
        throw new AssertionError("it does not listen: " + Files.readString(output));
      }
      Thread.onSpinWait();
      Thread.yield();
    }
  }

  private boolean accepts() {
    try (Socket probe = new Socket()) {
      probe.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
      return true;
    } catch (IOException e) {
      // Not yet.
      return false;
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
