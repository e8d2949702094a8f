package org.sluice.app.cli;

import org.sluice.engine.item.ItemId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the number of a download.
final class ItemIdConverter implements ITypeConverter<ItemId> {
  ItemIdConverter() {}

  @Override
  public ItemId convert(String given) {
    try {
      return new ItemId(Long.parseLong(given));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(
          "\"" + given + "\" is not the number of a download; sluice list shows them");
    }
  }
}
