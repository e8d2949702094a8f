package org.sluice.app.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sluice.app.timeline.TravelViewModel;
import org.sluice.app.tracefile.LoadedTrace;
import org.sluice.app.tracefile.TraceFileReader;
import org.sluice.engine.trace.TraceEvent;

/// What the lines of a trace file say of a moment, read without any class of the Monitor: what that
/// shows is compared with it.
public final class TraceNumbers {
  private static final Pattern SOCKET =
      Pattern.compile("\\{\"socket\":([0-9]+),[^{}]*?\"poll\":\"([A-Z]+)\"");

  private static final int MOMENTS = 10;

  private final List<String> lines;

  private TraceNumbers(List<String> lines) {
    this.lines = lines;
  }

  /// Opens a trace and goes to ten moments of it, and from each by all kinds of steps.
  public static void check(Path file) throws IOException {
    TraceNumbers numbers = read(file);
    LoadedTrace trace = TraceFileReader.read(file);
    FakeFeed feed = new FakeFeed();
    MonitorViewModel model = new MonitorViewModel(feed, Path.of("folder"));
    model.show(trace);
    TravelViewModel travel = model.travel();
    for (int i = 1; i <= MOMENTS; i++) {
      long begin = trace.tape().begin();
      long place = begin + (trace.tape().end() - begin) * i / (MOMENTS + 1);
      List<Runnable> ways =
          List.of(
              () -> travel.goToEvent(place),
              () -> travel.stepEvent(true),
              () -> travel.stepTurn(true),
              () -> travel.stepSocket(true),
              () -> travel.stepTurn(false));
      for (Runnable way : ways) {
        way.run();
        model.pulse(feed.nanos);
        model.refresh(feed.nanos);
        numbers.check(model);
        travel.socketProperty().set(model.sockets().rows().getFirst().serial());
      }
    }
  }

  private static TraceNumbers read(Path file) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.removeIf(line -> number(line, "ns") < 0); // the first and the last
    lines.sort(Comparator.comparingLong(line -> number(line, "ns"))); // a sample may stand late
    return new TraceNumbers(lines);
  }

  /// Compares table, counters and lanes with the lines up to the event under the cursor.
  private void check(MonitorViewModel model) {
    TraceEvent event = Objects.requireNonNull(model.travel().lastEvent());
    Map<Long, String> polls = new TreeMap<>();
    long running = -1;
    long ok = 0;
    long failed = 0;
    boolean reached = false;
    for (String line : lines) {
      if (reached && (!is(line, "sample") || number(line, "ns") > event.nanos())) {
        break;
      }
      reached |= number(line, "q") == event.seq();
      if (is(line, "sample")) {
        Matcher socket = SOCKET.matcher(line);
        while (socket.find()) {
          polls.put(Long.valueOf(socket.group(1)), socket.group(2));
        }
        running = number(line, "running");
        ok = number(line, "ok");
        failed = number(line, "failed");
      } else if (is(line, "open")) {
        polls.putIfAbsent(number(line, "socket"), "NONE"); // nobody watches it before the callback
      } else if (is(line, "sock")) {
        polls.put(number(line, "socket"), text(line, "what"));
      } else if (is(line, "close")) {
        polls.remove(number(line, "socket"));
      } else if (is(line, "ret") && number(line, "running") >= 0) {
        running = number(line, "running");
      } else if (is(line, "msg")) {
        boolean well = text(line, "result").equals("CURLE_OK");
        ok += well ? 1 : 0;
        failed += well ? 0 : 1;
      }
    }
    String moment = "after event " + event.seq();
    assertThat(reached).as(moment).isTrue();
    assertThat(shown(model)).as("sockets " + moment).isEqualTo(polls);
    assertThat(digits(model.metrics().runningProperty().get()))
        .as("running " + moment)
        .isEqualTo(running);
    assertThat(digits(model.metrics().completionsProperty().get()))
        .as("completions " + moment)
        .isEqualTo(ok + failed);
    model
        .timeline()
        .lanes()
        .forEach(
            lane -> {
              String poll = polls.get(lane.serial());
              if (poll != null) {
                assertThat(lane.pollProperty().get().name())
                    .as("lane " + lane.serial() + " " + moment)
                    .isEqualTo(poll);
              }
            });
  }

  private static Map<Long, String> shown(MonitorViewModel model) {
    return model.sockets().rows().stream()
        .filter(row -> !row.gone())
        .collect(
            Collectors.toMap(
                SocketRow::serial,
                row -> row.pollProperty().get().name(),
                (a, _) -> a,
                TreeMap::new));
  }

  private static long digits(String shown) {
    return Long.parseLong(shown.replaceAll("[^0-9]", ""));
  }

  private static boolean is(String line, String event) {
    return line.contains("\"ev\":\"" + event + "\"");
  }

  /// -1 if it is not there.
  private static long number(String line, String key) {
    Matcher found = Pattern.compile("\"" + key + "\":(-?[0-9]+)").matcher(line);
    return found.find() ? Long.parseLong(found.group(1)) : -1;
  }

  private static String text(String line, String key) {
    Matcher found = Pattern.compile("\"" + key + "\":\"([^\"]*)\"").matcher(line);
    return found.find() ? found.group(1) : "";
  }
}
