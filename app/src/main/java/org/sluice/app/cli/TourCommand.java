package org.sluice.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `sluice tour`: pictures of every screen. This class only reads what is wanted; the window is
/// opened by who is called then.
@Command(
    name = TourCommand.NAME,
    description = {
      "Drives the window through every screen, with real downloads from the lab, and writes a",
      "picture of each. Your own list and settings are not touched."
    },
    sortOptions = false,
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  Every picture is there.",
      "  1  Something could not be shown, or not written; it is named.",
      "  2  The arguments make no sense; nothing was done."
    })
public final class TourCommand implements Callable<Integer> {
  /// Its name on the command line.
  public static final String NAME = "tour";

  private static final Pattern SIZE = Pattern.compile("(\\d{1,5})[xX×](\\d{1,5})");

  private final ToIntFunction<TourChoices> tour;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The folder for the pictures; index.html in it shows them all.")
  private Path out = Path.of("");

  @Option(
      names = "--size",
      paramLabel = "WxH",
      description = "The size of the window; 1440x900 if not given.")
  private String size = "1440x900";

  @Option(
      names = "--scale",
      paramLabel = "PERCENT",
      description = "The size of text and controls, 80 to 200; 100 if not given.")
  private int scale = 100;

  @Option(
      names = "--theme",
      paramLabel = "light|dark|both",
      description = "Which themes are shown; both if not given.")
  private TourChoices.Look theme = TourChoices.Look.BOTH;

  @Option(
      names = "--locale",
      paramLabel = "TAG",
      description = "The language of the window, such as fr; English if not given.")
  private String locale = "en";

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = "Only pictures whose names begin so, such as monitor or add-ready.")
  private List<String> only = new ArrayList<>();

  @Option(names = "--headless", description = "Use no display, even if there is one.")
  private boolean headless;

  @Mixin HelpChoice help = new HelpChoice();

  TourCommand(ToIntFunction<TourChoices> tour) {
    this.tour = tour;
  }

  @Override
  public Integer call() {
    TourChoices choices;
    try {
      choices = choices();
    } catch (IllegalArgumentException e) {
      System.err.println("sluice: " + e.getMessage());
      return CommandLineMain.USAGE;
    }
    return tour.applyAsInt(choices);
  }

  private TourChoices choices() {
    Matcher read = SIZE.matcher(size.strip());
    if (!read.matches()) {
      throw new IllegalArgumentException("a size looks like 1440x900, not " + size);
    }
    return new TourChoices(
        out.toAbsolutePath().normalize(),
        Integer.parseInt(read.group(1)),
        Integer.parseInt(read.group(2)),
        scale,
        theme,
        Locale.forLanguageTag(locale),
        only,
        headless);
  }
}
