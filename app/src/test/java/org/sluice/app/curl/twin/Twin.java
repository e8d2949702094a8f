package org.sluice.app.curl.twin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.sluice.app.curl.ShellWords;
import org.sluice.app.curl.run.CurlRun;
import org.sluice.app.curl.run.Place;

/// Runs one command line by this machine's `curl` and by `sluice curl` in this process, each in a
/// folder of its own against an origin of its own, and keeps what came of it in comparable form.
final class Twin {
  static final String STDIN = "from standard input\n";
  private static final long LIMIT_SECONDS = 40;

  private Twin() {}

  /// What a run led to.
  ///
  /// @param requests with their fields sorted, as their order means nothing (RFC 9110, 5.3), and
  ///   without the program's name
  record Outcome(
      int code, String out, String err, Map<String, String> files, List<String> requests) {}

  /// @param command with `{u}` for the origin, without the word `curl`
  static Outcome run(boolean real, String command, Path folder) throws Exception {
    prepare(folder);
    try (Origin origin = new Origin()) {
      String line =
          command
              .replace("{u}", "http://127.0.0.1:" + origin.port())
              .replace("{p}", Integer.toString(origin.port()));
      List<String> words = ShellWords.ofCurl("curl -q " + line);
      Outcome raw = real ? curl(words, folder) : sluice(words, folder);
      String port = Integer.toString(origin.port());
      Map<String, String> files = new TreeMap<>();
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.filter(Files::isRegularFile).toList()) {
          files.put(
              folder.relativize(path).toString(),
              Files.readString(path, StandardCharsets.ISO_8859_1).replace(port, "PORT"));
        }
      }
      return new Outcome(
          raw.code,
          raw.out.replace(port, "PORT"),
          raw.err,
          files,
          origin.requests().stream().map(r -> normal(r, port)).sorted(order(command)).toList());
    }
  }

  /// With `-Z` requests come in any order.
  private static java.util.Comparator<String> order(String command) {
    return command.contains("-Z") ? java.util.Comparator.naturalOrder() : (a, b) -> 0;
  }

  private static void prepare(Path folder) throws IOException {
    Files.writeString(folder.resolve("data.txt"), "a file\r\nof two lines\n");
    Files.writeString(folder.resolve("heads.txt"), "X-From: a file\n# no\nX-Too: yes\n");
    Files.writeString(folder.resolve("half"), "01234");
    Files.writeString(folder.resolve("whole"), "0123456789");
    Files.writeString(folder.resolve("there"), "there before\n");
    Files.writeString(folder.resolve("e1.etag"), "\"e1\"\n");
    Files.writeString(folder.resolve("format"), "%{http_code}\n%{size_download}");
    Files.writeString(folder.resolve("rc"), "user-agent = \"from rc\"\n-H \"X-Rc: 1\"\n");
    Files.writeString(folder.resolve("net"), "machine 127.0.0.1 login me password secret\n");
    Files.writeString(
        folder.resolve("jar"),
        "127.0.0.1\tFALSE\t/\tFALSE\t0\tsession\t1\n"
            + "127.0.0.1\tFALSE\t/\tFALSE\t4102444800\tkept\t2\n");
  }

  private static String normal(String request, String port) {
    int end = request.indexOf("\r\n\r\n");
    String[] lines = request.substring(0, end).split("\r\n", -1);
    List<String> fields = new ArrayList<>(List.of(lines).subList(1, lines.length));
    fields.replaceAll(
        f ->
            f.toLowerCase(Locale.ROOT).startsWith("user-agent: sluice/")
                    || f.startsWith("User-Agent: curl/")
                ? "User-Agent: (own)"
                : f);
    fields.sort(null);
    String body = request.substring(end);
    String boundary =
        fields.stream()
            .filter(f -> f.contains("boundary="))
            .map(f -> f.substring(f.indexOf("boundary=") + 9))
            .findFirst()
            .orElse("(none)");
    String all = lines[0] + "\n" + String.join("\n", fields) + body;
    return all.replace(boundary, "BOUNDARY")
        .replaceAll("Content-Length: \\d{3,}", "Content-Length: (n)")
        .replace(port, "PORT");
  }

  private static Outcome curl(List<String> words, Path folder) throws Exception {
    Path out = Files.createTempFile("curl", "out");
    Path err = Files.createTempFile("curl", "err");
    Path in = Files.writeString(Files.createTempFile("curl", "in"), STDIN);
    try {
      List<String> command = new ArrayList<>(List.of("curl"));
      command.addAll(words);
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment(folder));
      Process process = builder.start();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("curl did not end: " + words);
      }
      return new Outcome(
          process.exitValue(),
          Files.readString(out, StandardCharsets.ISO_8859_1),
          Files.readString(err, StandardCharsets.ISO_8859_1),
          Map.of(),
          List.of());
    } finally {
      Files.delete(out);
      Files.delete(err);
      Files.delete(in);
    }
  }

  private static Map<String, String> environment(Path folder) {
    Map<String, String> all = new HashMap<>();
    all.put("PATH", System.getenv("PATH"));
    all.put("HOME", folder.toString());
    return all;
  }

  private static Outcome sluice(List<String> words, Path folder) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Place place =
        new Place(
            folder,
            new ByteArrayInputStream(STDIN.getBytes(StandardCharsets.US_ASCII)),
            new PrintStream(out, true, StandardCharsets.ISO_8859_1),
            new PrintStream(err, true, StandardCharsets.ISO_8859_1),
            false,
            environment(folder));
    int code = CurlRun.run(words, place);
    return new Outcome(
        code,
        out.toString(StandardCharsets.ISO_8859_1),
        err.toString(StandardCharsets.ISO_8859_1),
        Map.of(),
        List.of());
  }

  /// Whether there is a curl to compare with.
  static boolean hasCurl() {
    try {
      Process process = new ProcessBuilder("curl", "-V").redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
