package org.sluice.app.cli;

import java.lang.module.ModuleDescriptor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/// The version of Sluice, and of the Java that runs it.
final class Version implements IVersionProvider {
  Version() {}

  @Override
  public String[] getVersion() {
    return new String[] {
      "Sluice " + number(), "Java " + Runtime.version() + ", " + System.getProperty("os.name")
    };
  }

  /// The number alone; `dev` where it runs from no module.
  static String number() {
    @Nullable ModuleDescriptor descriptor = Version.class.getModule().getDescriptor();
    return descriptor == null ? "dev" : descriptor.rawVersion().orElse("dev");
  }
}
