package org.sluice.app.curl;

/// One option of curl's command line.
///
/// @param name without the two dashes
/// @param letter for one dash; 0 for none
/// @param global whether it holds for the whole command line, not only up to `--next`
/// @param argument what follows it, to be shown; empty for nothing
/// @param help its meaning; empty where we do not have it
public record CurlOption(
    String name,
    char letter,
    OptionKind kind,
    boolean global,
    Support support,
    OptionGroup group,
    String argument,
    String help) {

  @Override
  public String toString() {
    return "--" + name;
  }
}
