package org.sluice.engine.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.sluice.engine.lab.LabBytes;
import org.sluice.engine.lab.LabServer;

/// Some downloads in one process, which is killed at random moments until they are complete.
final class CrashRun {
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(3);
  private static final int MOST_STARTS = 100;

  /// What was seen.
  ///
  /// @param kills that hit each download while it was not complete, the fewest first
  record Seen(List<Integer> kills, long mostBytesLost, long mostMillisLost) {}

  private final LabServer lab;
  private final Path folder;
  private final Random random;
  private final long bytes;
  private final Map<String, Watched> watched = new LinkedHashMap<>();
  private final Map<String, Integer> kills = new LinkedHashMap<>();
  private final Set<Path> targets = new LinkedHashSet<>();
  private long mostBytesLost;
  private long mostMillisLost;

  CrashRun(LabServer lab, Path folder, long bytes, long seed) {
    this.lab = lab;
    this.folder = folder;
    this.bytes = bytes;
    random = new Random(seed);
  }

  /// Runs until all files are there.
  ///
  /// @param rate of each connection, bytes a second
  /// @param leastKills after so many of each download the process may live as long as it wants
  Seen run(int downloads, long rate, int leastKills) throws IOException, InterruptedException {
    Path files = Files.createDirectories(folder.resolve("files"));
    Path list = folder.resolve("list.txt");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < downloads; i++) {
      String key = folder.getFileName() + "-" + i;
      String path = "/throttled?size=" + bytes + "&rate=" + rate + "&key=" + key;
      lines.add(lab.http(path) + "\tfile" + i + ".bin");
    }
    Files.write(list, lines);
    for (int start = 0; ; start++) {
      if (start == MOST_STARTS) {
        throw new AssertionError("not complete after " + start + " starts");
      }
      Process process = start(files, list);
      int least = kills.size() < downloads ? 0 : Collections.min(kills.values());
      boolean mayLive = least >= leastKills && random.nextInt(3) == 0;
      if (live(process, mayLive)) {
        break;
      }
    }
    if (targets.size() != downloads) {
      throw new AssertionError("of " + downloads + " downloads these have ended: " + targets);
    }
    for (Path file : targets) {
      long difference = LabBytes.firstDifference(file, bytes);
      if (difference >= 0) {
        throw new AssertionError(file + " differs at byte " + difference);
      }
    }
    for (int i = 0; i < downloads; i++) {
      if (!targets.contains(files.resolve("file" + i + ".bin"))) {
        throw new AssertionError("file" + i + ".bin was named otherwise: " + targets);
      }
    }
    try (var left = Files.list(files)) {
      List<Path> orphans = left.filter(file -> !targets.contains(file)).toList();
      if (!orphans.isEmpty()) {
        throw new AssertionError("left behind: " + orphans);
      }
    }
    return new Seen(kills.values().stream().sorted().toList(), mostBytesLost, mostMillisLost);
  }

  private Process start(Path files, Path list) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            CrashChild.class.getName(),
            folder.resolve("data").toString(),
            files.toString(),
            list.toString())
        .redirectError(folder.resolve("stderr.txt").toFile())
        .start();
  }

  /// @return whether it has ended by itself, all complete
  private boolean live(Process process, boolean mayLive) throws IOException, InterruptedException {
    // By its handle: Process itself would close the stream that is read from here.
    ProcessHandle victim = process.toHandle();
    CompletableFuture<Void> killed = new CompletableFuture<>();
    boolean early = random.nextInt(4) == 0; // maybe before it is at work
    if (!mayLive && early) {
      killed = kill(victim, 500 + random.nextInt(1_300));
    }
    CompletableFuture<Void> tooLong =
        CompletableFuture.runAsync(
            victim::destroyForcibly,
            CompletableFuture.delayedExecutor(LONGEST_LIFE.toSeconds(), TimeUnit.SECONDS));
    List<String> open = new ArrayList<>();
    boolean allComplete = false;
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] words = line.split(" ", 4);
        switch (words[0]) {
          case "OPEN" -> opened(line.split(" ", -1), open);
          case "GO" -> {
            if (!mayLive && !early) {
              killed = kill(victim, random.nextInt(1_300));
            }
          }
          case "AT" -> of(words[2]).at(Long.parseLong(words[1]), Long.parseLong(words[3]));
          case "OVER" -> {
            if (!words[2].equals("COMPLETE")) {
              throw new AssertionError(line);
            }
            targets.add(Path.of(words[3]));
            allComplete = true;
          }
          default -> {}
        }
      }
    }
    int code = process.waitFor();
    tooLong.cancel(false);
    killed.cancel(false);
    if (code == 0 && allComplete) {
      return true;
    }
    if (code == 0 || (code < 128 && mayLive)) {
      throw new AssertionError(
          "exit " + code + ": " + Files.readString(folder.resolve("stderr.txt")));
    }
    if (!allComplete) { // else the kill came too late to mean anything
      open.forEach(id -> kills.merge(id, 1, Integer::sum));
    }
    return false;
  }

  private static CompletableFuture<Void> kill(ProcessHandle victim, int millis) {
    return CompletableFuture.runAsync(
        victim::destroyForcibly, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
  }

  private void opened(String[] words, List<String> open) {
    Watched.Loss loss = of(words[1]).reopened(Long.parseLong(words[3]));
    mostBytesLost = Math.max(mostBytesLost, loss.bytes());
    mostMillisLost = Math.max(mostMillisLost, loss.millis());
    if (!words[4].equals("COMPLETE")) {
      open.add(words[1]);
    }
  }

  private Watched of(String id) {
    return watched.computeIfAbsent(id, any -> new Watched());
  }
}
