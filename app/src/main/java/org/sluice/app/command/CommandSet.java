package org.sluice.app.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Every command that can be given now: those of the whole program, and those of the perspective that
/// is shown.
///
/// **Threads**: JavaFX.
public final class CommandSet {
  private final List<Command> everywhere = new ArrayList<>();
  private Supplier<List<Command>> here = List::of;

  /// Adds commands of the whole program.
  public void add(List<Command> commands) {
    Set<String> known = new HashSet<>();
    everywhere.forEach(command -> known.add(command.id()));
    for (Command command : commands) {
      if (!known.add(command.id())) {
        throw new IllegalArgumentException("two commands are called " + command.id());
      }
      everywhere.add(command);
    }
  }

  /// From now on these belong to what is shown.
  public void here(Supplier<List<Command>> commands) {
    here = commands;
  }

  /// Those of the perspective first: their keys go before the program's.
  public List<Command> all() {
    List<Command> all = new ArrayList<>(here.get());
    all.addAll(everywhere);
    return List.copyOf(all);
  }

  public Optional<Command> find(String id) {
    return all().stream().filter(command -> command.id().equals(id)).findFirst();
  }

  /// The command of that name.
  ///
  /// @throws IllegalArgumentException if there is none
  public Command get(String id) {
    return find(id)
        .orElseThrow(() -> new IllegalArgumentException("there is no command called " + id));
  }
}
