package org.sluice.engine.disk;

/// The file system that a folder is on, and its room.
///
/// @param id the same for all folders on it, while it is mounted; not to be stored
/// @param usableBytes that this user may still write
/// @param totalBytes of the whole
public record Volume(String id, long usableBytes, long totalBytes) {
  public Volume {
    if (usableBytes < 0 || totalBytes < 0) {
      throw new IllegalArgumentException(
          "a volume has no less than no room: " + usableBytes + " of " + totalBytes);
    }
  }
}
