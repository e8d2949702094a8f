package org.sluice.app.terminal;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What is known of the terminal.
///
/// @param width columns
public record Terminal(int width, Glyphs glyphs) {
  /// Where nobody says how many columns there are.
  static final int USUAL_WIDTH = 80;

  private static final int LEAST_WIDTH = 20;
  private static final int MOST_WIDTH = 500;
  private static final long STTY_SECONDS = 2;

  /// The terminal at which a person looks, on something that understands escape sequences; null if
  /// there is none.
  @SuppressWarnings("SystemConsoleNull") // null again in JDK 25, where nobody looks
  public static @Nullable Terminal find() {
    Console console = System.console();
    if (console == null || !console.isTerminal() || "dumb".equals(System.getenv("TERM"))) {
      return null;
    }
    return new Terminal(width(System.getenv(), sttySize()), Glyphs.of(charset()));
  }

  /// @param stty what `stty size` said: lines and columns
  static int width(Map<String, String> environment, String stty) {
    int asked = number(stty.substring(stty.indexOf(' ') + 1));
    int width = asked > 0 ? asked : number(environment.getOrDefault("COLUMNS", ""));
    return width <= 0 ? USUAL_WIDTH : Math.clamp(width, LEAST_WIDTH, MOST_WIDTH);
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /// Java knows no width of a terminal, but on Unix there is a program that does.
  private static String sttySize() {
    File terminal = new File("/dev/tty");
    if (!terminal.exists()) {
      return "";
    }
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(terminal)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return stty.waitFor(STTY_SECONDS, TimeUnit.SECONDS) ? said.strip() : "";
    } catch (IOException e) {
      return ""; // no such program: the usual width is good enough
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private static Charset charset() {
    return System.out.charset();
  }
}
