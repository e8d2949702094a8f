package org.sluice.app.curl.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.app.curl.Inputs;

/// The files of a [Place].
final class PlaceInputs implements Inputs {
  private final Place place;
  private final Map<String, byte[]> kept = new HashMap<>();

  PlaceInputs(Place place) {
    this.place = place;
  }

  @Override
  public byte[] read(String name) throws IOException {
    if (name.equals("-")) {
      // The standard input can be read once; a redirect or retry may want its bytes again.
      byte[] known = kept.get(name);
      byte[] bytes = known == null ? place.in().readAllBytes() : known;
      kept.put(name, bytes);
      return bytes;
    }
    try {
      return Files.readAllBytes(place.path(name));
    } catch (InvalidPathException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public boolean exists(String name) {
    try {
      return Files.exists(place.path(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  @Override
  public @Nullable String variable(String name) {
    return place.environment().get(name);
  }
}
