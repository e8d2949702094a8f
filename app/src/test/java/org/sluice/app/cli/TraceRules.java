package org.sluice.app.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The invariants I1 to I6, I8, I10 and I12 on the lines of a written trace.
///
/// All twelve are checked on the engine itself; here it is the writing that is in question.
final class TraceRules {
  private final List<String> broken = new ArrayList<>();
  private final Map<String, String> announced = new HashMap<>();
  private final Map<String, String> assigned = new HashMap<>();
  private final Set<String> unfinished = new HashSet<>();
  private boolean timer;

  private TraceRules() {}

  /// One sentence for each line that breaks a rule.
  static List<String> broken(List<String> lines) {
    TraceRules rules = new TraceRules();
    int number = 0;
    for (String line : lines) {
      rules.expect(line, field(line, "n").equals(Integer.toString(number++)), "numbered wrongly");
      rules.check(line);
    }
    if (!rules.announced.isEmpty()) {
      rules.broken.add("I12: still announced at the end: " + rules.announced);
    }
    if (!rules.unfinished.isEmpty()) {
      rules.broken.add("I6: no message for " + rules.unfinished);
    }
    return rules.broken;
  }

  private void check(String line) {
    String socket = field(line, "s");
    switch (field(line, "ev")) {
      case "sock" -> socketCallback(line, socket);
      case "close" -> expect(line, !announced.containsKey(socket), "I4: closed while announced");
      case "timer" -> {
        boolean delete = field(line, "cls").equals("-1");
        expect(line, timer || !delete, "I10: no timer to delete");
        timer = !delete;
      }
      case "msg" -> expect(line, unfinished.remove(field(line, "easy")), "I6: a message too many");
      case "call" -> {
        switch (field(line, "fn")) {
          case "curl_multi_add_handle" -> unfinished.add(field(line, "easy"));
          case "curl_multi_assign" -> assigned.put(socket, field(line, "p"));
          default -> {}
        }
      }
      default -> {}
    }
  }

  private void socketCallback(String line, String socket) {
    String what = field(line, "what");
    String pointer = field(line, "socketp");
    boolean known = announced.containsKey(socket);
    expect(line, !field(line, "d").equals("0"), "I5: outside of a call");
    expect(line, known || !what.equals("REMOVE"), "I3: was not announced");
    expect(line, known || pointer.equals("null"), "I1: already has a pointer");
    expect(line, !known || pointer.equals(assigned.get(socket)), "I2: another pointer");
    expect(line, !what.equals(announced.get(socket)), "I8: the same again");
    if (what.equals("REMOVE")) {
      announced.remove(socket);
      assigned.remove(socket);
    } else {
      announced.put(socket, what);
    }
  }

  private void expect(String line, boolean kept, String rule) {
    if (!kept) {
      broken.add(rule + " in " + line);
    }
  }

  private static String field(String line, String name) {
    Matcher m = Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(line);
    return m.find() ? m.group(1) : "";
  }
}
