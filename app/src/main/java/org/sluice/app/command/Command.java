package org.sluice.app.command;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/// Something that a user can do: it stands in the palette, in menus, on buttons and on keys.
///
/// **Threads**: JavaFX.
///
/// @param id for example `downloads.pause`; the same in every language
/// @param group what it belongs to, as a heading of the list of keys
/// @param words what it does, in a few words: the text of a button or of a menu
/// @param icon null for none
/// @param shortcuts the first one is shown
/// @param enabled whether it can be done now
public record Command(
    String id,
    String group,
    String words,
    @Nullable Ikon icon,
    List<Shortcut> shortcuts,
    ObservableBooleanValue enabled,
    Runnable action) {
  /// For what can be done at any time.
  public static final ObservableBooleanValue ALWAYS =
      new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();

  public Command {
    shortcuts = List.copyOf(shortcuts);
    if (id.isBlank() || words.isBlank()) {
      throw new IllegalArgumentException("a command needs an id and words");
    }
  }

  /// Without a key and possible at any time.
  public static Command of(
      String id, String group, String words, @Nullable Ikon icon, Runnable action) {
    return new Command(id, group, words, icon, List.of(), ALWAYS, action);
  }

  /// With these keys.
  public Command on(Shortcut... keys) {
    return new Command(id, group, words, icon, List.of(keys), enabled, action);
  }

  /// Possible only while `value` is true.
  public Command when(ObservableBooleanValue value) {
    return new Command(id, group, words, icon, shortcuts, value, action);
  }

  public boolean isEnabled() {
    return enabled.get();
  }

  /// Does it, if it can be done now; says whether.
  public boolean run() {
    if (!isEnabled()) {
      return false;
    }
    action.run();
    return true;
  }

  /// Its first key as a person reads it; empty for none.
  public String keys() {
    return shortcuts.isEmpty() ? "" : shortcuts.getFirst().text();
  }

  /// The words with the first key behind them, for a tooltip.
  public String tip() {
    return shortcuts.isEmpty() ? words : words + " (" + keys() + ")";
  }
}
