package org.sluice.app.add;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.sluice.app.fx.Direction;
import org.sluice.app.fx.Names;
import org.sluice.app.said.Said;
import org.sluice.engine.http.Headers.Field;
import org.sluice.engine.http.SecretFields;

/// Headers, name and password, cookies and mirrors: what most downloads do not need.
final class HeadersPane extends VBox {
  private final AddViewModel model;
  private final VBox fields = new VBox();
  private final Label complaint = new Label();
  private final HBox signIn;

  HeadersPane(AddViewModel model) {
    super(10);
    this.model = model;
    fields.getStyleClass().add("header-fields");
    TextField name = field("header-name", "headers.name", 180);
    TextField value = field("header-value", "headers.value", 240);
    HBox.setHgrow(value, Priority.ALWAYS);
    Button add = new Button(AddWords.text("headers.add"), new FontIcon(MaterialDesignP.PLUS));
    add.setId("header-add");
    add.setMinWidth(Region.USE_PREF_SIZE);
    add.setOnAction(_ -> addField(name, value));
    value.setOnAction(_ -> addField(name, value));
    complaint.getStyleClass().add("complaint");
    visible(complaint, false);
    TextField user = field("user", "headers.user", 200);
    user.textProperty().bindBidirectional(model.userProperty());
    PasswordField password = new PasswordField();
    password.setId("password");
    password.setPromptText(AddWords.text("headers.password"));
    password.setAccessibleText(AddWords.text("headers.password"));
    password.textProperty().bindBidirectional(model.passwordProperty());
    password.setOnAction(_ -> model.probeSignedIn());
    password
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                model.probeSignedIn();
              }
            });
    HBox.setHgrow(user, Priority.ALWAYS);
    HBox.setHgrow(password, Priority.ALWAYS);
    Button cookies = new Button(AddWords.text("headers.cookies"));
    cookies.setId("cookies");
    cookies.setMinWidth(Region.USE_PREF_SIZE);
    cookies.setOnAction(_ -> chooseCookies(cookies));
    signIn = new HBox(8, user, password, cookies);
    TextArea mirrors = new TextArea();
    mirrors.setId("mirrors");
    mirrors.setPrefRowCount(2);
    Direction.leftToRight(mirrors).getStyleClass().add(Direction.mixed("sl-code", "text-small"));
    mirrors.setPromptText(AddWords.text("headers.mirrors"));
    mirrors.setAccessibleText(AddWords.text("headers.mirrors"));
    Names.tabLeaves(mirrors);
    mirrors.textProperty().bindBidirectional(model.mirrorsProperty());
    model.headers().addListener((ListChangeListener<Field>) _ -> showFields());
    showFields();
    getChildren().addAll(fields, new HBox(8, name, value, add), complaint, signIn, mirrors);
  }

  /// The fields for a name and a password.
  Node signIn() {
    return signIn;
  }

  private static TextField field(String id, String key, double width) {
    TextField field = new TextField();
    field.setId(id);
    field.setPromptText(AddWords.text(key));
    field.setAccessibleText(AddWords.text(key));
    field.setPrefWidth(width);
    return field;
  }

  private void addField(TextField name, TextField value) {
    try {
      model.headers().add(new Field(name.getText().strip(), value.getText().strip()));
      name.clear();
      value.clear();
      name.requestFocus();
      visible(complaint, false);
    } catch (IllegalArgumentException e) {
      complaint.setText(Said.of(e));
      visible(complaint, true);
    }
  }

  private void showFields() {
    fields.getChildren().clear();
    for (Field field : List.copyOf(model.headers())) {
      Label name = new Label(field.name());
      name.getStyleClass().add("sl-medium");
      name.setMinWidth(150);
      Label value = new Label(SecretFields.isSecret(field.name()) ? "••••••••••••" : field.value());
      Direction.leftToRight(value).getStyleClass().add("sl-code");
      HBox.setHgrow(value, Priority.ALWAYS);
      value.setMaxWidth(Double.MAX_VALUE);
      Button remove = new Button("", new FontIcon(MaterialDesignC.CLOSE));
      remove.getStyleClass().addAll("flat", "button-icon", "notice-close");
      Names.icon(remove, AddWords.text("headers.remove", field.name()));
      remove.setOnAction(_ -> model.headers().remove(field));
      HBox line = new HBox(8, name, value, remove);
      line.setAlignment(Pos.CENTER_LEFT);
      line.getStyleClass().add("header-field");
      fields.getChildren().add(line);
    }
    visible(fields, !model.headers().isEmpty());
  }

  private void chooseCookies(Button button) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(AddWords.text("headers.cookies"));
    File file = chooser.showOpenDialog(getScene().getWindow());
    if (file == null) {
      return;
    }
    try {
      if (file.length() > CookieFile.MOST_CHARS) {
        throw new IOException(AddWords.text("headers.cookies.large"));
      }
      model.cookiesProperty().set(Files.readString(file.toPath()));
      button.setText(file.getName());
      model.probeWithCookies();
      visible(complaint, false);
    } catch (IOException e) {
      complaint.setText(AddWords.text("unreadable", file.toString(), e.toString()));
      visible(complaint, true);
    }
  }

  private static void visible(Region node, boolean value) {
    node.setVisible(value);
    node.setManaged(value);
  }
}
