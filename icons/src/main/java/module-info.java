import org.jspecify.annotations.NullMarked;

/// The glyphs of the five poll states as SVG paths, and the application icon. No toolkit.
@NullMarked
module org.sluice.icons {
  requires static transitive org.jspecify;

  exports org.sluice.icons;
}
