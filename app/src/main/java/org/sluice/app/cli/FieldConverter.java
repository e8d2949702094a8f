package org.sluice.app.cli;

import org.sluice.engine.http.Headers;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads `Name: value`.
final class FieldConverter implements ITypeConverter<Headers.Field> {
  FieldConverter() {}

  @Override
  public Headers.Field convert(String given) {
    int colon = given.indexOf(':');
    if (colon <= 0) {
      throw new TypeConversionException(
          "a header is of the form \"Name: value\"; what was given is not shown, as it may be a secret");
    }
    try {
      return new Headers.Field(
          given.substring(0, colon).strip(), given.substring(colon + 1).strip());
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(
          "a header has a name of letters, digits and hyphens, and no line break in its value");
    }
  }
}
