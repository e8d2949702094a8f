package org.sluice.app.learn;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.sluice.app.command.Command;
import org.sluice.app.command.Shortcut;

/// What can be done with the lesson, with its keys.
final class LearnCommands {
  private final String group = LearnWords.text("title");

  final Command restart;
  final Command back;
  final Command step;
  final Command run;
  final Command pause;
  private final List<Command> all = new ArrayList<>();

  LearnCommands(LearnViewModel model) {
    restart =
        command("restart", MaterialDesignR.RESTART, model::restart).when(model.offers().restart());
    back =
        command("back", MaterialDesignS.STEP_BACKWARD, model::back)
            .on(Shortcut.key(KeyCode.LEFT))
            .when(model.offers().back());
    step =
        command("step", MaterialDesignS.STEP_FORWARD, model::step)
            .on(Shortcut.key(KeyCode.SPACE), Shortcut.key(KeyCode.RIGHT))
            .when(model.offers().step());
    run = command("run", MaterialDesignP.PLAY, model::run).when(model.offers().run());
    pause = command("pause", MaterialDesignP.PAUSE, model::pause).when(model.offers().pause());
    all.addAll(List.of(step, back, run, pause, restart));
    for (Pace pace : Pace.values()) {
      all.add(command("pace." + pace, null, () -> model.paceProperty().set(pace)));
    }
    for (LabCase each : LabCase.values()) {
      all.add(
          Command.of(
              "learn.case." + each,
              group,
              LearnWords.text("command.case", each.title()),
              null,
              () -> model.labCaseProperty().set(each)));
    }
  }

  List<Command> all() {
    return List.copyOf(all);
  }

  private Command command(String key, @Nullable Ikon icon, Runnable action) {
    return Command.of("learn." + key, group, LearnWords.text("command." + key), icon, action);
  }
}
