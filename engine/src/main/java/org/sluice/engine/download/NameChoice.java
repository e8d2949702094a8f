package org.sluice.engine.download;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.ContentDisposition;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.Url;

/// The name of a file: what the user wants, else what the server says, else what the last address
/// ends with, else its host.
///
/// @param name safe for a file system
/// @param reason where it comes from, a sentence
public record NameChoice(String name, String reason) {
  private static final Map<String, String> EXTENSIONS =
      Map.of(
          "text/html", ".html",
          "text/plain", ".txt",
          "application/pdf", ".pdf",
          "application/zip", ".zip",
          "application/json", ".json",
          "image/png", ".png",
          "image/jpeg", ".jpg");

  /// Chooses.
  ///
  /// @param wish the user's name; null for none
  /// @param url of the last hop
  /// @param headers of the response
  public static NameChoice of(@Nullable String wish, String url, Headers headers) {
    if (wish != null && !wish.isBlank()) {
      return new NameChoice(FileNames.safe(wish), "You gave the name");
    }
    String disposition = headers.first("Content-Disposition");
    Optional<String> named =
        disposition == null ? Optional.empty() : ContentDisposition.fileName(disposition);
    if (named.isPresent()) {
      return new NameChoice(FileNames.safe(lastOf(named.get())), "The server gave the name");
    }
    return ofUrl(url, headers.first("Content-Type"));
  }

  private static NameChoice ofUrl(String url, @Nullable String contentType) {
    try {
      Url parsed = Url.parse(url);
      String segment = parsed.lastSegment();
      if (!segment.isBlank()) {
        return new NameChoice(FileNames.safe(lastOf(segment)), "The address ends with the name");
      }
      return new NameChoice(
          FileNames.safe(parsed.host() + extension(contentType)), "The address names only a host");
    } catch (TransferException e) {
      return new NameChoice(FileNames.DEFAULT, "Nothing gives it a name: " + e.sentence());
    }
  }

  /// A name never has a folder in it, whatever kind of slash stands before it.
  private static String lastOf(String path) {
    int end = path.length();
    while (end > 0 && isSlash(path.charAt(end - 1))) {
      end--;
    }
    int from = end;
    while (from > 0 && !isSlash(path.charAt(from - 1))) {
      from--;
    }
    return path.substring(from, end);
  }

  private static boolean isSlash(char c) {
    return c == '/' || c == '\\';
  }

  private static String extension(@Nullable String contentType) {
    if (contentType == null) {
      return "";
    }
    String type = contentType.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
    return EXTENSIONS.getOrDefault(type, "");
  }
}
