package org.sluice.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A lab in another process of the same Java, module path and program.
final class LabProcess implements AutoCloseable {
  private final Process process;
  private final String http;
  private final String https;

  private LabProcess(Process process, String http, String https) {
    this.process = process;
    this.http = http;
    this.https = https;
  }

  /// @param certificate file to make, with what to trust
  /// @throws IOException if it does not start
  static LabProcess start(Path certificate) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    String path = System.getProperty("jdk.module.path");
    if (path != null) {
      command.add("--module-path");
      command.add(path);
    }
    command.add("--module");
    command.add(
        System.getProperty("jdk.module.main") + "/" + System.getProperty("jdk.module.main.class"));
    command.add("lab");
    command.add("--cert-out");
    command.add(certificate.toString());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out = process.inputReader();
    String http = "";
    String https = "";
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("http ")) {
        http = line.substring("http ".length()).strip();
      } else if (line.startsWith("https ")) {
        https = line.substring("https ".length()).strip();
        return new LabProcess(process, http, https);
      }
    }
    process.destroy();
    throw new IOException("the lab has not started");
  }

  /// Its address, with a slash at the end.
  String http() {
    return http;
  }

  String https() {
    return https;
  }

  /// The end of its input ends it.
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.inputReader().close();
  }
}
