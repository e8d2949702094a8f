package org.sluice.app.learn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sluice.app.learn.CodeLine.Mark;
import org.sluice.engine.loop.Step;

/// The nine steps as source text, with the lines that belong to each.
///
/// The Java text is a copy of the engine's own loop; a test compares the two. The C text is the same
/// for libcurl; a test holds its calls against what the gate of the engine names.
///
/// @param id `c` or `java`
record CodeListing(String id, List<CodeLine> lines) {
  /// The C text has a column of its own in front: the number of a step, or `+` for one more line of it.
  private static final int C_MARGIN = 2;

  private static final Pattern METHOD = Pattern.compile(" step([1-9])\\w+\\(");
  private static final Pattern GATE = Pattern.compile("gate(?:InCallback)?\\(Step\\.([A-Z_]+)");

  CodeListing {
    lines = List.copyOf(lines);
  }

  /// The application of libcurl's manual page.
  static CodeListing c() {
    List<CodeLine> lines = new ArrayList<>();
    int last = 0;
    for (String raw : read("nine-steps-c.txt")) {
      char margin = raw.isEmpty() ? ' ' : raw.charAt(0);
      int badge = Character.isDigit(margin) ? margin - '0' : 0;
      last = badge > 0 ? badge : margin == '+' ? last : 0;
      Set<Mark> marks = last == 0 ? Set.of() : Set.of(new Mark(Step.values()[last - 1], 0));
      String text = raw.length() <= C_MARGIN ? "" : raw.substring(C_MARGIN);
      lines.add(new CodeLine(lines.size() + 1, text, badge, marks));
    }
    return new CodeListing("c", lines);
  }

  /// The engine's own loop.
  static CodeListing java() {
    return java(read("nine-steps-java.txt"));
  }

  static CodeListing java(List<String> source) {
    List<CodeLine> lines = new ArrayList<>();
    Step awaited = null;
    int calls = 0;
    for (String raw : source) {
      Set<Mark> marks = new HashSet<>();
      if (awaited != null) {
        int call = awaited == Step.TELL_ACTION ? ++calls : 0;
        marks.add(new Mark(awaited, call));
        awaited = null;
      }
      Matcher gate = GATE.matcher(raw);
      if (gate.find()) {
        awaited = Step.valueOf(gate.group(1));
      }
      Matcher method = METHOD.matcher(raw);
      boolean declares = method.find() && raw.stripLeading().startsWith("private ");
      int badge = declares ? Integer.parseInt(method.group(1)) : 0;
      lines.add(new CodeLine(lines.size() + 1, raw, badge, marks));
    }
    return new CodeListing("java", lines);
  }

  /// Whether a line is the one to be done next.
  static boolean isCurrent(CodeLine line, @Nullable Moment now) {
    return now != null
        && line.marks().stream()
            .anyMatch(
                mark ->
                    mark.step() == now.step() && (mark.call() == 0 || mark.call() == call(now)));
  }

  private static int call(Moment now) {
    Acting acting = now.values().acting();
    return acting == null || acting.isSocket() ? 1 : acting.fired() ? 2 : 3;
  }

  /// The index of the line where a step begins; -1 if there is none.
  int indexOf(Step step) {
    for (CodeLine line : lines) {
      if (line.badge() == StepWords.number(step)) {
        return line.number() - 1;
      }
    }
    return -1;
  }

  /// As it is copied.
  String text() {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.text()).append('\n'));
    return text.toString();
  }

  /// The name of its tab.
  String title() {
    return LearnWords.text("code." + id.toLowerCase(Locale.ROOT));
  }

  private static List<String> read(String resource) {
    try (InputStream in =
        Objects.requireNonNull(CodeListing.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
