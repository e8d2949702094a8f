package org.sluice.app;

import java.nio.file.Path;
import java.util.Arrays;
import org.sluice.app.cli.CommandLineMain;
import org.sluice.app.cli.TourCommand;
import org.sluice.app.fx.Messages;
import org.sluice.app.main.HandedFile;
import org.sluice.app.main.SluiceApplication;
import org.sluice.app.pictures.PictureTour;

/// The entry: the window with nothing, with its own options, with URLs or files that name downloads,
/// else a command.
///
/// Commands are reached without loading a class of JavaFX. With no display the window's lab tour
/// runs off screen.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    if (arguments.length > 0 && arguments[0].equals(TourCommand.NAME)) {
      return CommandLineMain.tour(
          arguments, choices -> PictureTour.run(choices, Display.isThere(), System.out));
    }
    return isForWindow(arguments) ? window(arguments) : CommandLineMain.run(arguments);
  }

  static boolean isForWindow(String[] arguments) {
    return arguments.length == 0
        || arguments[0].equals(SluiceApplication.LAB_TOUR)
        || arguments[0].equals(SluiceApplication.HEADLESS)
        || arguments[0].contains("://")
        || arguments[0].startsWith("magnet:") // the window says what to do instead
        || HandedFile.of(arguments[0], Path.of("").toAbsolutePath()) != null;
  }

  private static int window(String[] arguments) {
    System.setProperty("java.net.useSystemProxies", "true"); // read once, by the first selector
    boolean asked = Arrays.asList(arguments).contains(SluiceApplication.HEADLESS);
    if (!asked && Display.isThere()) {
      return SluiceApplication.run(arguments);
    }
    System.out.println(Messages.text(asked ? "tour.headless.asked" : "tour.headless"));
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    String[] headless = Arrays.copyOf(arguments, arguments.length + 1);
    headless[arguments.length] = SluiceApplication.HEADLESS;
    return SluiceApplication.run(headless);
  }
}
