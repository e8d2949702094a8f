package org.sluice.engine.golden;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What two traces of one scenario must have in common: for each transfer its sockets, opened,
/// watched, left and closed, and its completion, in order.
///
/// A socket is written down when watching it begins, with the first action, and when it ends; how
/// often the wish changes in between is an accident of timing. NONE ends watching in its own way.
///
/// **Source**: `golden/README.md` of the tests, "How to compare another implementation".
final class Projection {
  private final Map<String, List<String>> byTransfer = new TreeMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> owners = new HashMap<>();
  private final Set<String> watched = new HashSet<>();

  private Projection() {}

  /// Steps of each transfer, by its number.
  static Map<String, List<String>> of(List<Line> lines) {
    Projection made = new Projection();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      String socket = line.get("s");
      if (line.is("msg")) {
        made.step(
            line.text("easy"),
            "msg " + line.text("result") + " " + line.text("http") + " " + line.text("body"));
      } else if (socket != null && socket.startsWith("S")) {
        made.socket(line, socket, lines.subList(i, lines.size()));
      }
    }
    return made.byTransfer;
  }

  /// The same, with NONE written as libcurl says it.
  static Map<String, List<String>> asRemove(List<Line> lines) {
    Map<String, List<String>> steps = of(lines);
    steps.replaceAll(
        (easy, list) -> list.stream().map(step -> step.replace("NONE", "REMOVE")).toList());
    return steps;
  }

  private void socket(Line line, String socket, List<Line> rest) {
    String name = names.computeIfAbsent(socket, s -> "S" + names.size());
    switch (line.ev()) {
      case "open" -> {
        owners.put(socket, owner(line, socket, rest));
        step(owners.get(socket), name + " open " + line.text("family"));
      }
      case "close" -> step(owners.get(socket), name + " close");
      case "sock" -> {
        if (isTransfer(line.get("easy"))) {
          owners.put(socket, line.text("easy"));
        }
        watch(owners.get(socket), name, line.text("what"));
      }
      default -> {}
    }
  }

  private void watch(@Nullable String easy, String name, String what) {
    boolean ends = what.equals("REMOVE") || what.equals("NONE");
    if (ends ? watched.remove(name) || what.equals("REMOVE") : watched.add(name)) {
      step(easy, name + " " + what);
    }
  }

  private void step(@Nullable String easy, String step) {
    byTransfer.computeIfAbsent(easy == null ? "0" : easy, e -> new ArrayList<>()).add(step);
  }

  /// Who opened it: as the line says, or whoever is named first with this socket.
  private static @Nullable String owner(Line open, String socket, List<Line> rest) {
    if (isTransfer(open.get("easy"))) {
      return open.get("easy");
    }
    return rest.stream()
        .filter(line -> line.is("sock") && socket.equals(line.get("s")))
        .map(line -> line.get("easy"))
        .filter(Projection::isTransfer)
        .findFirst()
        .orElse(null);
  }

  private static boolean isTransfer(@Nullable String easy) {
    return easy != null && !easy.equals("internal");
  }
}
