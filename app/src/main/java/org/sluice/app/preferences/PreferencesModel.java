package org.sluice.app.preferences;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.sluice.app.said.Said;

/// The preferences as they are now: tells of each change, and keeps it in the file.
///
/// **Threads**: one, that of the window; the file is written by another, in order.
public final class PreferencesModel implements AutoCloseable {
  /// Is told of a change.
  @FunctionalInterface
  public interface Listener {
    void changed(Preferences before, Preferences now);
  }

  private final PreferencesFile file;
  private final Consumer<String> complain;
  private final List<Listener> listeners = new ArrayList<>();
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("sluice-preferences").factory());
  private Preferences now;

  /// @param complain is told, on any thread, why the file cannot be written
  public PreferencesModel(PreferencesFile file, Preferences now, Consumer<String> complain) {
    this.file = file;
    this.now = now;
    this.complain = complain;
  }

  /// What stands in a file; problems with it are complained of.
  public static PreferencesModel load(PreferencesFile file, Consumer<String> complain)
      throws IOException {
    PreferencesFile.Loaded loaded = file.load();
    PreferencesModel model = new PreferencesModel(file, loaded.preferences(), complain);
    if (loaded.setAside() != null) {
      complain.accept(
          PreferencesWords.text(
              "file.broken",
              String.join("; ", loaded.problems().stream().map(Said::of).toList()),
              String.valueOf(loaded.setAside())));
      model.writer.execute(() -> model.write(loaded.preferences())); // it is said once
    }
    return model;
  }

  public Preferences now() {
    return now;
  }

  public <T> T get(Setting<T> setting) {
    return now.get(setting);
  }

  /// Tells it at once what holds, as a change from what holds at first, and then of each change.
  public void listen(Listener listener) {
    listeners.add(listener);
    listener.changed(Preferences.INITIAL, now);
  }

  /// Tells it no more.
  public void forget(Listener listener) {
    listeners.remove(listener);
  }

  /// @throws IllegalArgumentException with a sentence for a person, if it is no value for it
  public <T> void set(Setting<T> setting, T value) {
    change(now.with(setting, value));
  }

  private void change(Preferences next) {
    if (next.equals(now)) {
      return;
    }
    Preferences before = now;
    now = next;
    writer.execute(() -> write(next));
    List.copyOf(listeners).forEach(listener -> listener.changed(before, next));
  }

  private void write(Preferences next) {
    try {
      file.save(next);
    } catch (IOException e) {
      complain.accept(PreferencesWords.text("file.unwritable", e.toString()));
    }
  }

  /// Waits until all is written.
  @Override
  public void close() {
    writer.close();
  }
}
