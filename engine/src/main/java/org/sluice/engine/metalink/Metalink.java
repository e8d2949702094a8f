package org.sluice.engine.metalink;

import java.util.List;

/// What a Metalink file says.
///
/// @param files in the order of the document; at least one
/// @param notes what was passed by, and why
public record Metalink(List<MetalinkFile> files, List<String> notes) {
  public Metalink {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("a Metalink has at least one file");
    }
  }
}
