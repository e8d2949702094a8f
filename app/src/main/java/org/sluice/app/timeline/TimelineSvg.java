package org.sluice.app.timeline;

import java.util.List;
import java.util.Locale;
import org.sluice.engine.multi.Poll;

/// The timeline as SVG: clock, timer, a lane for each socket, with names and a title in each band for
/// a reader that asks for it. In the colours of the light theme, for paper.
///
/// **Threads**: a pure function.
public final class TimelineSvg {
  private static final double LABELS = 216;
  private static final double TOP = 56;
  private static final double LANE = LaneRaster.LANE;
  private static final String[] COLOURS = {"#8c959f", "#1a72d6", "#c2560c", "#571a80", "#24292f"};
  private static final double SLOPE = 21;
  private static final long MILLI = 1_000_000L;
  private static final int MOST_TICKS = 20_000;

  private final StringBuilder out = new StringBuilder();
  private final TimeScale scale;

  private TimelineSvg(TimeScale scale) {
    this.scale = scale;
  }

  /// The part of the time that `scale` shows.
  public static String of(List<Lane> lanes, TimerHistory timer, TimeScale scale) {
    TimelineSvg svg = new TimelineSvg(scale);
    svg.all(lanes, timer);
    return svg.out.toString();
  }

  private void all(List<Lane> lanes, TimerHistory timer) {
    double width = LABELS + scale.width();
    double height = TOP + lanes.size() * LANE + 8;
    add("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\"", width, height);
    add(" viewBox=\"0 0 %.0f %.0f\" font-family=\"IBM Plex Sans, sans-serif\"", width, height);
    add(" font-size=\"12\">\n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n");
    long apart = scale.markNanos();
    for (long at = scale.firstMark(); at <= scale.toNanos(); at += apart) {
      double x = x(at);
      add("<path d=\"M%.1f 4V%.0f\" stroke=\"#eaeef2\"/>", x, height);
      add("<text x=\"%.1f\" y=\"16\" fill=\"#57606a\">", x + 4);
      out.append(Clock.mark(at + scale.wallOffsetNanos(), apart)).append("</text>\n");
    }
    add("<text x=\"12\" y=\"47\" font-weight=\"600\">%s</text>\n", TimelineWords.text("timer"));
    slopes(timer);
    for (int i = timer.indexAt(scale.fromNanos());
        i < timer.size() && timer.nanosAt(i) <= scale.toNanos();
        i++) {
      if (timer.kindAt(i) == TimerHistory.Kind.FIRED) {
        double x = x(timer.nanosAt(i));
        add("<path d=\"M%.1f 47l3.5 -6l3.5 6z\" fill=\"#24292f\"/>\n", x - 3.5);
      }
    }
    for (int i = 0; i < lanes.size(); i++) {
      lane(lanes.get(i), TOP + i * LANE);
    }
    out.append("</svg>\n");
  }

  /// From arming down to the deadline, cut where the timer was armed anew, deleted or fired.
  private void slopes(TimerHistory timer) {
    double drawnTo = x(scale.fromNanos());
    for (int i = Math.max(0, timer.indexAt(scale.fromNanos()) - 1);
        i < timer.size() && timer.nanosAt(i) <= scale.toNanos();
        i++) {
      long armed = timer.nanosAt(i);
      long deadline = timer.deadlineAt(i);
      long next = i + 1 < timer.size() ? timer.nanosAt(i + 1) : Long.MAX_VALUE;
      long begin = Math.max(armed, scale.fromNanos());
      long end = Math.min(Math.min(deadline, next), scale.toNanos());
      if (timer.kindAt(i) != TimerHistory.Kind.ARMED || end <= begin || x(end) - drawnTo < 0.3) {
        continue;
      }
      drawnTo = x(end);
      double whole = (double) (deadline - armed) / SLOPE;
      add("<path d=\"M%.1f 47v%.1f", x(begin), -(deadline - begin) / whole);
      add("L%.1f %.1fV47z\" fill=\"#d0d7de\">", x(end), 47 - (deadline - end) / whole);
      add("<title>%d ms</title></path>\n", (deadline - armed) / MILLI);
    }
  }

  private void lane(Lane lane, double top) {
    add("<g><text x=\"12\" y=\"%.1f\" font-weight=\"600\">%d</text>", top + 15, lane.serial());
    add("<text x=\"48\" y=\"%.1f\" fill=\"#57606a\">", top + 15);
    escaped(lane.peerProperty().get());
    out.append("</text>\n");
    PollHistory history = lane.history();
    for (int i = Math.max(0, history.indexAt(scale.fromNanos()) - 1);
        i < history.size() && history.nanosAt(i) <= scale.toNanos();
        i++) {
      long until = i + 1 < history.size() ? history.nanosAt(i + 1) : scale.toNanos();
      double left = x(Math.max(history.nanosAt(i), scale.fromNanos()));
      double right = x(Math.min(until, scale.toNanos()));
      band(history.stateAt(i), left, Math.max(1, right - left), top + 3);
    }
    TickTimes ticks = lane.ticks();
    int end = ticks.before(scale.toNanos() + 1);
    int first = Math.max(ticks.before(scale.fromNanos()), end - MOST_TICKS);
    double drawn = Double.NEGATIVE_INFINITY;
    out.append("<path stroke=\"#fff\" stroke-width=\"0.8\" d=\"");
    for (int i = first; i < end; i++) {
      double x = x(ticks.nanosAt(i));
      if (x - drawn >= 1.5) {
        add("M%.1f %.1fv16", x, top + 3);
        drawn = x;
      }
    }
    out.append("\"/></g>\n");
  }

  private void band(Poll poll, double left, double width, double top) {
    String colour = COLOURS[poll.ordinal()];
    switch (poll) {
      case IN -> rect(left, top + 8, width, 8, colour, "IN");
      case OUT -> rect(left, top, width, 8, colour, "OUT");
      case INOUT -> rect(left, top, width, 16, colour, "INOUT");
      case NONE ->
          add(
              "<path d=\"M%.1f %.1fh%.1f\" stroke=\"%s\" stroke-dasharray=\"3 3\"/>\n",
              left, top + 8, width, colour);
      case REMOVE -> {
        add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"6\" fill=\"%s\"/>", left, top + 8, colour);
        add("<text x=\"%.1f\" y=\"%.1f\" font-size=\"9\" fill=\"#fff\"", left, top + 11.2);
        out.append(" text-anchor=\"middle\">R</text>\n");
      }
    }
  }

  private void rect(double x, double y, double width, double height, String colour, String title) {
    add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.0f\"", x, y, width, height);
    add(" fill=\"%s\"><title>%s</title></rect>\n", colour, title);
  }

  private double x(long nanos) {
    return LABELS + scale.x(nanos);
  }

  private void escaped(String text) {
    out.append(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation is not on the class path
  private void add(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values));
  }
}
