package org.sluice.app.preferences;

import atlantafx.base.controls.ToggleSwitch;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.sluice.app.fx.Names;
import org.sluice.engine.request.TrustedCertificate;

/// The control of one setting: it shows the value, and says what the user made of it.
///
/// **Threads**: JavaFX.
///
/// @param node to be placed
/// @param focus the part of it that takes the keys
/// @param show puts a value into it
record SettingControl<T>(Node node, Node focus, Consumer<T> show) {
  private static final double SPINNER = 100;
  private static final double CHOICE = 200;
  private static final double TIME = 120;
  private static final double WORDS = 260;

  /// So many choices are shown side by side.
  private static final int FEW = 3;

  /// @param edited is told what the user wants, as it would stand in the file
  @SuppressWarnings("unchecked") // each kind has the type of its values
  static <T> SettingControl<T> of(Setting<T> setting, Consumer<String> edited) {
    SettingControl<?> control =
        switch (setting.kind()) {
          case SettingKind.Flag _ -> flag(edited);
          case SettingKind.Whole whole -> number(whole, edited);
          case SettingKind.Choice<?> choice ->
              setting.equals(AllSettings.THEME)
                  ? themes(setting, choice, edited)
                  : choice.words().size() <= FEW
                      ? few(setting, choice, edited)
                      : choice(setting, choice, edited);
          case SettingKind.Time time -> time(time, edited);
          case SettingKind.Place place -> place(place, edited);
          case SettingKind.Text _ -> words(edited);
          case SettingKind.Trusted kind -> trusted(kind, edited);
          case SettingKind.Categories _ -> categories(edited);
        };
    control.focus.setAccessibleText(PreferencesWords.title(setting));
    if (control.focus instanceof ToggleSwitch toggle) { // it does not say its state by itself
      toggle
          .selectedProperty()
          .subscribe(
              on ->
                  toggle.setAccessibleText(
                      PreferencesWords.title(setting)
                          + ", "
                          + PreferencesWords.text(on ? "value.yes" : "value.no")));
    }
    control.focus.setAccessibleHelp(PreferencesWords.more(setting));
    control.focus.setId("setting-" + setting.key().replace('.', '-'));
    return (SettingControl<T>) control;
  }

  private static SettingControl<Boolean> flag(Consumer<String> edited) {
    ToggleSwitch toggle = new ToggleSwitch();
    toggle.selectedProperty().subscribe((_, on) -> edited.accept(on ? "yes" : "no"));
    toggle.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    toggle.addEventHandler( // it knows the mouse only
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.SPACE) {
            toggle.setSelected(!toggle.isSelected());
            event.consume();
          }
        });
    return new SettingControl<>(toggle, toggle, toggle::setSelected);
  }

  private static SettingControl<Integer> number(SettingKind.Whole kind, Consumer<String> edited) {
    var values = new IntegerSpinnerValueFactory(kind.least(), kind.most());
    Spinner<Integer> spinner = new Spinner<>(values);
    spinner.setEditable(true);
    spinner.setPrefWidth(SPINNER);
    values.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Integer number) {
            return Objects.toString(number, "");
          }

          @Override
          public Integer fromString(String text) {
            edited.accept(text.strip()); // which says what is wrong with it
            try {
              return kind.read(text.strip());
            } catch (IllegalArgumentException e) {
              return values.getValue();
            }
          }
        });
    values.valueProperty().subscribe((_, number) -> edited.accept(number.toString()));
    spinner.focusedProperty().subscribe((_, focused) -> commitOnLeaving(spinner, focused));
    return new SettingControl<>(spinner, spinner, values::setValue);
  }

  /// What was refused does not stay: the sentence beside it says which number holds.
  private static void commitOnLeaving(Spinner<Integer> spinner, boolean focused) {
    if (!focused) {
      spinner.commitValue();
      spinner.getEditor().setText(spinner.getValue().toString());
    }
  }

  private static <T> SettingControl<String> choice(
      Setting<T> setting, SettingKind.Choice<?> kind, Consumer<String> edited) {
    ComboBox<String> box = new ComboBox<>();
    box.getItems().setAll(kind.words());
    box.setConverter(converter(word -> PreferencesWords.text(setting.key() + "." + word)));
    box.setPrefWidth(CHOICE);
    box.valueProperty().subscribe((_, word) -> edited.accept(word));
    SettingControl<Object> control =
        new SettingControl<>(
            box,
            box,
            value ->
                box.setValue(String.valueOf(value).toLowerCase(Locale.ROOT).replace('_', '-')));
    @SuppressWarnings({"unchecked", "rawtypes"}) // the caller gives values of the enum
    SettingControl<String> typed = (SettingControl) control;
    return typed;
  }

  /// All of them side by side; the arrows go from one to the next.
  private static SettingControl<String> few(
      Setting<?> setting, SettingKind.Choice<?> kind, Consumer<String> edited) {
    ChoiceBar bar =
        new ChoiceBar(
            kind.words(), word -> PreferencesWords.text(setting.key() + "." + word), edited);
    Node node = setting.equals(AllSettings.POLL_COLOURS) ? PollSample.below(bar) : bar;
    SettingControl<Object> control =
        new SettingControl<>(
            node,
            bar,
            value -> bar.show(String.valueOf(value).toLowerCase(Locale.ROOT).replace('_', '-')));
    @SuppressWarnings({"unchecked", "rawtypes"}) // the caller gives values of the enum
    SettingControl<String> typed = (SettingControl) control;
    return typed;
  }

  /// Each with a picture of what it looks like.
  private static SettingControl<String> themes(
      Setting<?> setting, SettingKind.Choice<?> kind, Consumer<String> edited) {
    ThemeCards cards =
        new ThemeCards(
            kind.words(), word -> PreferencesWords.text(setting.key() + "." + word), edited);
    SettingControl<Object> control =
        new SettingControl<>(
            cards, cards, value -> cards.show(String.valueOf(value).toLowerCase(Locale.ROOT)));
    @SuppressWarnings({"unchecked", "rawtypes"}) // the caller gives values of the enum
    SettingControl<String> typed = (SettingControl) control;
    return typed;
  }

  private static SettingControl<Duration> time(SettingKind.Time kind, Consumer<String> edited) {
    ComboBox<Duration> box = new ComboBox<>();
    box.setConverter(converter(PreferencesWords::time));
    box.setPrefWidth(TIME);
    box.valueProperty().subscribe((_, value) -> edited.accept(kind.write(value)));
    return new SettingControl<>(
        box,
        box,
        value -> {
          TreeSet<Duration> offered = new TreeSet<>(kind.offered());
          offered.add(value);
          if (!List.copyOf(offered).equals(box.getItems())) {
            box.getItems().setAll(offered);
          }
          box.setValue(value);
        });
  }

  private static SettingControl<String> words(Consumer<String> edited) {
    TextField field = new TextField();
    field.setPrefWidth(WORDS);
    field.setOnAction(_ -> edited.accept(field.getText().strip()));
    field.focusedProperty().subscribe((_, focused) -> sayOnLeaving(field, focused, edited));
    return new SettingControl<>(field, field, field::setText);
  }

  private static SettingControl<List<TrustedCertificate>> trusted(
      SettingKind.Trusted kind, Consumer<String> edited) {
    TrustedList list = new TrustedList(all -> edited.accept(kind.write(all)));
    return new SettingControl<>(list, list, list::show);
  }

  private static SettingControl<CategoryRules> categories(Consumer<String> edited) {
    CategoryList list = new CategoryList(edited);
    return new SettingControl<>(list, list, list::show);
  }

  private static void sayOnLeaving(TextField field, boolean focused, Consumer<String> edited) {
    if (!focused) {
      edited.accept(field.getText().strip());
    }
  }

  private static SettingControl<String> place(SettingKind.Place kind, Consumer<String> edited) {
    SettingControl<String> words = words(edited);
    Button choose = new Button("", new FontIcon(MaterialDesignF.FOLDER_OUTLINE));
    choose.getStyleClass().add("button-icon");
    Names.icon(choose, PreferencesWords.text("place.choose"));
    choose.setOnAction(
        _ -> {
          File chosen = kind.folder() ? chooseFolder(choose) : chooseFile(choose);
          if (chosen != null) {
            edited.accept(chosen.getAbsolutePath());
          }
        });
    HBox both = new HBox(6, words.node, choose);
    return new SettingControl<>(both, words.focus, words.show);
  }

  private static @Nullable File chooseFolder(Node over) {
    return new DirectoryChooser().showDialog(over.getScene().getWindow());
  }

  private static @Nullable File chooseFile(Node over) {
    return new FileChooser().showOpenDialog(over.getScene().getWindow());
  }

  private static <V> StringConverter<V> converter(Function<V, String> words) {
    return new StringConverter<>() {
      @Override
      public String toString(V value) {
        return value == null ? "" : words.apply(value);
      }

      @Override
      public V fromString(String text) {
        throw new UnsupportedOperationException("nobody types into a choice");
      }
    };
  }
}
