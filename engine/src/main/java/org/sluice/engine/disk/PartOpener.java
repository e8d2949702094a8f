package org.sluice.engine.disk;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.sluice.engine.disk.DiskFailure.Kind;
import org.sluice.engine.item.FileWish.IfExists;
import org.sluice.engine.item.FileWish.Preallocation;
import org.sluice.engine.name.SafeName;

/// Makes part files and finds old ones again.
///
/// **Threads**: those of [DiskThreads].
final class PartOpener {
  static final String SUFFIX = ".part";

  /// So many names are tried if others have taken them.
  private static final int MOST_NAMES = 9_999;

  /// Some encrypted folders take no more, where others take 255.
  private static final int SHORT_NAME_BYTES = 110;

  private final FileLayer files;

  PartOpener(FileLayer files) {
    this.files = files;
  }

  /// What came of it.
  sealed interface Result {
    /// @param isNew whether this opening has made it
    record Opened(PartChannel channel, Path part, Path target, boolean isNew) implements Result {}

    record Claimed(Path target) implements Result {}

    record Refused(DiskFailure failure) implements Result {}
  }

  /// Who is asked while a new file is made.
  ///
  /// @param name has the name of what was made, whatever came of it
  record Circumstances(Announcer announcer, BooleanSupplier cancelled, PartNames.Hold name) {}

  Result open(PartOrder order, Circumstances around) {
    return switch (order) {
      case PartOrder.Fresh fresh -> fresh(fresh, around);
      case PartOrder.Kept kept -> kept(kept);
    };
  }

  private Result kept(PartOrder.Kept order) {
    try {
      String key = order.key();
      if (key != null && files.isKnown(order.target(), key)) {
        files.claim(order.part(), key, order.target(), false);
        Path folder = order.target().getParent();
        if (folder != null) {
          files.forceFolder(folder); // whoever gave it its name may have come no further
        }
        return new Result.Claimed(order.target());
      }
      PartChannel channel = files.reopen(order.part(), key);
      return new Result.Opened(channel, order.part(), order.target(), false);
    } catch (IOException e) {
      return new Result.Refused(Diagnosis.of(e, order.part(), files));
    }
  }

  private Result fresh(PartOrder.Fresh order, Circumstances around) {
    Path folder;
    try {
      folder = files.folder(order.folder());
    } catch (IOException e) {
      return new Result.Refused(folderFailure(order.folder(), e));
    }
    try {
      return create(folder, order.name(), order, around);
    } catch (IOException e) {
      return new Result.Refused(Diagnosis.of(e, folder.resolve(order.name() + SUFFIX), files));
    }
  }

  private DiskFailure folderFailure(Path folder, IOException e) {
    if (e instanceof FileAlreadyExistsException) {
      return new DiskFailure(
          Kind.FOLDER_GONE, folder + " cannot be a folder: a file has its name", folder, e);
    }
    DiskFailure found = Diagnosis.of(e, folder, files);
    return switch (found.kind()) {
      case NO_ACCESS ->
          new DiskFailure(
              Kind.NO_ACCESS, "The folder " + folder + " may not be made or read", folder, e);
      case FILE_GONE ->
          new DiskFailure(
              Kind.FOLDER_GONE, "The folder " + folder + " could not be made", folder, e);
      default -> found;
    };
  }

  private Result create(Path folder, String name, PartOrder.Fresh order, Circumstances around)
      throws IOException {
    boolean numbered = order.ifExists() == IfExists.NUMBER;
    for (int i = 0; i <= MOST_NAMES; i++) {
      String candidate = SafeName.numbered(name, i);
      Path target = inside(folder, numbered ? candidate : name);
      if (isTaken(target, order.ifExists())) {
        if (numbered) {
          continue;
        }
        return new Result.Refused(taken(target));
      }
      Path part = inside(folder, candidate + SUFFIX);
      if (!around.name.take(part) || files.exists(part)) {
        continue; // it belongs to another download, or to nobody knows whom
      }
      around.announcer.announce(part, target);
      try {
        return filled(files.create(part), part, target, order, around.cancelled);
      } catch (FileAlreadyExistsException e) {
        // the next number: somebody was faster
      } catch (IOException e) {
        String shorter = SafeName.shortened(name, SHORT_NAME_BYTES);
        if (ErrorWords.of(e) == ErrorWords.NAME_TOO_LONG && !shorter.equals(name)) {
          return create(folder, shorter, order, around);
        }
        throw e;
      }
    }
    return new Result.Refused(taken(folder.resolve(name)));
  }

  private boolean isTaken(Path target, IfExists ifExists) {
    boolean mayReplace = ifExists == IfExists.OVERWRITE && files.isRegularFile(target);
    return !mayReplace && files.exists(target);
  }

  /// A name that is no way out of its folder.
  private static Path inside(Path folder, String name) {
    Path file = folder.resolve(name);
    if (!folder.equals(file.getParent()) || !file.equals(file.normalize())) {
      throw new IllegalArgumentException("not the name of a file: \"" + name + "\"");
    }
    return file;
  }

  private Result filled(
      PartChannel channel, Path part, Path target, PartOrder.Fresh order, BooleanSupplier cancelled)
      throws IOException {
    try {
      if (order.preallocation() != Preallocation.NONE) {
        channel.preallocate(order.preallocation(), order.lengthBytes(), cancelled);
      }
    } catch (IOException e) {
      DiskFailure failure = Diagnosis.of(e, part, files);
      return undone(channel, part, failure);
    }
    if (cancelled.getAsBoolean()) {
      String sentence = "The download was called off before " + part + " was open";
      return undone(channel, part, new DiskFailure(Kind.CANCELLED, sentence, part, null));
    }
    return new Result.Opened(channel, part, target, true);
  }

  /// Takes an empty file away again.
  private Result undone(PartChannel channel, Path part, DiskFailure why) throws IOException {
    channel.close();
    files.delete(part, channel.key());
    return new Result.Refused(why);
  }

  private static DiskFailure taken(Path target) {
    return new DiskFailure(
        Kind.NAME_TAKEN, target + " is there already and was not overwritten", target, null);
  }
}
