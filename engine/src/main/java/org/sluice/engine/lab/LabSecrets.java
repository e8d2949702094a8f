package org.sluice.engine.lab;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// What the lab's doors and scenarios want to hear before they let somebody in.
public final class LabSecrets {
  /// The name that every scenario and proxy of the lab knows.
  public static final String USER = "lab";

  /// Its password.
  public static final String PASSWORD = "secret word";

  /// The token of `/auth/bearer`.
  public static final String TOKEN = "lab-token.1";

  private LabSecrets() {}

  static String basic() {
    byte[] pair = (USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }
}
