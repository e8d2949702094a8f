package org.sluice.app.cli;

import org.sluice.engine.checksum.ChecksumText;
import org.sluice.engine.item.Checksum;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a checksum: `sha-256:HEX` and the like.
final class ChecksumConverter implements ITypeConverter<Checksum> {
  ChecksumConverter() {}

  @Override
  public Checksum convert(String given) {
    try {
      return ChecksumText.parse(given);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
