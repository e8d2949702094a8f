package org.sluice.engine.download;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.FileResult.Fate;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.multi.TransferInfo;
import org.sluice.engine.request.TransferOptions;

/// One transfer whose body becomes a file.
///
/// It is written as `NAME.part` beside the target and renamed when it is complete, so that a file
/// of the final name is always a whole one.
///
/// **Threads**: made anywhere; [#finish] on the thread of the multi, or after that has ended.
public final class FileDownload {
  private final Path target;
  private final Path part;
  private final boolean overwrite;
  private final FileSink sink;
  private final Transfer transfer;

  private FileDownload(TransferOptions options, Path target, boolean overwrite) {
    this.target = target;
    this.overwrite = overwrite;
    part = target.resolveSibling(target.getFileName() + ".part");
    sink = new FileSink(part, overwrite ? null : target);
    transfer = new Transfer(options, sink);
  }

  /// A download that has not been added to any multi.
  ///
  /// @param target the file to make, in a directory that is there
  /// @param overwrite whether a file of that name may be replaced
  public static FileDownload to(TransferOptions options, Path target, boolean overwrite) {
    if (target.getFileName() == null) {
      throw new IllegalArgumentException("not the path of a file: \"" + target + "\"");
    }
    return new FileDownload(options, target, overwrite);
  }

  /// What is to be added to a multi.
  public Transfer transfer() {
    return transfer;
  }

  public Path target() {
    return target;
  }

  /// Where the bytes are while it is not complete.
  public Path part() {
    return part;
  }

  /// Ends the file, after the transfer's message has come or it was removed: gives it its name if
  /// all is well, else keeps the `.part` file if there is anything in it.
  ///
  /// @param result of the transfer; ABORTED_BY_CALLBACK for one that was removed
  public FileResult finish(TransferErrorCode result) {
    String closing = close();
    if (result == TransferErrorCode.WRITE_ERROR && isTaken()) {
      return unfinished(Fate.NAME_TAKEN, result, exists(target.toString()));
    }
    if (result != TransferErrorCode.OK) {
      return unfinished(Fate.FAILED, result, reason(result));
    }
    if (closing != null) {
      return unfinished(Fate.FAILED, TransferErrorCode.WRITE_ERROR, closing);
    }
    if (!sink.opened()) {
      int status = transfer.info().httpStatus();
      return unfinished(
          Fate.FAILED,
          TransferErrorCode.HTTP_RETURNED_ERROR,
          "The server answered " + status + " and no file");
    }
    return rename();
  }

  private FileResult rename() {
    try {
      if (overwrite) {
        replace();
      } else {
        claim();
      }
      return new FileResult(Fate.SAVED, TransferErrorCode.OK, "", sink.bytes(), target);
    } catch (FileAlreadyExistsException e) {
      return unfinished(Fate.NAME_TAKEN, TransferErrorCode.WRITE_ERROR, exists(target.toString()));
    } catch (IOException e) {
      return unfinished(
          Fate.FAILED,
          TransferErrorCode.WRITE_ERROR,
          "The complete file could not be renamed to " + target + ": " + words(e));
    }
  }

  /// Takes the name only if it is free, in one step: on Unix a rename would replace a file that
  /// somebody else has made in between, a second link never does.
  private void claim() throws IOException {
    try {
      Files.createLink(target, part);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (FileSystemException | UnsupportedOperationException e) {
      Files.move(part, target); // FAT, for one, has no links
      return;
    }
    Files.delete(part);
  }

  private void replace() throws IOException {
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(target)) { // never put a file in the place of a device
      throw new FileAlreadyExistsException(target.toString());
    }
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// @return what went wrong, or null
  private @Nullable String close() {
    try {
      sink.close();
      return null;
    } catch (IOException e) {
      return "Writing " + part + " failed: " + words(e);
    }
  }

  /// Keeps what there is; an empty file is nothing.
  private FileResult unfinished(Fate fate, TransferErrorCode code, String sentence) {
    if (!sink.opened()) {
      return new FileResult(fate, code, sentence, 0, null);
    }
    if (sink.bytes() > 0) {
      return new FileResult(fate, code, sentence, sink.bytes(), part);
    }
    try {
      Files.deleteIfExists(part);
      return new FileResult(fate, code, sentence, 0, null);
    } catch (IOException e) {
      String also = "; the empty " + part + " could not be removed: " + words(e);
      return new FileResult(fate, code, sentence + also, 0, part);
    }
  }

  private String reason(TransferErrorCode result) {
    if (result == TransferErrorCode.WRITE_ERROR) {
      return writeReason();
    }
    TransferInfo info = transfer.info();
    String error = info.error();
    return error == null ? result.text() : error;
  }

  /// The sentence of the engine carries only the message of an exception, which for files is often
  /// nothing but a path: look what is the matter with it.
  private String writeReason() {
    Path directory = target.toAbsolutePath().getParent();
    if (directory != null && !Files.isDirectory(directory)) {
      return "The folder " + directory + " is not there";
    }
    if (directory != null && !sink.opened() && !Files.isWritable(directory)) {
      return "The folder " + directory + " cannot be written to";
    }
    if (!sink.opened() && Files.isSymbolicLink(part)) {
      return part + " is a symbolic link, which is not followed";
    }
    String error = transfer.info().error();
    return error == null ? "Writing " + part + " failed" : error;
  }

  private boolean isTaken() {
    return !overwrite && Files.exists(target, LinkOption.NOFOLLOW_LINKS);
  }

  private static String exists(String file) {
    return file + " is there already and was not overwritten";
  }

  private static String words(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "it is not there";
      case AccessDeniedException _ -> "access is denied";
      default -> {
        String message = e.getMessage();
        yield message == null ? e.toString() : message;
      }
    };
  }
}
