package org.sluice.app.preferences;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.sluice.engine.request.TrustedCertificate;

/// The certificates that were accepted by hand, each with a button that takes it back.
///
/// **Threads**: JavaFX.
final class TrustedList extends VBox {
  private static final double WIDTH = 330;

  private final Consumer<List<TrustedCertificate>> wanted;

  /// @param wanted is told which ones are left
  TrustedList(Consumer<List<TrustedCertificate>> wanted) {
    super(4);
    this.wanted = wanted;
    setPrefWidth(WIDTH);
    setAlignment(Pos.CENTER_RIGHT);
    getStyleClass().add("trusted-list");
  }

  void show(List<TrustedCertificate> all) {
    getChildren().clear();
    if (all.isEmpty()) {
      Label none = new Label(PreferencesWords.text("value.none"));
      none.getStyleClass().add("setting-more");
      getChildren().add(none);
    }
    for (TrustedCertificate one : all) {
      getChildren().add(line(one, all));
    }
  }

  private HBox line(TrustedCertificate one, List<TrustedCertificate> all) {
    String server = one.host() + ":" + one.port();
    Label host = new Label(server);
    host.getStyleClass().add("setting-title");
    Label fingerprint = new Label(one.sha256());
    fingerprint.getStyleClass().add("sl-code");
    fingerprint.setTooltip(new Tooltip(one.sha256()));
    VBox words = new VBox(host, fingerprint);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button remove = new Button("", new FontIcon(MaterialDesignC.CLOSE));
    String tip = PreferencesWords.text("security.accepted.remove", server);
    remove.getStyleClass().addAll("flat", "button-icon", "trusted-remove");
    remove.setAccessibleText(tip);
    remove.setTooltip(new Tooltip(tip));
    remove.setOnAction(
        _ -> wanted.accept(all.stream().filter(other -> !other.equals(one)).toList()));
    HBox line = new HBox(8, words, remove);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}
