package org.sluice.engine.item;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where a download goes and what its file is like.
///
/// @param folder absolute; made if it is not there
/// @param name as the user wants it; null to take it from the server or the address
/// @param serverTime whether the file gets the time of Last-Modified
/// @param webMark whether the file is marked as coming from the internet
public record FileWish(
    Path folder,
    @Nullable String name,
    IfExists ifExists,
    Preallocation preallocation,
    boolean serverTime,
    boolean webMark) {

  /// What to do about a file of the same name.
  public enum IfExists {
    /// Take the first free one of `name (1).ext`, `name (2).ext` …
    NUMBER,
    /// Replace it, once the new one is complete.
    OVERWRITE,
    /// Do not download.
    REFUSE
  }

  /// How the room on the disk is taken.
  public enum Preallocation {
    /// The file grows.
    NONE,
    /// The file has its length at once, its room is taken as it fills.
    SPARSE,
    /// All room is taken before the first byte.
    FULL
  }

  public FileWish {
    if (!folder.isAbsolute()) {
      throw new IllegalArgumentException("the folder of a download is absolute: " + folder);
    }
  }

  /// Into `folder` under the name that it has there, numbered if that is taken.
  public static FileWish into(Path folder) {
    return new FileWish(
        folder.toAbsolutePath().normalize(),
        null,
        IfExists.NUMBER,
        Preallocation.SPARSE,
        false,
        true);
  }

  public FileWish folder(Path value) {
    return new FileWish(
        value.toAbsolutePath().normalize(), name, ifExists, preallocation, serverTime, webMark);
  }

  public FileWish named(@Nullable String value) {
    return new FileWish(folder, value, ifExists, preallocation, serverTime, webMark);
  }

  public FileWish ifExists(IfExists value) {
    return new FileWish(folder, name, value, preallocation, serverTime, webMark);
  }

  public FileWish preallocation(Preallocation value) {
    return new FileWish(folder, name, ifExists, value, serverTime, webMark);
  }

  public FileWish serverTime(boolean value) {
    return new FileWish(folder, name, ifExists, preallocation, value, webMark);
  }

  public FileWish webMark(boolean value) {
    return new FileWish(folder, name, ifExists, preallocation, serverTime, value);
  }
}
