package org.sluice.app.cli;

/// The commands of `sluice`.
public final class CommandLineMain {
  private CommandLineMain() {}

  /// Runs a command and says its exit code.
  public static int run(String[] arguments) {
    var descriptor = CommandLineMain.class.getModule().getDescriptor();
    System.out.println(
        "Sluice " + (descriptor == null ? "?" : descriptor.rawVersion().orElse("?")));
    return arguments.length > 0 && arguments[0].equals("--version") ? 0 : 2;
  }
}
