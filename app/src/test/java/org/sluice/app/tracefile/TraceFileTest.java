package org.sluice.app.tracefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.app.tape.RandomTape;
import org.sluice.app.tape.Tape;
import org.sluice.engine.multi.Poll;
import org.sluice.engine.trace.TraceEvent;

class TraceFileTest {
  private static final TraceHead HEAD = new TraceHead("Sluice", 0, 5_000, false);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsWrittenIsReadAgain(long seed) throws IOException {
    Tape tape = random(seed, 20_000);
    Path file = folder.resolve("t.jsonl");
    TraceExport.write(tape, TraceExport.Format.JSONL, file, HEAD);
    LoadedTrace read = TraceFileReader.read(file);
    assertThat(read.skipped()).as("seed %d", seed).isZero();
    assertThat(read.wallOffsetNanos()).isEqualTo(5_000);
    assertThat(read.tape().end()).isEqualTo(tape.end());
    for (long at = 0; at < tape.end(); at++) {
      assertThat(read.tape().event(at)).as("seed %d, event %d", seed, at).isEqualTo(tape.event(at));
    }
    for (long at = 1; at <= tape.end(); at += 777) {
      assertThat(read.tape().at(at).snapshot())
          .as("seed %d, position %d", seed, at)
          .isEqualTo(tape.at(at).snapshot());
    }
  }

  @Test
  void secretsStayOutUnlessTheyAreWanted() throws IOException {
    Tape tape = new Tape();
    String url = "https://me:geheim@example.org/a?token=abc&page=2";
    tape.append(new TraceEvent.Note(0, 1, 0, -1, "transfer 1 = " + url));
    for (TraceExport.Format format : TraceExport.Format.values()) {
      Path file = folder.resolve("x");
      TraceExport.write(tape, format, file, HEAD);
      assertThat(Files.readString(file))
          .as("%s", format)
          .doesNotContain("geheim", "abc")
          .contains("example.org");
      TraceExport.write(tape, format, file, new TraceHead("Sluice", 0, 0, true));
      assertThat(Files.readString(file)).as("%s", format).contains("geheim");
    }
  }

  @Test
  void aTraceOfLibcurlCanBeLookedAt() throws IOException {
    Path file =
        write(
            """
            {"n":0,"t":0,"d":0,"ev":"meta","scenario":"small","libcurl":"8.17","ssl":"x","asynch_dns":true}
            {"n":1,"t":1,"d":0,"ev":"call","fn":"curl_multi_add_handle","easy":0}
            {"n":2,"t":2,"d":1,"ev":"open","easy":0,"s":"S0","family":"inet"}
            {"n":3,"t":2,"d":1,"ev":"sock","easy":0,"s":"S0","what":"OUT","socketp":null}
            {"n":4,"t":3,"d":1,"ev":"timer","cls":">0","ms":200}
            {"n":5,"t":9,"d":0,"ev":"end","socket_callbacks":1,"timer_callbacks":1}
            """);
    LoadedTrace read = TraceFileReader.read(file);
    assertThat(read.tape().now().socket(1).poll()).isEqualTo(Poll.OUT);
    assertThat(read.tape().now().socket(1).transfers()).containsExactly(1L);
    assertThat(read.tape().endNanos()).isEqualTo(3_000_000);
  }

  @Test
  void aFileThatWasCutOffOrHasBadLinesIsReadAsFarAsItGoes() throws IOException {
    Path file =
        write(
            """
            {"n":0,"t":0,"d":0,"ev":"meta","format":"sluice-trace","version":1}
            {"n":1,"t":1,"d":0,"ev":"fired"}
            nonsense
            {"n":2,"ev":"sock","what":"SIDEWAYS","s":"S0"}
            {"n":3,"t":2,"ev":"lost","count":17}
            {"n":4,"t":3,"d":0,"ev":"fired"}
            {"n":5,"t":4,"d":0,"ev":"fi""");
    LoadedTrace read = TraceFileReader.read(file);
    assertThat(read.tape().end()).isEqualTo(2);
    assertThat(read.skipped()).isEqualTo(3);
    assertThat(read.lost()).isEqualTo(17);
  }

  /// What was being written when the power went.
  @Test
  void aLetterThatWasCutInTwoCostsItsLineOnly() throws IOException {
    Path file =
        write(
            """
            {"n":0,"t":0,"d":0,"ev":"meta","format":"sluice-trace","version":1}
            {"n":1,"t":1,"d":0,"ev":"fired"}
            {"n":2,"t":1,"d":0,"ev":"note","text":"é""");
    byte[] all = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(all, all.length - 1));
    LoadedTrace read = TraceFileReader.read(file);
    assertThat(read.tape().end()).isEqualTo(1);
    assertThat(read.skipped()).isEqualTo(1);
  }

  @Test
  void everySocketHasItsNameInPerfetto() throws IOException {
    Path file = folder.resolve("out");
    Tape tape = random(4, 2_000);
    TraceExport.write(tape, TraceExport.Format.CHROME, file, HEAD);
    List<JsonLine> events = JsonLine.of(Files.readString(file)).objects("traceEvents");
    Set<Long> named =
        events.stream()
            .filter(e -> e.text("name", "").equals("thread_name"))
            .map(e -> e.number("tid", 0))
            .collect(Collectors.toSet());
    named.add(0L); // the process
    assertThat(events.stream().map(e -> e.number("tid", 0)).distinct())
        .containsExactlyInAnyOrderElementsOf(named);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "hello", "{}", "{\"ev\":\"meta\",\"version\":99}", "{\"ev\":\"meta\"}"})
  void whatIsNoTraceIsRefusedWithASentence(String text) throws IOException {
    Path file = write(text);
    assertThatThrownBy(() -> TraceFileReader.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("t.jsonl ");
  }

  @ParameterizedTest
  @EnumSource(TraceExport.Format.class)
  void everyEventIsInTheExport(TraceExport.Format format) throws IOException {
    Tape tape = random(4, 2_000);
    Path file = folder.resolve("out");
    TraceExport.write(tape, format, file, HEAD);
    List<String> lines = Files.readAllLines(file);
    switch (format) {
      case JSONL -> assertThat(lines).hasSizeGreaterThan((int) tape.end() + 2);
      case CSV -> {
        assertThat(lines).hasSize((int) tape.end() + 1);
        assertThat(lines.getFirst()).startsWith("time,seconds,socket");
        assertThat(lines).allMatch(line -> line.split(",", -1).length >= 7);
      }
      case CHROME -> {
        JsonLine json = JsonLine.of(String.join("\n", lines));
        List<JsonLine> events = json.objects("traceEvents");
        assertThat(events).hasSizeGreaterThan(1_000);
        assertThat(events).anyMatch(e -> e.text("name", "").equals("OUT"));
        assertThat(events).anyMatch(e -> e.text("name", "").startsWith("socketAction("));
      }
    }
  }

  private static Tape random(long seed, int events) {
    RandomTape engine = new RandomTape(seed);
    Tape tape = new Tape();
    int steps = 0;
    while (tape.end() < events) {
      engine.step().forEach(tape::append);
      if (++steps % 100 == 0) {
        tape.sample(engine.snapshot(tape.now()), RandomTape.noDownloads());
      }
    }
    return tape;
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("t.jsonl"), text);
  }
}
