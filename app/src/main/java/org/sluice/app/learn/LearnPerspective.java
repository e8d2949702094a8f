package org.sluice.app.learn;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.sluice.app.command.Command;
import org.sluice.app.shell.Perspective;

/// Learn in the shell: the nine steps, one at a time.
///
/// While it is not shown nothing of it runs; [#close] ends its engine.
public final class LearnPerspective implements Perspective {
  /// Its id.
  public static final String ID = "learn";

  private final LearnViewModel model = new LearnViewModel();
  private final LearnCommands commands = new LearnCommands(model);
  private final LearnView view = new LearnView(model, commands);

  /// Ends the engine and the server of the lesson.
  public void close() {
    model.close();
  }

  LearnViewModel model() {
    return model;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return LearnWords.text("title");
  }

  @Override
  public Ikon icon() {
    return MaterialDesignS.SCHOOL_OUTLINE;
  }

  @Override
  public Parent root() {
    return view;
  }

  @Override
  public List<Node> panes() {
    return view.panes();
  }

  @Override
  public List<Command> commands() {
    return commands.all();
  }

  @Override
  public Map<String, SplitPane> splits() {
    return view.splits();
  }

  @Override
  public void restore(Map<String, String> memory) {
    view.code().show(memory.get("code"));
    model.paceProperty().set(pace(memory.get("pace")));
  }

  @Override
  public Map<String, String> remember() {
    return Map.of("code", view.code().shown(), "pace", model.paceProperty().get().name());
  }

  private static Pace pace(@Nullable String name) {
    for (Pace each : Pace.values()) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    return Pace.SLOW;
  }

  @Override
  public void pulse(long localNanos, boolean seen) {
    view.pulse(localNanos, seen);
  }

  @Override
  public void shown() {
    view.focusStep();
  }
}
