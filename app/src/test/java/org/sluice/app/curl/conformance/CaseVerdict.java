package org.sluice.app.curl.conformance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Compares what a run left behind with the `verify` section of its case.
final class CaseVerdict {
  private static final Pattern OURS = Pattern.compile("(?m)^User-Agent: Sluice/[^\r\n]*");

  private final CaseFile file;
  private final CasePreprocessor preprocessor;
  private final String version;

  CaseVerdict(CaseFile file, CasePreprocessor preprocessor, String version) {
    this.file = file;
    this.preprocessor = preprocessor;
    this.version = version;
  }

  /// @return what is not as it should be; null if nothing is
  String judge(CaseRun.Ran ran, Map<String, byte[]> inputs, Path folder, Path log)
      throws IOException, InterruptedException {
    String wantedCode =
        file.part("verify", "errorcode").map(CaseFile.Part::text).orElse("0").strip();
    if (Arrays.stream(wantedCode.split(",", -1))
        .noneMatch(code -> code.strip().equals(Integer.toString(ran.code())))) {
      return "exit code "
          + ran.code()
          + " instead of "
          + wantedCode
          + ": "
          + new String(ran.err(), StandardCharsets.UTF_8).strip();
    }
    String why = stream("stdout", ran.out());
    if (why == null) {
      why = stream("stderr", ran.err());
    }
    for (String name : List.of("protocol", "proxy")) {
      if (why == null) {
        why = requests(name, inputs.getOrDefault(name, new byte[0]));
      }
    }
    if (why == null) {
      why = data(log.resolve("curl" + file.number() + ".out"), ran);
    }
    for (String suffix : List.of("", "1", "2", "3", "4")) {
      if (why == null) {
        why = written(suffix, folder);
      }
    }
    if (why == null && file.has("verify", "notexists")) {
      for (String name : file.words("verify", "notexists")) {
        if (Files.exists(folder.resolve(name))) {
          why = "there is a file " + name;
        }
      }
    }
    return why;
  }

  private String stream(String name, byte[] bytes) throws IOException, InterruptedException {
    Optional<CaseFile.Part> found = file.part("verify", name);
    if (found.isEmpty()) {
      return null;
    }
    CaseFile.Part part = found.get();
    List<String> actual = perl(CaseRun.strips(file, "stripfile"), CaseFile.lines(bytes));
    String mode = part.attributes().getOrDefault("mode", "");
    String wanted = String.join("", preprocessor.withEnds(part.cut()));
    if (part.has("loadfile")) {
      wanted =
          Files.readString(Path.of(part.attributes().get("loadfile")), StandardCharsets.ISO_8859_1);
    }
    wanted = wanted.replaceFirst("^%EMPTY[\r\n]*", "");
    String got = String.join("", actual);
    if (name.equals("stderr")) {
      got = got.replace("'sluice curl --help'", "'curl --help'");
    }
    if (mode.equals("warn")) {
      wanted = wanted.replace("Warning: ", "").replace("\r", "").replace("\n", " ");
      got = got.replace("Warning: ", "").replace("\r", "").replace("\n", " ");
    }
    return different(name, text(mode, wanted), text(mode, got));
  }

  private static String text(String mode, String text) {
    return mode.equals("text") ? text.replace("\r\n", "\n") : text;
  }

  private String requests(String name, byte[] bytes) throws IOException, InterruptedException {
    Optional<CaseFile.Part> found = file.part("verify", name);
    if (found.isEmpty()) {
      return null;
    }
    List<String> wanted = preprocessor.withEnds(found.get().cut());
    String input = new String(bytes, StandardCharsets.ISO_8859_1);
    List<String> actual =
        CaseFile.lines(OURS.matcher(input).replaceAll("User-Agent: curl/" + version));
    for (String strip : CaseRun.strips(file, "strip")) {
      Pattern pattern = CaseRun.pattern(strip);
      wanted = wanted.stream().filter(line -> !pattern.matcher(line).find()).toList();
      actual = actual.stream().filter(line -> !pattern.matcher(line).find()).toList();
    }
    actual = perl(CaseRun.strips(file, "strippart"), actual);
    String exact = different(name, String.join("", wanted), String.join("", actual));
    // RFC 9110, 5.3: the order of fields with different names means nothing.
    boolean onlyOrder =
        exact != null
            && different(name, String.join("", ordered(wanted)), String.join("", ordered(actual)))
                == null;
    return onlyOrder ? null : exact;
  }

  /// Each head with its fields sorted.
  private static List<String> ordered(List<String> lines) {
    List<String> out = new ArrayList<>();
    List<String> head = new ArrayList<>();
    for (String line : lines) {
      if (line.matches("(?s)[A-Za-z0-9-]+:[ \\r].*")) {
        head.add(line);
      } else {
        head.sort(null);
        out.addAll(head);
        head.clear();
        out.add(line);
      }
    }
    head.sort(null);
    out.addAll(head);
    return out;
  }

  private String data(Path output, CaseRun.Ran ran) throws IOException {
    Optional<CaseFile.Part> data = file.part("reply", "data");
    List<String> wanted = new ArrayList<>();
    String mode = data.map(p -> p.attributes().getOrDefault("mode", "")).orElse("");
    if (file.has("reply", "datacheck")) {
      for (String suffix : List.of("", "1", "2", "3", "4")) {
        file.part("reply", "datacheck" + suffix)
            .ifPresent(p -> wanted.addAll(preprocessor.withEnds(p.cut())));
      }
      mode = file.part("reply", "datacheck").orElseThrow().attributes().getOrDefault("mode", mode);
    } else {
      data.ifPresent(p -> wanted.addAll(preprocessor.withEnds(p.cut())));
    }
    boolean unchecked = data.map(p -> p.has("nocheck")).orElse(false);
    boolean option =
        file.part("client", "command")
            .map(c -> c.attributes().getOrDefault("option", ""))
            .orElse("")
            .contains("no-output");
    boolean toStdout = file.has("verify", "stdout") && !Files.exists(output);
    if (unchecked || wanted.isEmpty() || toStdout) {
      return null;
    }
    if (option && !Files.exists(output)) {
      return null;
    }
    String got = Files.exists(output) ? Files.readString(output, StandardCharsets.ISO_8859_1) : "";
    return different("data", text(mode, String.join("", wanted)), text(mode, got));
  }

  private String written(String suffix, Path folder) throws IOException, InterruptedException {
    Optional<CaseFile.Part> found = file.part("verify", "file" + suffix);
    if (found.isEmpty()) {
      return null;
    }
    CaseFile.Part part = found.get();
    Path path = folder.resolve(part.attributes().get("name"));
    if (path.getFileName().toString().startsWith("trace")) {
      return null;
    }
    byte[] bytes = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
    String ours =
        new String(bytes, StandardCharsets.ISO_8859_1)
            .replace("generated by Sluice. Edit", "generated by libcurl! Edit");
    List<String> actual = perl(CaseRun.strips(file, "stripfile" + suffix), CaseFile.lines(ours));
    String mode = part.attributes().getOrDefault("mode", "");
    String wanted = String.join("", preprocessor.withEnds(part.cut()));
    return different(
        "file " + path.getFileName(), text(mode, wanted), text(mode, String.join("", actual)));
  }

  private static String different(String what, String wanted, String got) {
    return wanted.equals(got)
        ? null
        : what + " differs:\n--- wanted\n" + wanted + "\n--- got\n" + got + "\n---";
  }

  /// What the case's own expressions leave of the lines.
  private static List<String> perl(List<String> operations, List<String> lines)
      throws IOException, InterruptedException {
    if (operations.isEmpty()) {
      return lines;
    }
    StringBuilder program = new StringBuilder("while(<STDIN>){");
    operations.forEach(operation -> program.append(operation).append(';'));
    program.append("print if $_ ne '';}");
    Process process =
        new ProcessBuilder("perl", "-e", program.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Thread writer =
        Thread.ofVirtual()
            .start(
                () -> {
                  try (OutputStream out = process.getOutputStream()) {
                    out.write(String.join("", lines).getBytes(StandardCharsets.ISO_8859_1));
                  } catch (IOException e) {
                    // the program has ended before its input
                  }
                });
    byte[] out = process.getInputStream().readAllBytes();
    writer.join();
    process.waitFor();
    return CaseFile.lines(out);
  }
}
