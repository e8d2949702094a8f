package org.sluice.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.sluice.engine.item.ItemId;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Reads the numbers of downloads. A converter of picocli would do, but then picocli only says that
/// the argument is unmatched.
final class ItemNumbers {
  private ItemNumbers() {}

  static List<ItemId> read(List<String> given, CommandSpec spec) {
    List<ItemId> ids = new ArrayList<>();
    for (String number : given) {
      try {
        ids.add(new ItemId(Long.parseLong(number)));
      } catch (IllegalArgumentException e) {
        throw new ParameterException(
            spec.commandLine(),
            "\"" + number + "\" is not the number of a download; sluice list shows them",
            e);
      }
    }
    return ids;
  }
}
