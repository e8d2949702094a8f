package org.sluice.app.curl.conformance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.sluice.app.curl.CurlCommand;
import org.sluice.app.curl.Inputs;
import org.sluice.app.curl.ShellWords;
import org.sluice.app.curl.UsageException;
import org.sluice.app.curl.run.CurlRun;
import org.sluice.app.curl.run.Place;

/// Plays one of curl's cases, by a `curl` of this machine or by `sluice curl` in this process, and
/// compares what came of it with what the case wants.
final class CaseRun {
  private static final Set<String> SERVERS = Set.of("http", "http-proxy", "http-ipv6", "none");
  private static final long LIMIT_SECONDS = 60;

  private final int number;
  private final byte[] raw;
  private final Path source;
  private final boolean real;
  private final String version;

  /// @param source curl's `tests` folder
  CaseRun(int number, byte[] raw, Path source, boolean real, String version) {
    this.number = number;
    this.raw = raw;
    this.source = source;
    this.real = real;
    this.version = version;
  }

  /// How it went.
  ///
  /// @param why null if all is as it should be
  record Result(Kind kind, String name, String why) {}

  enum Kind {
    PASSED,
    FAILED,
    NOT_APPLICABLE
  }

  private static Result not(String why) {
    return new Result(Kind.NOT_APPLICABLE, "", why);
  }

  Result run() throws Exception {
    Path folder = Files.createTempDirectory("curl-case");
    try (CaseServer http = new CaseServer(false, InetAddress.getByName("127.0.0.1"));
        CaseServer http6 = new CaseServer(false, InetAddress.getByName("::1"));
        CaseServer proxy = new CaseServer(true, InetAddress.getByName("127.0.0.1"))) {
      Path log = Files.createDirectory(folder.resolve("log"));
      CasePreprocessor preprocessor =
          new CasePreprocessor(variables(folder, http, http6, proxy), CaseFeatures.OURS, folder);
      CaseFile file = preprocessor.process(number, raw);
      String unfit = unfit(file);
      if (unfit != null) {
        return not(unfit);
      }
      for (CaseServer server : List.of(http, http6, proxy)) {
        server.play(file);
        server.tunnelTo(http.port());
      }
      String arguments = arguments(file, log);
      List<String> words;
      try {
        words = words(arguments);
        CurlCommand.of(words, Inputs.NONE);
      } catch (UsageException e) {
        if (e.sentence().contains("does not have")) {
          return not(e.sentence());
        }
        words = words(arguments);
      }
      write(file, folder);
      String precheck = file.part("client", "precheck").map(CaseFile.Part::text).orElse("").strip();
      if (!precheck.isEmpty() && !shell(precheck, folder).isEmpty()) {
        return not("its precheck says no");
      }
      Ran ran = real ? curl(arguments, file, folder) : sluice(words, file, folder);
      Files.write(log.resolve("stdout" + number), ran.out());
      Files.write(log.resolve("stderr" + number), ran.err());
      http.settle();
      proxy.settle();
      Map<String, byte[]> inputs = new TreeMap<>();
      inputs.put("protocol", concat(http.input(), http6.input()));
      inputs.put("proxy", proxy.input());
      CaseVerdict verdict = new CaseVerdict(file, preprocessor, version);
      String why = verdict.judge(ran, inputs, folder, log);
      if (why == null && file.has("verify", "postcheck")) {
        String check = file.part("verify", "postcheck").orElseThrow().text().strip();
        if (!shellSucceeds(check, folder)) {
          why = "postcheck";
        }
      }
      String name = file.words("client", "name").stream().findFirst().orElse("");
      return new Result(why == null ? Kind.PASSED : Kind.FAILED, name, why);
    } finally {
      try (var all = Files.walk(folder)) {
        all.sorted(java.util.Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    }
  }

  /// The bytes of the case as the text that they mean.
  private static List<String> words(String arguments) throws UsageException {
    byte[] bytes = arguments.getBytes(StandardCharsets.ISO_8859_1);
    return ShellWords.ofCurl("curl " + new String(bytes, StandardCharsets.UTF_8));
  }

  private static byte[] concat(byte[] one, byte[] other) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(one);
    all.writeBytes(other);
    return all.toByteArray();
  }

  /// Why a case cannot be played here; null if it can.
  private static String unfit(CaseFile file) {
    for (String server : file.words("client", "server")) {
      if (!SERVERS.contains(server)) {
        return "server " + server;
      }
    }
    if (file.has("client", "tool")) {
      return "a program of its own";
    }
    for (String feature : file.words("client", "features")) {
      boolean unwanted = feature.startsWith("!");
      if (CaseFeatures.OURS.contains(unwanted ? feature.substring(1) : feature) == unwanted) {
        return "feature " + feature;
      }
    }
    Optional<CaseFile.Part> command = file.part("client", "command");
    if (command.isEmpty() || command.get().has("type")) {
      return "no plain command";
    }
    String check = file.part("verify", "postcheck").map(CaseFile.Part::text).orElse("");
    if (check.contains("curl-config")
        || check.contains("test1027")
        || command.get().text().contains("--help")) {
      return "about curl's own programs and manual";
    }
    if (file.words("info", "keywords").stream()
        .anyMatch(k -> k.equals("unittest") || k.equals("FTP"))) {
      return "not about HTTP";
    }
    return null;
  }

  private Map<String, String> variables(
      Path folder, CaseServer http, CaseServer http6, CaseServer proxy) throws IOException {
    Map<String, String> all =
        new TreeMap<>(
            java.util.Comparator.comparing(String::length).reversed().thenComparing(s -> s));
    all.put("HOSTIP", "127.0.0.1");
    all.put("CLIENTIP", "127.0.0.1");
    all.put("HOST6IP", "[::1]");
    all.put("CLIENT6IP", "[::1]");
    all.put("CLIENT6IP-NB", "::1");
    all.put("HTTPPORT", Integer.toString(http.port()));
    all.put("HTTP6PORT", Integer.toString(http6.port()));
    all.put("PROXYPORT", Integer.toString(proxy.port()));
    all.put("NOLISTENPORT", Integer.toString(freePort()));
    all.put("HTTPSPORT", Integer.toString(freePort()));
    all.put("FTPPORT", Integer.toString(freePort()));
    all.put("SOCKSPORT", Integer.toString(freePort()));
    all.put("TESTNUMBER", Integer.toString(number));
    all.put("LOGDIR", "log");
    all.put("PWD", folder.toString());
    all.put("FILE_PWD", folder.toString());
    all.put("SRCDIR", source.toString());
    all.put("VERSION", version);
    all.put("VERNUM", version);
    all.put("CURL", "curl");
    all.put("PERL", "perl");
    all.put("USER", "tester");
    all.put("DEV_NULL", "/dev/null");
    all.put("DATE", java.time.LocalDate.now(java.time.ZoneId.systemDefault()).toString());
    return all;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private String arguments(CaseFile file, Path log) {
    CaseFile.Part command = file.part("client", "command").orElseThrow();
    String option = command.attributes().getOrDefault("option", "");
    String text =
        String.join(" ", command.lines().stream().map(l -> l.replaceAll("[\r\n]+$", "")).toList())
            .strip();
    StringBuilder all = new StringBuilder();
    if (!option.contains("no-q")) {
      all.append("-q ");
    }
    boolean stdout = file.has("verify", "stdout");
    boolean output = !option.contains("no-output") && (!stdout || option.contains("force-output"));
    if (output) {
      all.append("--output ").append("log/curl" + number + ".out").append(' ');
    }
    if (!option.contains("no-include")) {
      all.append("--include ");
    }
    all.append("--trace-ascii ").append("log/trace" + number).append(" --trace-time ");
    return all.append(text).toString();
  }

  private static void write(CaseFile file, Path folder) throws IOException {
    for (String suffix : List.of("", "1", "2", "3", "4")) {
      Optional<CaseFile.Part> part = file.part("client", "file" + suffix);
      if (part.isPresent()) {
        Path path = folder.resolve(part.get().attributes().get("name"));
        Files.createDirectories(path.getParent());
        String text = part.get().cut().text();
        if (part.get().attributes().getOrDefault("crlf", "").equals("yes")) {
          text = text.replace("\r\n", "\n").replace("\n", "\r\n");
        }
        Files.write(path, text.getBytes(StandardCharsets.ISO_8859_1));
      }
    }
  }

  /// What a run left behind.
  record Ran(int code, byte[] out, byte[] err) {}

  private static byte[] stdin(CaseFile file) {
    return file.part("client", "stdin")
        .map(
            p -> {
              String text = p.cut().text();
              return p.attributes().getOrDefault("crlf", "").isEmpty()
                  ? text
                  : text.replace("\r\n", "\n").replace("\n", "\r\n");
            })
        .orElse("")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Map<String, String> environment(CaseFile file, Path folder) {
    Map<String, String> all = new HashMap<>();
    all.put("PATH", System.getenv("PATH"));
    all.put("HOME", folder.toString());
    all.put("CURL_HOME", folder.toString());
    all.put("XDG_CONFIG_HOME", folder.toString());
    all.put("COLUMNS", "79");
    for (String line : file.words("client", "setenv")) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        all.put(line.substring(0, equals), line.substring(equals + 1));
      } else {
        all.remove(line);
      }
    }
    return all;
  }

  private static Ran sluice(List<String> words, CaseFile file, Path folder) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Place place =
        new Place(
            folder,
            new ByteArrayInputStream(stdin(file)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            environment(file, folder));
    int[] code = {-1};
    Throwable[] failed = {null};
    Thread thread =
        Thread.ofPlatform()
            .daemon(true)
            .start(
                () -> {
                  try {
                    code[0] = CurlRun.run(words, place);
                  } catch (InterruptedException | RuntimeException | Error e) {
                    failed[0] = e;
                  }
                });
    thread.join(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
    if (thread.isAlive()) {
      thread.interrupt();
      return new Ran(-2, out.toByteArray(), "no end in time".getBytes(StandardCharsets.UTF_8));
    }
    if (failed[0] != null) {
      java.io.StringWriter trace = new java.io.StringWriter();
      failed[0].printStackTrace(new java.io.PrintWriter(trace));
      return new Ran(-3, out.toByteArray(), trace.toString().getBytes(StandardCharsets.UTF_8));
    }
    return new Ran(code[0], out.toByteArray(), err.toByteArray());
  }

  private static Ran curl(String arguments, CaseFile file, Path folder) throws Exception {
    Path out = folder.resolve("stdout");
    Path err = folder.resolve("stderr");
    Path in = Files.write(folder.resolve("stdin"), stdin(file));
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", "exec curl " + arguments)
            .directory(folder.toFile())
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment(file, folder));
    Process process = builder.start();
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return new Ran(-2, new byte[0], new byte[0]);
    }
    return new Ran(process.exitValue(), Files.readAllBytes(out), Files.readAllBytes(err));
  }

  /// What a command prints, or that it failed.
  private static String shell(String command, Path folder) throws Exception {
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? out : "failed " + out;
  }

  private static boolean shellSucceeds(String command, Path folder) throws Exception {
    return !shell(command, folder).startsWith("failed ");
  }

  static List<String> strips(CaseFile file, String name) {
    List<String> all = new ArrayList<>();
    for (String word : file.words("verify", name)) {
      all.add(word);
    }
    return all;
  }

  static Pattern pattern(String perl) {
    return Pattern.compile(perl.replace("\\Z", "$"));
  }
}
