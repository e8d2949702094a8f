package org.sluice.app.monitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.sluice.app.fx.NoticeBar;
import org.sluice.app.said.Said;
import org.sluice.app.tape.Sample;
import org.sluice.app.tape.Tape;
import org.sluice.app.tracefile.LoadedTrace;
import org.sluice.app.tracefile.TraceExport;
import org.sluice.app.tracefile.TraceFileReader;
import org.sluice.app.tracefile.TraceHead;
import org.sluice.app.tracefile.TraceRecorder;
import org.sluice.engine.trace.TraceRing;

/// The files of the Monitor: records while the engine runs, opens a trace, exports what is recorded.
///
/// **Threads**: JavaFX; files are written and read on threads of their own, and looked at in
/// [#refresh].
public final class MonitorFiles {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);

  /// What can be exported.
  @SuppressWarnings("ImmutableEnumChecker") // icons are enums too
  enum Format {
    JSONL("jsonl", MaterialDesignC.CODE_JSON),
    CSV("csv", MaterialDesignF.FILE_DELIMITED_OUTLINE),
    PNG("png", MaterialDesignF.FILE_IMAGE_OUTLINE),
    SVG("svg", MaterialDesignF.FILE_IMAGE_OUTLINE),
    CHROME("json", MaterialDesignC.CHART_TIMELINE);

    private final String ending;
    private final Ikon icon;

    Format(String ending, Ikon icon) {
      this.ending = ending;
      this.icon = icon;
    }

    String ending() {
      return ending;
    }

    Ikon icon() {
      return icon;
    }
  }

  /// Asks the user for files; a test answers itself.
  interface Ask {
    /// Where to write; null for nowhere.
    @Nullable Path save(String name, Format format);

    /// What to read; null for nothing.
    @Nullable Path open();
  }

  /// Makes pictures of the timeline.
  interface Pictures {
    void png(Path file) throws IOException;

    String svg();
  }

  private final MonitorViewModel model;
  private final String engine;
  private final BooleanProperty recording = new SimpleBooleanProperty();
  private final BooleanProperty whole = new SimpleBooleanProperty();
  private final StringProperty words = new SimpleStringProperty("");
  private final ObjectProperty<NoticeBar.Tone> tone =
      new SimpleObjectProperty<>(NoticeBar.Tone.INFO);
  private @Nullable Ask ask;
  private @Nullable Pictures pictures;
  private @Nullable TraceRecorder recorder;
  private @Nullable CompletableFuture<LoadedTrace> loading;
  private @Nullable CompletableFuture<Path> exporting;

  /// @param engine name and version of the program
  MonitorFiles(MonitorViewModel model, String engine) {
    this.model = model;
    this.engine = engine;
    model.onSample(
        sample -> {
          if (recorder != null) {
            recorder.offer(sample);
          }
        });
  }

  void ask(Ask value) {
    ask = value;
  }

  void pictures(Pictures value) {
    pictures = value;
  }

  ReadOnlyBooleanProperty recordingProperty() {
    return recording;
  }

  /// Whether secrets stay in the addresses of what is written.
  BooleanProperty wholeAddressesProperty() {
    return whole;
  }

  /// What is to be said of files; empty for nothing.
  ReadOnlyStringProperty wordsProperty() {
    return words;
  }

  /// Whether what is said is good to know, or a problem.
  ReadOnlyObjectProperty<NoticeBar.Tone> toneProperty() {
    return tone;
  }

  void forgetWords() {
    words.set("");
  }

  private void say(String sentence) {
    tone.set(NoticeBar.Tone.INFO);
    words.set(sentence);
  }

  private void complain(String sentence) {
    tone.set(NoticeBar.Tone.WARNING);
    words.set(sentence);
  }

  /// The file that is written now, or was last; null before the first.
  @Nullable Path recordFile() {
    return recorder == null ? null : recorder.file();
  }

  /// While a trace of a file is shown, nothing begins of which nothing is seen; what has begun can be
  /// ended.
  BooleanBinding mayRecord() {
    return model.loadedProperty().isNull().or(recording);
  }

  void toggleRecording() {
    if (recording.get()) {
      stopRecording();
    } else {
      startRecording();
    }
  }

  private void startRecording() {
    TraceRing.@Nullable Reader reader = model.record();
    if (reader == null) {
      complain(MonitorWords.text("record.impossible"));
      return;
    }
    Path file = fresh("sluice-trace", "jsonl");
    try {
      Files.createDirectories(model.wishes().folderProperty().get());
      long now = Math.max(model.nowNanos(), model.tape().endNanos());
      recorder =
          TraceRecorder.start(file, reader, head(now), Sample.whole(model.tape().now(), now));
      recording.set(true);
      forgetWords();
    } catch (IOException e) {
      reader.close();
      complain(MonitorWords.text("record.failed", file.toString(), reason(e)));
    }
  }

  private void stopRecording() {
    recording.set(false);
    if (recorder != null) {
      var _ = recorder.stop(); // looked at in refresh
      say(MonitorWords.text("record.ending", recorder.file().toString()));
    }
  }

  /// Ends a recording before the window goes; waits a little for the disk.
  void close() {
    if (recorder != null && !recorder.ended().isDone()) {
      try {
        recorder.stop().get(5, java.util.concurrent.TimeUnit.SECONDS);
      } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
        System.getLogger(MonitorFiles.class.getName())
            .log(System.Logger.Level.WARNING, "the trace may be incomplete", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Ends a recording and says how it was, for measurements.
  String endOfRecording() {
    TraceRecorder last = recorder;
    if (last == null) {
      return "none";
    }
    close();
    return last.written() + " events written, " + last.lost() + " lost";
  }

  private TraceHead head(long start) {
    return new TraceHead(engine, start, model.wallOffsetNanos(), whole.get());
  }

  private Path fresh(String name, String ending) {
    Path folder = model.wishes().folderProperty().get();
    String stamp = STAMP.format(LocalDateTime.ofInstant(Instant.now(), ZoneId.systemDefault()));
    Path file = folder.resolve(name + "-" + stamp + "." + ending);
    for (int i = 2; Files.exists(file); i++) {
      file = folder.resolve(name + "-" + stamp + "-" + i + "." + ending);
    }
    return file;
  }

  void openTrace() {
    Path file = ask == null ? null : ask.open();
    if (file != null) {
      open(file);
    }
  }

  /// Reads a trace and shows it once it is read.
  public void open(Path file) {
    say(MonitorWords.text("open.reading", file.toString()));
    CompletableFuture<LoadedTrace> read = new CompletableFuture<>();
    loading = read;
    Thread.ofPlatform()
        .daemon()
        .name("sluice-trace-read")
        .start(
            () -> {
              try {
                read.complete(TraceFileReader.read(file));
              } catch (IOException | RuntimeException | OutOfMemoryError e) {
                read.completeExceptionally(e);
              }
            });
  }

  void export(Format format) {
    Tape tape = model.travel().tape();
    if (tape.isEmpty()) {
      complain(MonitorWords.text("export.nothing"));
      return;
    }
    Path proposed = fresh("sluice-timeline", format.ending()).getFileName();
    Path file = ask == null || proposed == null ? null : ask.save(proposed.toString(), format);
    if (file == null) {
      return;
    }
    say(MonitorWords.text("export.writing", file.toString()));
    switch (format) {
      case PNG, SVG -> picture(format, file);
      case JSONL -> write(tape, TraceExport.Format.JSONL, file);
      case CSV -> write(tape, TraceExport.Format.CSV, file);
      case CHROME -> write(tape, TraceExport.Format.CHROME, file);
    }
  }

  private void picture(Format format, Path file) {
    CompletableFuture<Path> done = new CompletableFuture<>();
    exporting = done;
    try {
      if (pictures != null && format == Format.PNG) {
        pictures.png(file);
      } else if (pictures != null) {
        Files.writeString(file, pictures.svg());
      }
      done.complete(file);
    } catch (IOException e) {
      done.completeExceptionally(e);
    }
  }

  /// Of a tape that moves on, a copy is written: events are shared, so it is a list of references.
  private void write(Tape tape, TraceExport.Format format, Path file) {
    Tape still = model.travel().isLoaded() ? tape : tape.copy();
    TraceHead head = head(still.beginNanos());
    CompletableFuture<Path> done = new CompletableFuture<>();
    exporting = done;
    Thread.ofPlatform()
        .daemon()
        .name("sluice-trace-export")
        .start(
            () -> {
              try {
                TraceExport.write(still, format, file, head);
                done.complete(file);
              } catch (IOException | RuntimeException e) {
                done.completeExceptionally(e);
              }
            });
  }

  /// Looks at what has been written and read; ten times a second.
  void refresh() {
    if (recorder != null) {
      if (recorder.ended().isDone()) {
        ended(recorder);
        recorder = null;
      } else if (recording.get() && recorder.lost() > 0) {
        complain(MonitorWords.text("record.lost", recorder.lost()));
      }
    }
    if (loading != null && loading.isDone()) {
      if (loading.isCompletedExceptionally()) {
        complain(MonitorWords.text("open.failed", reason(loading.exceptionNow())));
      } else {
        forgetWords();
        model.show(loading.resultNow());
      }
      loading = null;
    }
    if (exporting != null && exporting.isDone()) {
      if (exporting.isCompletedExceptionally()) {
        complain(MonitorWords.text("export.failed", reason(exporting.exceptionNow())));
      } else {
        say(MonitorWords.text("export.done", exporting.resultNow().toString()));
      }
      exporting = null;
    }
  }

  private void ended(TraceRecorder done) {
    recording.set(false);
    if (done.ended().isCompletedExceptionally()) {
      complain(
          MonitorWords.text(
              "record.failed", done.file().toString(), reason(done.ended().exceptionNow())));
    } else if (done.lost() > 0) {
      complain(
          MonitorWords.text(
              "record.done.lost", done.written(), done.file().toString(), done.lost()));
    } else {
      say(MonitorWords.text("record.done", done.written(), done.file().toString()));
    }
  }

  private static String reason(Throwable problem) {
    return problem instanceof OutOfMemoryError ? MonitorWords.text("open.large") : Said.of(problem);
  }
}
