package org.sluice.app.curl;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.Headers;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.Source;

/// A curl command as a download: what "paste a cURL command" makes of it.
///
/// A download is a GET of one URL. Address, fields, name and password, cookies, proxy, authority
/// file, speed and the file's name are carried over.
///
/// @param request the download
/// @param left what cannot be carried over, in sentences; empty if all can
public record CurlImport(DownloadRequest request, List<String> left) {
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
    left = List.copyOf(left);
  }

  /// @param folder where downloads go
  /// @throws UsageException if there is no URL in it
  public static CurlImport of(CurlCommand command, Path folder) throws UsageException {
    Operation operation = command.operations().getFirst();
    if (operation.targets().isEmpty()) {
      throw new UsageException(UsageException.BAD_USE, "there is no address in this command");
    }
    List<String> left = new ArrayList<>();
    if (command.operations().size() > 1 || operation.targets().size() > 1) {
      left.add("Only the first address is taken.");
    }
    Target target = operation.targets().getFirst();
    String url = url(operation, target, left);
    leftOver(operation, left);
    FileWish file = file(operation, target, folder);
    DownloadRequest request =
        DownloadRequest.of(url, file)
            .sources(List.of(Source.of(url)))
            .fetch(fetch(operation, left));
    return new CurlImport(request, left);
  }

  private static String url(Operation operation, Target target, List<String> left)
      throws UsageException {
    String url = Urls.withScheme(target.url(), operation.text("proto-default", ""));
    String query = PostData.query(operation, Inputs.NONE);
    if (query != null) {
      url = Urls.withQuery(url, query);
    }
    boolean posts = !operation.methods().isEmpty();
    String method = operation.text("request", "GET");
    if (operation.isOn("get")) {
      byte[] data = PostData.of(operation, Inputs.NONE);
      if (data != null) {
        url = Urls.withQuery(url, new String(data, java.nio.charset.StandardCharsets.UTF_8));
      }
    } else if (posts || !method.equals("GET")) {
      left.add(
          "A download is a GET: "
              + (posts ? operation.methods().getFirst() : "-X " + method)
              + " cannot be done.");
    }
    return url;
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
    if (target.where() instanceof Destination.Named(String name)) {
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
    for (String line : operation.all("header")) {
      header(fields, line, left);
    }
    List<String> cookies =
        operation.all("cookie").stream().filter(text -> text.indexOf('=') >= 0).toList();
    if (cookies.size() < operation.all("cookie").size()) {
      left.add("Files with cookies are left out.");
    }
    add(fields, "Cookie", cookies.isEmpty() ? null : String.join("; ", cookies), left);
    String token = operation.text("oauth2-bearer");
    add(fields, "Authorization", token == null ? null : "Bearer " + token, left);
    String caFile = operation.text("cacert");
    return FetchWish.DEFAULT
        .headers(new Headers(fields))
        .user(operation.text("user"))
        .proxy(proxy(operation))
        .caFile(caFile == null ? null : path(caFile))
        .limitBytesPerSecond(operation.bytes("limit-rate", 0));
  }

  private static @Nullable String referer(Operation operation) {
    String text = operation.text("referer");
    return text != null && text.endsWith(";auto") ? text.substring(0, text.length() - 5) : text;
  }

  private static void header(List<Headers.Field> fields, String line, List<String> left) {
    int colon = line.indexOf(':');
    if (line.startsWith("@") || colon <= 0) {
      left.add("-H \"" + line.split("[:;]", 2)[0] + "\" is left out.");
      return;
    }
    String value = line.substring(colon + 1).strip();
    if (!value.isEmpty() && !isOfBrowser(line.substring(0, colon))) {
      add(fields, line.substring(0, colon), value, left);
    }
  }

  /// Fields that a browser's copy has and that would spoil a download in parts.
  private static boolean isOfBrowser(String name) {
    return name.equalsIgnoreCase("Accept-Encoding")
        || name.equalsIgnoreCase("Range")
        || name.equalsIgnoreCase("If-Range")
        || name.equalsIgnoreCase("Connection")
        || name.equalsIgnoreCase("TE");
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
