package org.sluice.app.curl.run;

import java.util.Locale;
import org.sluice.app.curl.CurlOption;
import org.sluice.app.curl.OptionGroup;
import org.sluice.app.curl.OptionTable;
import org.sluice.app.curl.Support;

/// `sluice curl --help`: what there is, by category.
final class HelpText {
  private HelpText() {}

  /// @param wanted a category, `all`, `category`, an option, or nothing
  static String of(String wanted) {
    String word = wanted.toLowerCase(Locale.ROOT);
    if (word.isEmpty() || word.equals("category")) {
      return overview();
    }
    StringBuilder out = new StringBuilder();
    CurlOption one = OptionTable.named(wanted.replaceFirst("^--?", ""));
    if (wanted.startsWith("-") && wanted.length() == 2) {
      one = OptionTable.lettered(wanted.charAt(1));
    }
    if (wanted.startsWith("-") && one != null) {
      return line(one);
    }
    for (OptionGroup group : OptionGroup.values()) {
      if (group != OptionGroup.NONE && (word.equals("all") || group.word().equals(word))) {
        out.append(group.word()).append(": ").append(group.about()).append('\n');
        OptionTable.all().stream()
            .filter(option -> option.group() == group && option.support() != Support.NONE)
            .forEach(option -> out.append(line(option)));
      }
    }
    return out.isEmpty() ? "Unknown category \"" + wanted + "\".\n\n" + overview() : out.toString();
  }

  private static String overview() {
    StringBuilder out =
        new StringBuilder(
            """
            Usage: sluice curl [options…] <url>…
            Runs a command line of curl on Sluice's engine, with curl's meaning and exit codes.

            Categories; say "--help CATEGORY", or "--help all":
            """);
    for (OptionGroup group : OptionGroup.values()) {
      if (group != OptionGroup.NONE) {
        out.append(" %-12s %s%n".formatted(group.word(), group.about()));
      }
    }
    return out.toString();
  }

  private static String line(CurlOption option) {
    String letter = option.letter() == 0 ? "    " : "-" + option.letter() + ", ";
    String argument = option.argument().isEmpty() ? "" : " <" + option.argument() + ">";
    String help =
        switch (option.support()) {
          case FULL -> option.help();
          case WITHOUT_EFFECT -> "(no effect) " + option.help();
          case NONE -> "(sluice curl does not have it)";
        };
    return " %-42s %s%n".formatted(letter + "--" + option.name() + argument, help);
  }
}
