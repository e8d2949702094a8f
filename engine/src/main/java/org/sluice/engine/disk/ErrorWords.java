package org.sluice.engine.disk;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the system's own words for an error mean: Java hands on the text, but not the number.
///
/// The texts are those of glibc, musl, macOS and Windows in English, and those that the system gives
/// in the user's language if it may be asked.
///
/// **Threads**: stateless.
///
/// **Source**: errno(3).
enum ErrorWords {
  NO_SPACE(
      28,
      "no space left on device",
      "not enough space on the disk",
      "the disk is full",
      "nicht genug speicherplatz"),
  QUOTA(122, "disk quota exceeded", "quota exceeded", "not enough quota"),
  TOO_LARGE(27, "file too large", "exceeds the limit supported by the file system"),
  READ_ONLY(30, "read-only file system", "write protected", "write-protected"),
  LOOP(40, "too many levels of symbolic links", "symbolic link loop", "nofollow_links"),
  NAME_TOO_LONG(
      36,
      "file name too long",
      "filename too long",
      "name is too long",
      "file name, directory name, or volume label syntax is incorrect"),
  NOT_A_FOLDER(20, "not a directory"),
  NOT_SUPPORTED(95, "operation not supported", "not supported", "invalid argument"),
  NOT_PERMITTED(1, "operation not permitted"),
  DEVICE(
      5,
      "input/output error",
      "i/o error",
      "i/o device error",
      "stale file handle",
      "no such device",
      "transport endpoint is not connected",
      "cyclic redundancy check",
      "device is not ready");

  private final int linuxErrno;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is
  private final List<String> texts;

  ErrorWords(int linuxErrno, String... texts) {
    this.linuxErrno = linuxErrno;
    this.texts = List.of(texts);
  }

  /// Which of these an exception speaks of; null for none.
  static @Nullable ErrorWords of(IOException e) {
    String said = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return said == null ? null : of(said);
  }

  /// Which of these a text speaks of; null for none.
  static @Nullable ErrorWords of(String said) {
    String lower = said.toLowerCase(Locale.ROOT);
    for (ErrorWords word : values()) {
      String local = ErrnoText.of(word.linuxErrno);
      if (said.equals(local) || word.texts.stream().anyMatch(lower::contains)) {
        return word;
      }
    }
    return null;
  }

  static boolean saysNotSupported(IOException e) {
    return of(e) == NOT_SUPPORTED;
  }
}
