package org.sluice.engine.disk;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.disk.DiskFailure.Kind;

/// What an exception of the file system means, and what it says to a person.
///
/// Pure but for [#of(IOException, Path, FileLayer)], which looks around first: an exception often
/// says no more than a path, and in any language.
final class Diagnosis {
  /// With less room than this an error without a known cause is one of a full disk.
  static final long AS_GOOD_AS_FULL_BYTES = 1 << 20;

  /// What was found by looking.
  ///
  /// @param folderThere whether the folder of the file is there
  /// @param isLink whether a symbolic link has the file's name
  /// @param usableBytes of the volume; -1 if it is not known
  record Facts(boolean folderThere, boolean isLink, long usableBytes) {}

  private Diagnosis() {}

  static DiskFailure of(IOException e, Path path, FileLayer files) {
    Path folder = path.toAbsolutePath().getParent();
    boolean there = folder == null || files.exists(folder);
    long usable = -1;
    if (there && folder != null) {
      try {
        usable = files.volume(folder).usableBytes();
      } catch (IOException unknown) {
        e.addSuppressed(unknown);
      }
    }
    return of(e, path, new Facts(there, files.isLink(path), usable));
  }

  static DiskFailure of(IOException e, Path path, Facts facts) {
    Kind kind = kind(e, facts);
    return new DiskFailure(kind, sentence(kind, e, path), path, e);
  }

  private static Kind kind(IOException e, Facts facts) {
    return switch (e) {
      case NotOurFileException _ -> facts.isLink ? Kind.LINK_IN_THE_WAY : Kind.NOT_OURS;
      case FileAlreadyExistsException _ -> Kind.NAME_TAKEN;
      case FileSystemLoopException _ -> Kind.LINK_IN_THE_WAY;
      case NotDirectoryException _ -> Kind.FOLDER_GONE;
      case NoSuchFileException _ -> facts.folderThere ? Kind.FILE_GONE : Kind.FOLDER_GONE;
      case AccessDeniedException _ -> Kind.NO_ACCESS;
      case ClosedChannelException _ -> Kind.CANCELLED;
      default -> byWords(ErrorWords.of(e), facts);
    };
  }

  private static Kind byWords(@Nullable ErrorWords words, Facts facts) {
    return switch (words) {
      case NO_SPACE -> Kind.DISK_FULL;
      case QUOTA -> Kind.QUOTA_FULL;
      case TOO_LARGE -> Kind.FILE_TOO_LARGE;
      case READ_ONLY -> Kind.READ_ONLY;
      case LOOP -> Kind.LINK_IN_THE_WAY;
      case NAME_TOO_LONG -> Kind.BAD_NAME;
      case NOT_A_FOLDER -> Kind.FOLDER_GONE;
      case NOT_PERMITTED -> Kind.NO_ACCESS;
      case DEVICE -> Kind.DEVICE;
      case NOT_SUPPORTED -> byLooking(facts);
      case null -> byLooking(facts);
    };
  }

  private static Kind byLooking(Facts facts) {
    if (!facts.folderThere) {
      return Kind.FOLDER_GONE;
    }
    boolean full = facts.usableBytes >= 0 && facts.usableBytes < AS_GOOD_AS_FULL_BYTES;
    return full ? Kind.DISK_FULL : Kind.DEVICE;
  }

  private static String sentence(Kind kind, IOException e, Path path) {
    Path folder = path.toAbsolutePath().getParent();
    return switch (kind) {
      case DISK_FULL -> "The disk of " + folder + " is full";
      case QUOTA_FULL -> "Your share of the disk of " + folder + " is used up";
      case FILE_TOO_LARGE -> "The file system of " + folder + " takes no file of that size";
      case NO_ACCESS -> path + " may not be written";
      case READ_ONLY -> folder + " is on a disk that can only be read";
      case FOLDER_GONE -> "The folder " + folder + " is not there";
      case FILE_GONE -> path + " is not there any more";
      case LINK_IN_THE_WAY -> path + " is a symbolic link, which is not followed";
      case NOT_OURS -> path + " is not the file that was begun: " + words(e);
      case NAME_TAKEN -> path + " is there already and was not overwritten";
      case BAD_NAME -> "The file system of " + folder + " takes no name like " + path.getFileName();
      case INCOMPLETE -> path + " is shorter than it has to be";
      case CANCELLED -> path + " was closed before that was done";
      case DEVICE -> "The disk of " + folder + " does not work as it should: " + words(e);
    };
  }

  private static String words(IOException e) {
    String said = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return said == null ? e.toString() : said;
  }
}
