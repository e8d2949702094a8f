package org.sluice.app.curl;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Whatever is pasted as a curl command is refused in a sentence or read; what was read and is
/// written again means the same.
public final class CurlFuzz {
  public static final List<String> SEEDS =
      List.of(
          "curl -sSLofile http://h/[1-3] --next -d 'a=b' --json {} \"http://h/{a,b}\"",
          "curl 'https://h/f?a=1&b=2' \\\n -H 'accept: */*' -b 'sid=1' --compressed",
          "curl.exe ^\"https://h/f^\" ^\n -H ^\"a: b^\" --data-raw ^\"x^%y^\"",
          "curl $'https://h/\\u0021' -H $'a: \\'b\\'' -F 'f=@x;type=y;filename=\"z\"'",
          "curl -K - -X PUT -T x -u me:pw -x socks5h://p:1 --limit-rate 1M -r 1-2 h",
          "curl --variable a=b --expand-url '{{a:url}}' --retry 3 -w '%{http_code}' -Z -C -",
          "curl -G -d a=1 --data-urlencode 'b=c d' --url-query x=y 'h/x?y' -o '#1' --no-keepalive");

  private static final Path FOLDER = Path.of("downloads").toAbsolutePath();

  private CurlFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    CurlCommand command;
    try {
      command = CurlCommand.parse(text);
    } catch (UsageException e) {
      check(e);
      return;
    }
    if (command.isOn("help") || command.isOn("version")) {
      return; // nothing is asked for, and what stands behind is not read
    }
    String line = CurlExport.line(command);
    if (!ShellWords.isForWindows(line)) {
      readAgain(command, line);
    }
    try {
      CurlImport read = CurlImport.of(command, FOLDER);
      if (read.requests().isEmpty() && read.refused().isEmpty()) {
        throw new IllegalStateException("nothing came of it, and nothing is said");
      }
    } catch (UsageException e) {
      check(e);
    }
  }

  private static void readAgain(CurlCommand command, String line) {
    try {
      CurlCommand back = CurlCommand.parse(line);
      if (!back.operations().equals(command.operations())) {
        throw new IllegalStateException(
            "read " + command.operations() + "\nwritten " + line + "\nread " + back.operations());
      }
    } catch (UsageException e) {
      throw new IllegalStateException("what was written can not be read: " + line, e);
    }
  }

  private static void check(UsageException e) {
    if (e.sentence().isBlank() || e.exitCode() <= 0) {
      throw new IllegalStateException("no reason is given", e);
    }
  }
}
