package org.sluice.app;

/// The entry: a command if there is one, else the window.
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    System.out.println("Sluice " + version());
  }

  private static String version() {
    var descriptor = Main.class.getModule().getDescriptor();
    return descriptor == null ? "?" : descriptor.rawVersion().orElse("?");
  }
}
