package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.engine.download.FileResult.Fate;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.request.TransferOptions;

class FileDownloadTest {
  @TempDir private Path folder;
  private Path target;

  @BeforeEach
  void setUp() {
    target = folder.resolve("file.txt");
  }

  @Test
  void aWholeBodyGetsTheName() throws IOException {
    FileDownload download = download(false);
    answer(download, 200, 5);
    write(download, "hel");
    assertThat(target).doesNotExist();
    assertThat(download.part()).hasFileName("file.txt.part").exists();
    write(download, "lo");
    FileResult result = download.finish(TransferErrorCode.OK);
    assertThat(result).isEqualTo(new FileResult(Fate.SAVED, TransferErrorCode.OK, "", 5, target));
    assertThat(target).hasContent("hello");
    assertThat(download.part()).doesNotExist();
  }

  @Test
  void anEmptyBodyMakesAnEmptyFile() throws IOException {
    FileDownload download = download(false);
    answer(download, 200, 0);
    assertThat(download.finish(TransferErrorCode.OK).ok()).isTrue();
    assertThat(target).isEmptyFile();
  }

  @Test
  void aPartThatHasBytesIsKept() throws IOException {
    FileDownload download = download(false);
    answer(download, 200, 5);
    write(download, "hel");
    FileResult result = download.finish(TransferErrorCode.PARTIAL_FILE);
    assertThat(result.fate()).isEqualTo(Fate.FAILED);
    assertThat(result.kept()).isEqualTo(download.part());
    assertThat(result.bytes()).isEqualTo(3);
    assertThat(download.part()).hasContent("hel");
    assertThat(target).doesNotExist();
  }

  @Test
  void anEmptyPartIsRemoved() throws IOException {
    FileDownload download = download(false);
    answer(download, 200, 5);
    FileResult result = download.finish(TransferErrorCode.OPERATION_TIMEDOUT);
    assertThat(result.kept()).isNull();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anAnswerThatIsNoSuccessMakesNoFile() throws IOException {
    FileDownload download = download(false);
    answer(download, 302, 4);
    write(download, "gone");
    FileResult result = download.finish(TransferErrorCode.OK);
    assertThat(result.code()).isEqualTo(TransferErrorCode.HTTP_RETURNED_ERROR);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFileOfThatNameIsNotOverwritten() throws IOException {
    Files.writeString(target, "old");
    FileDownload download = download(false);
    answer(download, 200, 3);
    write(download, "new");
    FileResult result = download.finish(TransferErrorCode.OK);
    assertThat(result.fate()).isEqualTo(Fate.NAME_TAKEN);
    assertThat(result.sentence()).contains("there already");
    assertThat(result.kept()).isEqualTo(download.part());
    assertThat(target).hasContent("old");
    assertThat(download.part()).hasContent("new");
  }

  @Test
  void aLongBodyIsRefusedBeforeItComes() throws IOException {
    Files.writeString(target, "old");
    FileDownload download = download(false);
    assertThatThrownBy(() -> answer(download, 200, 1 << 30))
        .isInstanceOf(FileAlreadyExistsException.class);
    FileResult result = download.finish(TransferErrorCode.WRITE_ERROR);
    assertThat(result.fate()).isEqualTo(Fate.NAME_TAKEN);
    assertThat(result.kept()).isNull();
  }

  @Test
  void itIsOverwrittenIfAsked() throws IOException {
    Files.writeString(target, "old");
    FileDownload download = download(true);
    answer(download, 200, 3);
    write(download, "new");
    assertThat(download.finish(TransferErrorCode.OK).ok()).isTrue();
    assertThat(target).hasContent("new");
  }

  @Test
  void aFolderIsNeverOverwritten() throws IOException {
    Files.createDirectory(target);
    FileDownload download = download(true);
    answer(download, 200, 3);
    write(download, "new");
    FileResult result = download.finish(TransferErrorCode.OK);
    assertThat(result.fate()).isEqualTo(Fate.NAME_TAKEN);
    assertThat(target).isDirectory();
  }

  @Test
  void aLinkThatLiesInTheWayIsNotFollowed() throws IOException {
    Path elsewhere = Files.writeString(folder.resolve("precious"), "precious");
    FileDownload download = download(false);
    Files.createSymbolicLink(download.part(), elsewhere);
    assertThatThrownBy(() -> answer(download, 200, 3)).isInstanceOf(IOException.class);
    FileResult result = download.finish(TransferErrorCode.WRITE_ERROR);
    assertThat(result.sentence()).contains("symbolic link");
    assertThat(elsewhere).hasContent("precious");
  }

  @Test
  void aMissingFolderIsSaid() {
    target = folder.resolve("none").resolve("file.txt");
    FileDownload download = download(false);
    assertThatThrownBy(() -> answer(download, 200, 3)).isInstanceOf(IOException.class);
    assertThat(download.finish(TransferErrorCode.WRITE_ERROR).sentence()).contains("not there");
  }

  private FileDownload download(boolean overwrite) {
    return FileDownload.to(TransferOptions.get("http://h/x"), target, overwrite);
  }

  private static void answer(FileDownload download, int status, long length) throws IOException {
    download.transfer().sink().head(new ResponseHead(1, status, "", Headers.EMPTY, length));
  }

  private static void write(FileDownload download, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    download.transfer().sink().write(bytes);
  }
}
