package org.sluice.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.sluice.engine.lab.LabServer;
import org.sluice.engine.lab.Scenario;

/// A lab, a folder, and the command line run in this process with its output caught.
@Isolated
abstract class CliTestBase {
  static LabServer lab;

  @TempDir Path folder;

  /// Where the list of downloads is.
  @TempDir Path data;

  /// What a run left behind.
  record Ran(int code, String out, String err) {}

  @BeforeAll
  static void startLab() throws IOException {
    lab = LabServer.start();
  }

  @AfterAll
  static void stopLab() {
    lab.close();
  }

  static String url(Scenario scenario) {
    return lab.uri(scenario).toString();
  }

  /// Any command, with the list of this test.
  Ran listed(String... args) {
    String[] all = Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--data-dir";
    all[args.length + 1] = data.toString();
    return sluice(all);
  }

  static Ran sluice(String... args) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    InputStream in = System.in;
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
    System.setIn(InputStream.nullInputStream());
    try {
      int code = CommandLineMain.run(args);
      return new Ran(
          code,
          outBytes.toString(StandardCharsets.UTF_8),
          errBytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
      System.setIn(in);
    }
  }

  /// `sluice get` into the test's folder.
  Ran get(String... args) {
    String[] all = new String[args.length + 3];
    all[0] = "get";
    all[1] = "-d";
    all[2] = folder.toString();
    System.arraycopy(args, 0, all, 3, args.length);
    return listed(all);
  }
}
