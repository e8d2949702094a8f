package org.sluice.app.curl.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the body of one transfer goes. A file is made with its first byte, or at a good end.
///
/// **Threads**: written on the loop's thread, opened and closed by the one that runs the transfers,
/// never at the same time.
final class OutputFile {
  /// Names that `--no-clobber` tries: `NAME.1` to `NAME.99`.
  private static final int MOST_NAMES = 100;

  private final Place place;
  private final Writing writing;
  private final @Nullable OutputStream stdout;
  private @Nullable String name;
  private boolean serverName;
  private @Nullable FileChannel channel;
  private long start;
  private long bytes;

  /// How files are made.
  ///
  /// @param clobber null for curl's default: write over a file, unless the server gave its name
  /// @param mode permissions in octal; -1 for the system's
  record Writing(@Nullable Boolean clobber, int mode) {}

  private OutputFile(
      Place place, Writing writing, @Nullable OutputStream stdout, @Nullable String name) {
    this.place = place;
    this.writing = writing;
    this.stdout = stdout;
    this.name = name;
  }

  static OutputFile stdout(Place place) {
    return new OutputFile(place, new Writing(null, -1), place.out(), null);
  }

  static OutputFile nowhere(Place place) {
    return new OutputFile(place, new Writing(null, -1), OutputStream.nullOutputStream(), null);
  }

  static OutputFile named(Place place, String name, Writing writing) {
    return new OutputFile(place, writing, null, name);
  }

  /// As it was said or made up; null for no file.
  @Nullable String name() {
    return name;
  }

  boolean isFile() {
    return stdout == null;
  }

  boolean isOpen() {
    return channel != null;
  }

  /// Bytes written in this attempt.
  long bytes() {
    return bytes;
  }

  /// The server's own name for it, which never takes the place of a file that is there unless
  /// `--clobber` says so.
  void nameFromServer(String given) {
    name = given;
    serverName = true;
  }

  /// Opens the file to go on at `offset`.
  void continueAt(long offset) throws IOException {
    FileChannel opened =
        FileChannel.open(path(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    opened.position(opened.size());
    channel = opened;
    start = offset;
    bytes = 0;
  }

  /// Of the file as it is now; 0 for none.
  long size() throws IOException {
    return name != null && Files.exists(path()) ? Files.size(path()) : 0;
  }

  /// All of `chunk`.
  void write(ByteBuffer chunk) throws IOException {
    int n = chunk.remaining();
    WritableByteChannel to = stdout == null ? open() : Channels.newChannel(stdout);
    while (chunk.hasRemaining()) {
      to.write(chunk);
    }
    if (stdout != null) {
      stdout.flush();
      if (place.out().checkError()) {
        throw new IOException("Failure writing output to destination");
      }
    }
    bytes += n;
  }

  /// Makes the file if nothing was written to it.
  void create() throws IOException {
    if (stdout == null) {
      open();
    }
  }

  private FileChannel open() throws IOException {
    FileChannel opened = channel;
    if (opened == null) {
      opened = make();
      channel = opened;
      start = 0;
      bytes = 0;
    }
    return opened;
  }

  private FileChannel make() throws IOException {
    boolean over = writing.clobber == null ? !serverName : writing.clobber;
    if (over) {
      return opened(
          path(),
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING);
    }
    String wanted = String.valueOf(name);
    boolean mayRename = writing.clobber != null;
    for (int i = 0; i < (mayRename ? MOST_NAMES : 1); i++) {
      name = i == 0 ? wanted : wanted + "." + i;
      try {
        return opened(path(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      } catch (FileAlreadyExistsException e) {
        // the next name
      }
    }
    name = wanted;
    throw new IOException("File exists");
  }

  private FileChannel opened(Path path, OpenOption... options) throws IOException {
    boolean fresh = !Files.exists(path);
    FileChannel made = FileChannel.open(path, options);
    if (fresh
        && writing.mode >= 0
        && path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, permissions(writing.mode));
    }
    return made;
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
    PosixFilePermission[] all = PosixFilePermission.values();
    for (int i = 0; i < all.length; i++) {
      if ((mode & (0400 >> i)) != 0) {
        set.add(all[i]);
      }
    }
    return set;
  }

  /// Throws away what this attempt has written.
  void startOver() throws IOException {
    FileChannel opened = channel;
    if (opened != null && bytes > 0) {
      opened.truncate(start);
      opened.position(start);
      bytes = 0;
    }
  }

  void close() throws IOException {
    if (channel != null) {
      channel.close();
      channel = null;
    }
  }

  boolean delete() throws IOException {
    return name != null && Files.isRegularFile(path()) && Files.deleteIfExists(path());
  }

  void setTime(Instant time) throws IOException {
    if (name != null && Files.exists(path())) {
      Files.setLastModifiedTime(path(), FileTime.from(time));
    }
  }

  private Path path() {
    return place.path(String.valueOf(name));
  }
}
