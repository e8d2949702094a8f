package org.sluice.app.curl;

/// An option as it was given once.
///
/// @param on false after `--no-`
/// @param value its argument, expanded; empty for none
public record Given(CurlOption option, boolean on, String value) {
  /// The value of a switch that stands several times in one word.
  public static final String AGAIN = "again";

  boolean is(String name) {
    return option.name().equals(name);
  }

  /// Says no argument, which may be a secret.
  @Override
  public String toString() {
    return (on ? "--" : "--no-") + option.name() + (value.isEmpty() ? "" : " …");
  }
}
