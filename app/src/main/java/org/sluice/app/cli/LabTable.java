package org.sluice.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.lab.LabOrigin;
import org.sluice.engine.lab.LabServer;
import org.sluice.engine.lab.Scenario;

/// The lab in words: its addresses, and each scenario with what it is for.
final class LabTable {
  private static final int LABEL_WIDTH = 24;
  private static final int ADDRESS_WIDTH = 48;

  private LabTable() {}

  static List<String> addresses(LabServer lab, @Nullable Path certificate) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("http   " + lab.http("/"));
    lines.add("https  " + lab.https("/"));
    lines.add(
        certificate == null
            ? "Its certificate is its own: --cert-out FILE writes what to trust."
            : "Trust it with --cacert " + certificate);
    lines.add("The lab is open to this machine only. Ctrl-C ends it.");
    return lines;
  }

  /// @param lab for the addresses; null to name the paths alone
  static List<String> scenarios(@Nullable LabServer lab) {
    List<String> lines = new ArrayList<>();
    Scenario.Group group = null;
    for (Scenario scenario : Scenario.values()) {
      if (scenario.group() != group) {
        group = scenario.group();
        lines.add("");
        lines.add(group.title());
      }
      lines.add(line(scenario, lab));
    }
    return lines;
  }

  /// The proxies, as `-x` takes them.
  static List<String> proxies(LabServer lab) {
    List<String> lines = new ArrayList<>(List.of("", "Proxies, for -x or --proxy"));
    for (LabOrigin door : LabOrigin.values()) {
      if (door.isProxy()) {
        lines.add(
            "  "
                + padded(door.name().toLowerCase(Locale.ROOT).replace('_', '-'), LABEL_WIDTH)
                + padded(lab.proxy(door), ADDRESS_WIDTH)
                + door.purpose());
      }
    }
    return lines;
  }

  private static String line(Scenario scenario, @Nullable LabServer lab) {
    String where = scenario.path();
    if (lab != null) {
      where =
          lab.supports(scenario.origin()) ? lab.uri(scenario).toString() : "(not on this system)";
    }
    return "  "
        + padded(scenario.label(), LABEL_WIDTH)
        + padded(where, lab == null ? ADDRESS_WIDTH / 2 : ADDRESS_WIDTH)
        + scenario.purpose();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }
}
