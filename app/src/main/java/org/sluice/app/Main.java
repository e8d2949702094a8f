package org.sluice.app;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.sluice.app.cli.CommandLineMain;
import org.sluice.app.fx.Messages;
import org.sluice.app.main.SluiceApplication;

/// The entry: a command if there is one, else the window.
///
/// Commands are reached without loading a class of JavaFX. With no display the window's lab tour
/// runs off screen.
public final class Main {
  private static final Set<String> COMMANDS =
      Set.of("get", "trace", "lab", "help", "--help", "-h", "--version", "-V");

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(
        arguments.length > 0 && COMMANDS.contains(arguments[0])
            ? CommandLineMain.run(arguments)
            : window(arguments));
  }

  private static int window(String[] arguments) {
    boolean asked = Arrays.asList(arguments).contains(SluiceApplication.HEADLESS);
    if (!asked && Display.isThere()) {
      return SluiceApplication.run(arguments);
    }
    System.out.println(Messages.text(asked ? "tour.headless.asked" : "tour.headless"));
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    return SluiceApplication.run(
        Stream.concat(Arrays.stream(arguments), Stream.of(SluiceApplication.HEADLESS))
            .toArray(String[]::new));
  }
}
