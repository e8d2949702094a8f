package org.sluice.app.curl;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.Headers;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.FileWish;

/// A curl command as downloads: what "paste a cURL command" makes of it.
///
/// A download is a GET. Address, fields, name and password, cookies, proxy, authority file, speed and
/// the file's name are carried over.
///
/// @param requests a download for each address
/// @param refused why parts of the command are no downloads, a sentence each
/// @param left what cannot be carried over, in sentences; empty if all can
public record CurlImport(List<DownloadRequest> requests, List<String> refused, List<String> left) {
  /// Options that say nothing a download does not do anyway, or that are about the terminal.
  private static final Set<String> IMPLIED =
      Set.of(
          "location",
          "compressed",
          "get",
          "fail",
          "fail-with-body",
          "remote-time",
          "http1.1",
          "http2",
          "globoff",
          "create-dirs",
          "retry",
          "retry-delay",
          "retry-max-time",
          "retry-connrefused",
          "retry-all-errors",
          "connect-timeout",
          "basic",
          "buffer",
          "keepalive",
          "keepalive-time",
          "tcp-nodelay",
          "remote-header-name",
          "remote-name-all",
          "clobber",
          "path-as-is",
          "continue-at",
          "speed-limit",
          "speed-time");

  /// What the engine says itself: a browser's value would break the connection, or parts and resuming.
  private static final Set<String> OWN =
      Set.of("host", "range", "if-range", "accept-encoding", "connection", "content-length", "te");

  private static final Set<String> CARRIED =
      Set.of(
          "header",
          "user-agent",
          "referer",
          "cookie",
          "user",
          "oauth2-bearer",
          "proxy",
          "proxy-user",
          "socks4",
          "socks4a",
          "socks5",
          "socks5-hostname",
          "cacert",
          "limit-rate",
          "output-dir",
          "data",
          "data-ascii",
          "data-raw",
          "data-binary",
          "data-urlencode",
          "url-query",
          "request");

  public CurlImport {
    requests = List.copyOf(requests);
    refused = List.copyOf(refused);
    left = List.copyOf(left);
  }

  /// @param folder where downloads go
  /// @throws UsageException if there is no URL in it
  public static CurlImport of(CurlCommand command, Path folder) throws UsageException {
    List<DownloadRequest> requests = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    List<String> left = new ArrayList<>();
    for (Operation operation : command.operations()) {
      String other = otherThanGet(operation);
      if (other != null) {
        refused.add("A download is a GET: " + other + " cannot be done.");
        continue;
      }
      leftOver(operation, left);
      FetchWish fetch = fetch(operation, left);
      for (Target target : operation.targets()) {
        requests.add(
            DownloadRequest.of(url(operation, target), file(operation, target, folder))
                .fetch(fetch));
      }
    }
    if (requests.isEmpty() && refused.isEmpty()) {
      throw new UsageException(UsageException.BAD_USE, "there is no address in this command");
    }
    return new CurlImport(requests, refused, left.stream().distinct().toList());
  }

  private static @Nullable String otherThanGet(Operation operation) {
    String method = operation.text("request", "GET");
    if (operation.isOn("get")) {
      return null;
    }
    return operation.methods().isEmpty()
        ? method.equals("GET") ? null : "-X " + method
        : operation.methods().getFirst();
  }

  private static String url(Operation operation, Target target) throws UsageException {
    String url = Urls.withScheme(target.url(), operation.text("proto-default", ""));
    String query = PostData.query(operation, Inputs.NONE);
    if (query != null) {
      url = Urls.withQuery(url, query);
    }
    byte[] data = operation.isOn("get") ? PostData.of(operation, Inputs.NONE) : null;
    return data == null ? url : Urls.withQuery(url, new String(data, StandardCharsets.UTF_8));
  }

  private static void leftOver(Operation operation, List<String> left) {
    for (Given given : operation.given()) {
      String name = given.option().name();
      boolean told = left.stream().anyMatch(text -> text.startsWith(given.option() + " "));
      boolean method = name.equals("form") || name.equals("form-string") || name.equals("head");
      if (!IMPLIED.contains(name)
          && !CARRIED.contains(name)
          && given.on()
          && given.option().support() == Support.FULL
          && !told
          && !method) {
        left.add(given.option() + " is left out.");
      }
    }
  }

  private static FileWish file(Operation operation, Target target, Path folder)
      throws UsageException {
    String into = operation.text("output-dir");
    FileWish file = FileWish.into(into == null ? folder : folder.resolve(path(into)));
    if (target.where() instanceof Destination.Named(String name)
        && !name.equals("-")
        && name.indexOf('#') < 0) { // #1 is what stood in the place of a pattern
      Path path = path(name);
      Path parent = path.getParent();
      Path last = path.getFileName();
      if (last == null) {
        throw new UsageException(UsageException.BAD_USE, "\"" + name + "\" is no name of a file");
      }
      return parent == null
          ? file.named(last.toString())
          : FileWish.into(file.folder().resolve(parent)).named(last.toString());
    }
    return file;
  }

  private static Path path(String text) throws UsageException {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageException(
          UsageException.BAD_USE, "not a path of this system: " + e.getReason(), e);
    }
  }

  private static FetchWish fetch(Operation operation, List<String> left) throws UsageException {
    List<Headers.Field> fields = new ArrayList<>();
    add(fields, "User-Agent", operation.text("user-agent"), left);
    add(fields, "Referer", referer(operation), left);
    List<String> cookies = new ArrayList<>();
    for (String line : operation.all("header")) {
      header(fields, cookies, line, left);
    }
    for (String cookie : operation.all("cookie")) {
      if (cookie.indexOf('=') >= 0) {
        cookies.add(cookie);
      } else {
        left.add("Files with cookies are left out.");
      }
    }
    // one field, as servers expect it
    add(fields, "Cookie", cookies.isEmpty() ? null : String.join("; ", cookies), left);
    String token = operation.text("oauth2-bearer");
    add(fields, "Authorization", token == null ? null : "Bearer " + token, left);
    String caFile = operation.text("cacert");
    String user = operation.text("user");
    return FetchWish.DEFAULT
        .headers(new Headers(fields))
        .user(user == null || user.indexOf(':') >= 0 ? user : user + ":")
        .proxy(proxy(operation))
        .caFile(caFile == null ? null : path(caFile))
        .limitBytesPerSecond(operation.bytes("limit-rate", 0));
  }

  private static @Nullable String referer(Operation operation) {
    String text = operation.text("referer");
    return text != null && text.endsWith(";auto") ? text.substring(0, text.length() - 5) : text;
  }

  private static void header(
      List<Headers.Field> fields, List<String> cookies, String line, List<String> left) {
    int colon = line.indexOf(':');
    if (line.startsWith("@") || colon <= 0) {
      left.add("-H \"" + line.split("[:;]", 2)[0] + "\" is left out.");
      return;
    }
    String name = line.substring(0, colon).strip();
    String value = line.substring(colon + 1).strip();
    if (name.equalsIgnoreCase("Cookie")) {
      cookies.add(value);
    } else if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
      add(fields, name, value, left);
    }
  }

  private static void add(
      List<Headers.Field> fields, String name, @Nullable String value, List<String> left) {
    if (value == null || value.isEmpty()) {
      return;
    }
    try {
      fields.add(new Headers.Field(name, value));
    } catch (IllegalArgumentException e) {
      left.add("The field " + name + " cannot be sent.");
    }
  }

  private static @Nullable String proxy(Operation operation) {
    Given given = operation.lastOf("proxy", "socks4", "socks4a", "socks5", "socks5-hostname");
    if (given == null || given.value().isEmpty()) {
      return null;
    }
    String scheme =
        switch (given.option().name()) {
          case "socks5-hostname" -> "socks5h";
          case "proxy" -> "http";
          default -> given.option().name();
        };
    String address = given.value();
    String full = address.contains("://") ? address : scheme + "://" + address;
    String user = operation.text("proxy-user");
    return user == null || full.indexOf('@') >= 0
        ? full
        : full.replaceFirst("://", "://" + user.replace("$", "\\$") + "@");
  }
}
