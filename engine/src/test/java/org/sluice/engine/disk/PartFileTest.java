package org.sluice.engine.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.engine.disk.DiskFailure.Kind;
import org.sluice.engine.disk.Finished.Step;
import org.sluice.engine.item.FileWish.IfExists;
import org.sluice.engine.item.FileWish.Preallocation;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

class PartFileTest {
  @TempDir private Path folder;
  private final DiskRig rig = new DiskRig();

  @AfterEach
  void end() {
    rig.close();
  }

  @Test
  void whatWasTakenIsForcedAndGetsItsName() throws Exception {
    PartFile file = rig.create(folder, "a.bin", IfExists.NUMBER);
    byte[] bytes = bytes(1_000_000);
    rig.write(file, 0, bytes);
    assertThat(folder.resolve("a.bin")).doesNotExist();
    Forced forced = rig.force(file);
    assertThat(forced.failure()).isNull();
    assertThat(forced.spans()).isEqualTo(Spans.of(new Span(0, bytes.length)));
    assertThat(rig.force(file).spans()).as("nothing new").isEqualTo(Spans.EMPTY);
    Instant time = Instant.parse("2020-02-03T04:05:06Z");
    Finished finished = rig.finish(file, bytes.length, IfExists.REFUSE, null, time);
    Path target = folder.toRealPath().resolve("a.bin");
    assertThat(finished).isEqualTo(new Finished.Saved(target, java.util.List.of()));
    assertThat(target).hasBinaryContent(bytes);
    assertThat(Files.getLastModifiedTime(target).toInstant()).isEqualTo(time);
    assertThat(file.part()).doesNotExist();
  }

  @Test
  void segmentsAreWrittenWhereTheyBelong() throws Exception {
    PartFile file = rig.create(folder, "a.bin", IfExists.NUMBER);
    byte[] bytes = bytes(3_000_000);
    int half = 1_500_000;
    for (int at = 0; at < half; at += 10_000) { // two segments in turn, small chunks
      rig.write(file, at, java.util.Arrays.copyOfRange(bytes, at, at + 10_000));
      rig.write(
          file, half + at, java.util.Arrays.copyOfRange(bytes, half + at, half + at + 10_000));
    }
    assertThat(rig.finish(file, bytes.length)).isInstanceOf(Finished.Saved.class);
    assertThat(folder.resolve("a.bin")).hasBinaryContent(bytes);
  }

  @Test
  void whatWasTakenCanBeReadAtOnce() {
    PartFile file = rig.create(folder, "a.bin", IfExists.NUMBER);
    byte[] bytes = bytes(700_000);
    rig.write(file, 5, bytes);
    var answer = (DiskAnswer.Done<ByteBuffer>) rig.read(file, 5, 700_005);
    assertThat(answer.value()).isEqualTo(ByteBuffer.wrap(bytes));
    var failed = (DiskAnswer.Failed<ByteBuffer>) rig.read(file, 700_000, 700_006);
    assertThat(failed.failure().kind()).isEqualTo(Kind.INCOMPLETE);
    assertThat(failed.failure().sentence()).contains("ends at 700005");
    assertThatIllegalArgumentException().isThrownBy(() -> rig.read(file, 0, 5 << 20));
  }

  @Test
  void aFileThatLacksBytesDoesNotGetItsName() {
    PartFile file = rig.create(folder, "a.bin", IfExists.NUMBER);
    rig.write(file, 0, bytes(1_000));
    var kept = (Finished.Kept) rig.finish(file, 1_001);
    assertThat(kept.step()).isEqualTo(Step.LENGTH);
    assertThat(kept.failure().sentence()).contains("has 1000 bytes, not 1001");
    assertThat(kept.part()).hasSize(1_000);
    assertThat(folder.resolve("a.bin")).doesNotExist();
  }

  @Test
  void roomBehindTheEndIsCutOff() {
    PartFile file =
        rig.opened(
            new PartOrder.Fresh(folder, "a", IfExists.NUMBER, Preallocation.SPARSE, 500_000));
    assertThat(file.openedBytes()).isEqualTo(500_000);
    rig.write(file, 0, bytes(1_000));
    assertThat(rig.finish(file, 1_000)).isInstanceOf(Finished.Saved.class);
    assertThat(folder.resolve("a")).hasBinaryContent(bytes(1_000));
  }

  @Test
  void anEmptyFileIsAFileToo() {
    PartFile file = rig.create(folder, "a", IfExists.NUMBER);
    assertThat(rig.finish(file, 0)).isInstanceOf(Finished.Saved.class);
    assertThat(folder.resolve("a")).isEmptyFile();
  }

  @Test
  void aTakenNameIsNumberedFromTheStart() throws Exception {
    Files.writeString(folder.resolve("a.tar.gz"), "mine");
    PartFile first = rig.create(folder, "a.tar.gz", IfExists.NUMBER);
    PartFile second = rig.create(folder, "a.tar.gz", IfExists.NUMBER);
    assertThat(first.target()).hasFileName("a (1).tar.gz");
    assertThat(second.target()).hasFileName("a (2).tar.gz");
    assertThat(second.part()).hasFileName("a (2).tar.gz.part");
    assertThat(folder.resolve("a.tar.gz")).hasContent("mine");
  }

  @Test
  void aTakenNameIsRefusedIfThatIsWished() throws Exception {
    Files.writeString(folder.resolve("a"), "mine");
    var refused =
        (PartOpening.Refused)
            rig.open(new PartOrder.Fresh(folder, "a", IfExists.REFUSE, Preallocation.NONE, -1));
    assertThat(refused.failure().kind()).isEqualTo(Kind.NAME_TAKEN);
    assertThat(folder.resolve("a.part")).doesNotExist();
  }

  @Test
  void aNameThatIsTakenInTheMeantimeIsNotOverwritten() throws Exception {
    PartFile file = rig.create(folder, "a", IfExists.REFUSE);
    rig.write(file, 0, bytes(10));
    Files.writeString(folder.resolve("a"), "mine");
    var kept = (Finished.Kept) rig.finish(file, 10, IfExists.REFUSE, null, null);
    assertThat(kept.step()).isEqualTo(Step.CLAIM);
    assertThat(kept.failure().kind()).isEqualTo(Kind.NAME_TAKEN);
    assertThat(kept.failure().sentence()).contains("complete file is kept as").contains("a.part");
    assertThat(kept.part()).hasBinaryContent(bytes(10));
    assertThat(folder.resolve("a")).hasContent("mine");
  }

  @Test
  void aNameThatIsTakenInTheMeantimeGetsANumber() throws Exception {
    PartFile file = rig.create(folder, "a.txt", IfExists.NUMBER);
    rig.write(file, 0, bytes(10));
    Files.writeString(folder.resolve("a.txt"), "mine");
    Files.writeString(folder.resolve("a (1).txt"), "mine too");
    var saved = (Finished.Saved) rig.finish(file, 10);
    assertThat(saved.target()).hasFileName("a (2).txt").hasBinaryContent(bytes(10));
    assertThat(folder.resolve("a.txt")).hasContent("mine");
  }

  @Test
  void overwritesOnlyAFileAndOnlyWhenTold() throws Exception {
    Files.writeString(folder.resolve("a"), "old");
    PartFile file = rig.create(folder, "a", IfExists.OVERWRITE);
    rig.write(file, 0, bytes(10));
    assertThat(folder.resolve("a")).hasContent("old");
    var saved = (Finished.Saved) rig.finish(file, 10, IfExists.OVERWRITE, null, null);
    assertThat(saved.target()).hasFileName("a").hasBinaryContent(bytes(10));

    PartFile other = rig.create(folder, "d", IfExists.OVERWRITE);
    Files.createDirectory(folder.resolve("d"));
    var kept = (Finished.Kept) rig.finish(other, 0, IfExists.OVERWRITE, null, null);
    assertThat(kept.failure().kind()).isEqualTo(Kind.NAME_TAKEN);
    assertThat(folder.resolve("d")).isDirectory();
    var order = new PartOrder.Fresh(folder, "d", IfExists.OVERWRITE, Preallocation.NONE, -1);
    assertThat(refusal(order)).as("at once").isEqualTo(Kind.NAME_TAKEN);
  }

  @Test
  void aPartFileOfSomebodyElseIsLeftAlone() throws Exception {
    Files.writeString(folder.resolve("a.part"), "not ours");
    PartFile file = rig.create(folder, "a", IfExists.OVERWRITE);
    assertThat(file.part()).hasFileName("a (1).part");
    assertThat(file.target()).hasFileName("a");
    assertThat(folder.resolve("a.part")).hasContent("not ours");
  }

  @Test
  void aKeptFileIsGoneOnWith() {
    PartFile file = rig.create(folder, "a", IfExists.NUMBER);
    rig.write(file, 0, bytes(10));
    rig.close(file);
    PartFile again = rig.opened(new PartOrder.Kept(file.part(), file.target(), file.key()));
    assertThat(again.openedBytes()).isEqualTo(10);
    assertThat(again.key()).isEqualTo(file.key()).isNotNull();
    rig.write(again, 10, bytes(5));
    assertThat(rig.finish(again, 15)).isInstanceOf(Finished.Saved.class);
    assertThat(folder.resolve("a")).hasSize(15);
  }

  @Test
  void anotherFileInThePlaceOfAKeptOneIsRefused() throws Exception {
    PartFile file = rig.create(folder, "a", IfExists.NUMBER);
    rig.close(file);
    Path other = Files.writeString(folder.resolve("other"), "x");
    Files.move(file.part(), folder.resolve("away"));
    var kept = new PartOrder.Kept(file.part(), file.target(), file.key());
    assertThat(refusal(kept)).isEqualTo(Kind.FILE_GONE);
    Files.createSymbolicLink(file.part(), folder.resolve("away"));
    assertThat(refusal(kept)).isEqualTo(Kind.LINK_IN_THE_WAY);
    Files.delete(file.part());
    Files.move(other, file.part());
    assertThat(refusal(kept)).isEqualTo(Kind.NOT_OURS);
    assertThat(file.part()).hasContent("x");
    assertThat(refusal(new PartOrder.Kept(folder.resolve("no/a.part"), file.target(), null)))
        .isEqualTo(Kind.FOLDER_GONE);
  }

  @Test
  void aClaimThatWasCutOffIsEnded() throws Exception {
    PartFile file = rig.create(folder, "a", IfExists.NUMBER);
    rig.write(file, 0, bytes(10));
    rig.close(file);
    Files.createLink(file.target(), file.part());
    var kept = new PartOrder.Kept(file.part(), file.target(), file.key());
    assertThat(rig.open(kept)).isEqualTo(new PartOpening.Claimed(file.target()));
    assertThat(file.part()).doesNotExist();
    assertThat(rig.open(kept)).as("again").isEqualTo(new PartOpening.Claimed(file.target()));
    assertThat(file.target()).hasBinaryContent(bytes(10));
  }

  @Test
  void aClosedFileTakesNothingAndSaysSo() {
    PartFile file = rig.create(folder, "a", IfExists.NUMBER);
    rig.close(file);
    rig.close(file);
    assertThat(file.offer(0, ByteBuffer.allocate(1), () -> {})).isFalse();
    DiskFailure failure = rig.force(file).failure();
    assertThat(failure).isNotNull().extracting(DiskFailure::kind).isEqualTo(Kind.CANCELLED);
    assertThat(rig.finish(file, 0)).isInstanceOf(Finished.Kept.class);
    assertThat(rig.read(file, 0, 1)).isInstanceOf(DiskAnswer.Failed.class);
  }

  @Test
  void aFolderThatCannotBeIsSaid() throws Exception {
    Files.writeString(folder.resolve("file"), "x");
    var order =
        new PartOrder.Fresh(
            folder.resolve("file/sub"), "a", IfExists.NUMBER, Preallocation.NONE, -1);
    assertThat(refusal(order)).isIn(Kind.FOLDER_GONE);
    var inside = new PartOrder.Fresh(folder, "../a", IfExists.NUMBER, Preallocation.NONE, -1);
    assertThat(((PartOpening.Refused) rig.open(inside)).failure().sentence())
        .contains("not the name of a file");
  }

  @Test
  void aFolderIsMadeAndALinkToItIsResolvedOnce() throws Exception {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    PartFile file = rig.create(link.resolve("x/y"), "a", IfExists.NUMBER);
    assertThat(file.part()).isEqualTo(real.toRealPath().resolve("x/y/a.part")).exists();
  }

  @Test
  void aFileThatIsTakenAwayIsNoticedAtTheNextForce() throws Exception {
    PartFile file = rig.create(folder.resolve("sub"), "a", IfExists.NUMBER);
    rig.write(file, 0, bytes(10));
    assertThat(rig.force(file).failure()).isNull();
    Files.delete(file.part());
    rig.write(file, 10, bytes(10));
    assertThat(rig.force(file).failure())
        .isNotNull()
        .extracting(DiskFailure::kind)
        .isEqualTo(Kind.FILE_GONE);
    assertThat(rig.finish(file, 20)).isInstanceOf(Finished.Kept.class);

    PartFile other = rig.create(folder.resolve("sub2"), "a", IfExists.NUMBER);
    rig.write(other, 0, bytes(10));
    Files.move(folder.resolve("sub2"), folder.resolve("moved"));
    var kept = (Finished.Kept) rig.finish(other, 10);
    assertThat(kept.failure().kind()).isEqualTo(Kind.FOLDER_GONE);
    assertThat(folder.resolve("moved/a.part")).hasSize(10);
  }

  @Test
  void aFileIsMarkedBeforeItHasItsName() throws Exception {
    assumeTrue(
        Files.getFileStore(folder).supportsFileAttributeView(UserDefinedFileAttributeView.class),
        "this file system keeps attributes");
    PartFile file = rig.create(folder, "a", IfExists.REFUSE);
    Files.writeString(folder.resolve("a"), "in the way");
    WebMark mark = new WebMark("http://h/a?b", null, Instant.EPOCH);
    var kept = (Finished.Kept) rig.finish(file, 0, IfExists.REFUSE, mark, null);
    assertThat(Files.getAttribute(kept.part(), "user:xdg.origin.url"))
        .isEqualTo("http://h/a".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aNameThatIsTooLongForTheFolderIsCut() {
    PartFile file = rig.create(folder, "n".repeat(300) + ".tar.gz", IfExists.NUMBER);
    assertThat(file.target().getFileName().toString()).startsWith("nnn").endsWith("n.tar.gz");
    assertThat(file.part()).exists();
  }

  @Test
  void deletesAndMovesAsideOnlyWhatIsMeant() throws Exception {
    PartFile file = rig.create(folder, "a", IfExists.NUMBER);
    rig.write(file, 0, "bytes".getBytes(StandardCharsets.UTF_8));
    rig.close(file);
    Files.writeString(folder.resolve("a.part.old-1"), "older");
    Path aside =
        ((DiskAnswer.Done<Path>)
                rig.<DiskAnswer<Path>>answer(
                    then -> rig.disk().moveAside(file.part(), rig.owner(), then)))
            .value();
    assertThat(aside).hasFileName("a.part.old-2").hasContent("bytes");
    assertThat(folder.resolve("a.part.old-1")).hasContent("older");
    assertThat(delete(file.part(), file.key())).isEqualTo(new DiskAnswer.Done<>(false));
    Path other = Files.writeString(folder.resolve("other"), "x");
    var refused = (DiskAnswer.Failed<Boolean>) delete(other, file.key());
    assertThat(refused.failure().kind()).isEqualTo(Kind.NOT_OURS);
    assertThat(other).exists();
    assertThat(delete(aside, file.key())).isEqualTo(new DiskAnswer.Done<>(true));
    assertThat(aside).doesNotExist();
  }

  private DiskAnswer<Boolean> delete(Path path, String key) {
    return rig.answer(then -> rig.disk().delete(path, key, rig.owner(), then));
  }

  private Kind refusal(PartOrder order) {
    return ((PartOpening.Refused) rig.open(order)).failure().kind();
  }

  private static byte[] bytes(int length) {
    byte[] out = new byte[length];
    new Random(7).nextBytes(out);
    return out;
  }
}
