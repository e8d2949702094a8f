package org.sluice.app.bench;

import java.util.Map;

/// Arguments of the form `--name=number`.
public record Named(Map<String, String> arguments) {
  public int number(String name, int otherwise) {
    return Integer.parseInt(arguments.getOrDefault(name, Integer.toString(otherwise)));
  }

  public boolean is(String name) {
    return Boolean.parseBoolean(arguments.getOrDefault(name, "false"));
  }
}
