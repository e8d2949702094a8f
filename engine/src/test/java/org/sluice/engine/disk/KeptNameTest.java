package org.sluice.engine.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.engine.disk.FaultyFiles.Kind;
import org.sluice.engine.item.FileWish.IfExists;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

/// A part file that an earlier process made and never forced.
class KeptNameTest {
  @TempDir private Path temp;

  @Test
  void itsNameIsForcedWithItsFirstBytes() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("folder")).toRealPath();
    Path attic = Files.createDirectory(temp.resolve("attic"));
    FaultyFiles files = new FaultyFiles(new SystemFiles(), attic, 1);
    try (DiskRig rig = new DiskRig(files, DiskLimits.DEFAULT)) {
      PartFile made = rig.create(folder, "file.bin", IfExists.REFUSE);
      rig.close(made);
      assertThat(files.done()).doesNotContain(Kind.FORCE_FOLDER);
      PartFile kept = rig.opened(new PartOrder.Kept(made.part(), made.target(), made.key()));
      rig.write(kept, 0, new byte[100]);
      assertThat(rig.force(kept).spans()).isEqualTo(Spans.of(new Span(0, 100)));
      assertThat(files.done()).endsWith(Kind.FORCE, Kind.FORCE_FOLDER);
      rig.close(kept);
    }
  }
}
