import org.jspecify.annotations.NullMarked;

/// The glyphs of the five poll states as an Ikonli pack, and the application icon.
@NullMarked
module org.sluice.icons {
  requires static transitive org.jspecify;
  requires org.kordamp.ikonli.core;
}
