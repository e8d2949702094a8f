package org.sluice.engine.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.engine.disk.FaultyFiles;
import org.sluice.engine.lab.LabServer;

/// Whatever fails, and wherever the power goes: what the journal says is there and equal, and the
/// download goes on from it to the right file.
///
/// A sample of the points; `-Dsluice.faults=all` takes each of them.
@Timeout(2_400)
class FaultPointsTest {
  private static final int SAMPLE = 40;
  private static final int AT_ONCE = 6;

  /// Which operation is the n-th depends on the threads, so some more may come.
  private static final int SPARE = 4;

  @TempDir Path temp;
  private final long seed = Long.getLong("sluice.faults.seed", System.nanoTime());
  private final boolean all = "all".equals(System.getProperty("sluice.faults"));

  @Test
  void everyPointOfTheDisk() throws Exception {
    try (LabServer lab = LabServer.start()) {
      int operations =
          new FaultRun(lab, temp.resolve("sound"), FaultRun.Case.SOUND).run().operations();
      assertThat(operations).as("operations of a sound download").isGreaterThan(20);
      List<FaultRun.Case> cases = new ArrayList<>();
      for (FaultyFiles.Fault fault : FaultyFiles.Fault.values()) {
        for (int n = 1; fault != FaultyFiles.Fault.NONE && n <= operations + SPARE; n++) {
          cases.add(new FaultRun.Case(fault, FaultyJournal.Fault.NONE, n, seed + 31L * n));
        }
      }
      runAll(lab, cases);
    }
  }

  @Test
  void everyCommitOfTheJournal() throws Exception {
    try (LabServer lab = LabServer.start()) {
      long posts = new FaultRun(lab, temp.resolve("sound"), FaultRun.Case.SOUND).run().posts();
      assertThat(posts).as("posts of a sound download").isGreaterThan(5);
      List<FaultRun.Case> cases = new ArrayList<>();
      for (FaultyJournal.Fault fault : FaultyJournal.Fault.values()) {
        for (int n = 1; fault != FaultyJournal.Fault.NONE && n <= posts + SPARE; n++) {
          cases.add(new FaultRun.Case(FaultyFiles.Fault.NONE, fault, n, seed + 31L * n));
        }
      }
      runAll(lab, cases);
    }
  }

  private void runAll(LabServer lab, List<FaultRun.Case> cases) throws Exception {
    Collections.shuffle(cases, new Random(seed));
    List<FaultRun.Case> chosen = all ? cases : cases.subList(0, Math.min(SAMPLE, cases.size()));
    Queue<String> wrong = new ConcurrentLinkedQueue<>();
    List<FaultRun.Seen> seen = new ArrayList<>();
    long begun = System.nanoTime();
    try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<FaultRun.Seen>> runs = new ArrayList<>();
      for (int i = 0; i < chosen.size(); i++) {
        FaultRun.Case one = chosen.get(i);
        Path place = temp.resolve("run" + i);
        runs.add(workers.submit(() -> run(lab, place, one, wrong)));
      }
      for (Future<FaultRun.Seen> run : runs) {
        try {
          seen.add(run.get());
        } catch (ExecutionException e) {
          // it is in the list of what is wrong
        }
      }
    }
    System.out.printf(
        "faults: %d of %d points, %d stopped it, %d of these with bytes committed, %d s%n",
        chosen.size(),
        cases.size(),
        seen.stream().filter(FaultRun.Seen::stopped).count(),
        seen.stream().filter(s -> s.stopped() && s.committedThen() > 0).count(),
        (System.nanoTime() - begun) / 1_000_000_000);
    assertThat(wrong).as("of %s points, seed %s", chosen.size(), seed).isEmpty();
    assertThat(seen).anyMatch(s -> s.stopped() && s.committedThen() > 0);
  }

  private static FaultRun.Seen run(
      LabServer lab, Path place, FaultRun.Case one, Queue<String> wrong) throws IOException {
    try {
      return new FaultRun(lab, place, one).run();
    } catch (AssertionError | IOException | RuntimeException e) {
      java.io.StringWriter trace = new java.io.StringWriter();
      e.printStackTrace(new java.io.PrintWriter(trace));
      wrong.add(one + ": " + trace);
      throw e;
    }
  }
}
