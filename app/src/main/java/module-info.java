import org.jspecify.annotations.NullMarked;

/// The window and the command line of Sluice.
@NullMarked
module org.sluice.app {
  requires static transitive org.jspecify;
  requires atlantafx.base;
  requires com.fasterxml.jackson.core;
  requires info.picocli;
  requires java.desktop;
  requires javafx.controls;
  requires org.kordamp.ikonli.javafx;
  requires org.kordamp.ikonli.materialdesign2;
  requires org.sluice.engine;
  requires org.sluice.icons;

  // picocli sets the fields that its annotations mark.
  opens org.sluice.app.cli to
      info.picocli;

  // makes the Application by reflection
  exports org.sluice.app.main to
      javafx.graphics;
}
