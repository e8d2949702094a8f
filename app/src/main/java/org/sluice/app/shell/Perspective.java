package org.sluice.app.shell;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import org.kordamp.ikonli.Ikon;
import org.sluice.app.command.Command;

/// One way to look at the same engine: Downloads, Monitor, Learn.
///
/// It is made once and lives as long as the window. **Threads**: JavaFX.
public interface Perspective {
  /// A short name for settings and node ids, for example `monitor`.
  String id();

  /// What stands on its button.
  String title();

  Ikon icon();

  /// Everything between header and status bar.
  Parent root();

  /// What F6 goes through, in order; what is not visible is passed over.
  List<Node> panes();

  /// What can be done here; their keys act while it is shown only.
  List<Command> commands();

  /// What of it can be done while any perspective is shown, if that one does not use the keys itself.
  default List<Command> everywhere() {
    return List.of();
  }

  /// The split panes whose dividers are remembered, each under a name of its own.
  default Map<String, SplitPane> splits() {
    return Map.of();
  }

  /// Gives it the shell that it stands in, once, before anything else.
  default void attached(Shell shell) {}

  /// Gives it what was remembered of it; called before it is shown first.
  ///
  /// @param memory by names of its own
  default void restore(Map<String, String> memory) {}

  /// What is to be remembered of it besides its dividers.
  default Map<String, String> remember() {
    return Map.of();
  }

  /// Each pulse, shown or not.
  ///
  /// @param seen whether anybody can see it
  default void pulse(long localNanos, boolean seen) {}

  /// Ten times a second, shown or not.
  default void refresh(long localNanos, boolean seen) {}

  /// It has just come to be shown: puts the focus where work begins.
  default void shown() {}
}
