package org.sluice.engine.resume;

import java.util.Locale;
import java.util.Set;
import org.sluice.engine.http.MediaType;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.http.Url;

/// Whether a page came where a file was expected: a sign-in, an error in the clothes of a 200.
final class Pages {
  /// Endings of files that no server calls a page on purpose.
  private static final Set<String> FILES =
      Set.of(
          ("7z aac apk appimage avi bin bz2 cab deb dmg doc docx epub exe flac gz img iso "
                  + "jar jpeg jpg lz4 m4a m4v mkv mov mp3 mp4 msi msix ogg ova pdf pkg png qcow2 "
                  + "rar raw rpm sha256 sig squashfs tar tbz2 tgz tif tiff torrent txz vdi vmdk "
                  + "war wav webm webp whl wim xlsx xz zip zst")
              .split(" ", -1));

  private Pages() {}

  /// @param expected tells what was there before, or else what the address sounds like
  static boolean isUnexpected(Expected expected, ResponseHead head) {
    if (!MediaType.isPage(MediaType.of(head)) || isAttachment(head)) {
      return false;
    }
    String before = expected.known().contentType();
    return before == null
        ? soundsLikeFile(expected.address())
        : !MediaType.isPage(MediaType.essence(before));
  }

  static boolean soundsLikeFile(Url address) {
    String name = address.lastSegment();
    int dot = name.lastIndexOf('.');
    return dot > 0 && FILES.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  private static boolean isAttachment(ResponseHead head) {
    String value = head.header("Content-Disposition");
    return value != null && value.strip().toLowerCase(Locale.ROOT).startsWith("attachment");
  }
}
