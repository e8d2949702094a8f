package org.sluice.app.curl;

import java.util.Locale;

/// What an option is about: the categories of `--help`.
public enum OptionGroup {
  GENERAL("the command line itself"),
  OUTPUT("where the answer goes, and what is said"),
  HTTP("what is asked, and how"),
  UPLOAD("what is sent"),
  AUTH("names and passwords"),
  COOKIES("cookies"),
  CONNECTION("connections, time and speed"),
  TLS("certificates and encryption"),
  PROXY("proxies"),
  NONE("not to be had");

  private final String about;

  OptionGroup(String about) {
    this.about = about;
  }

  public String about() {
    return about;
  }

  /// As it is written after `--help`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
