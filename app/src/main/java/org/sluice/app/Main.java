package org.sluice.app;

import org.sluice.app.cli.CommandLineMain;
import org.sluice.app.fx.Messages;
import org.sluice.app.main.SluiceApplication;

/// The entry: a command if there is one, else the window.
///
/// Commands are reached without loading a class of JavaFX. With no display the window's lab tour
/// runs off screen.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(forWindow(arguments) ? window(arguments) : CommandLineMain.run(arguments));
  }

  /// The window takes nothing, its own options, or URLs to start with.
  static boolean forWindow(String[] arguments) {
    return arguments.length == 0
        || arguments[0].equals(SluiceApplication.LAB_TOUR)
        || arguments[0].equals(SluiceApplication.HEADLESS)
        || looksLikeUrl(arguments[0]);
  }

  private static boolean looksLikeUrl(String argument) {
    return !argument.startsWith("-")
        && (argument.indexOf('.') >= 0 || argument.indexOf(':') >= 0 || argument.indexOf('/') >= 0);
  }

  private static int window(String[] arguments) {
    boolean asked = false;
    for (String argument : arguments) {
      asked |= argument.equals(SluiceApplication.HEADLESS);
    }
    if (!asked && Display.isThere()) {
      return SluiceApplication.run(arguments);
    }
    System.out.println(Messages.text(asked ? "tour.headless.asked" : "tour.headless"));
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    return SluiceApplication.run(new String[] {SluiceApplication.HEADLESS});
  }
}
