package org.sluice.app.downloads;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sluice.app.fx.Direction;
import org.sluice.app.fx.Names;
import org.sluice.app.said.Said;
import org.sluice.app.shell.DialogBox;
import org.sluice.app.shell.DialogLayer;
import org.sluice.engine.checksum.ChecksumText;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.Source;
import org.sluice.engine.item.StoredItem;

/// What was asked for, to be changed: addresses, name and password, connections, checksum.
final class PropertiesDialog {
  private PropertiesDialog() {}

  static void open(DialogLayer layer, DownloadsViewModel model, DownloadRow row, StoredItem item) {
    DownloadRequest request = item.request();
    TextArea addresses =
        new TextArea(request.sources().stream().map(Source::url).collect(Collectors.joining("\n")));
    addresses.setId("properties-addresses");
    Direction.leftToRight(addresses).getStyleClass().add("sl-code");
    addresses.setPrefRowCount(3);
    Names.tabLeaves(addresses);
    String user = request.fetch().user();
    int colon = user == null ? -1 : user.indexOf(':');
    TextField name = new TextField(user == null ? "" : colon < 0 ? user : user.substring(0, colon));
    name.setId("properties-user");
    PasswordField password = new PasswordField();
    password.setId("properties-password");
    password.setText(colon < 0 || user == null ? "" : user.substring(colon + 1));
    Spinner<Integer> segments =
        new Spinner<>(1, FetchWish.MOST_SEGMENTS, request.fetch().maxSegments());
    segments.setId("properties-segments");
    segments.setEditable(true);
    TextField checksum =
        new TextField(
            request.checksums().stream().map(Checksum::toString).collect(Collectors.joining(" ")));
    checksum.setId("properties-checksum");
    checksum.setPromptText("sha-256:…");
    Label complaint = new Label();
    complaint.getStyleClass().add("complaint");
    complaint.setWrapText(true);

    GridPane grid = new GridPane(12, 10);
    ColumnConstraints words = new ColumnConstraints(130);
    ColumnConstraints fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(words, fields);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox.setHgrow(password, Priority.ALWAYS);
    int line = 0;
    grid.addRow(line++, label("properties.place"), new Label(place(row, request)));
    grid.addRow(line++, label("properties.addresses", addresses), addresses);
    password.setAccessibleText(DownloadsWords.text("properties.password"));
    grid.addRow(line++, label("properties.user", name), new HBox(8, name, password));
    grid.addRow(line++, label("properties.segments", segments), segments);
    grid.addRow(line, label("properties.checksum", checksum), checksum);
    VBox content = new VBox(10, grid, complaint);
    DialogBox box =
        new DialogBox(
            layer, DownloadsWords.text("properties.title", row.item().name()), content, 640);
    box.cancel(DownloadsWords.text("dialog.cancel"));
    box.button(
        "properties-save",
        DownloadsWords.text("properties.save"),
        "accent",
        () -> {
          try {
            DownloadRequest changed =
                changed(
                    request,
                    addresses.getText(),
                    credentials(name.getText(), password.getText()),
                    segments.getValue(),
                    checksum.getText());
            model.whenDone(
                model.feed().change(item.id(), changed),
                _ -> {
                  if (row.group() == StateGroup.FAILED) {
                    model.wish(model.feed().resume(item.id()));
                  }
                });
            box.close();
          } catch (IllegalArgumentException e) {
            complaint.setText(Said.of(e));
          }
        });
    box.open();
  }

  private static String credentials(String name, String password) {
    return name.isBlank() ? "" : name.strip() + ":" + password;
  }

  static DownloadRequest changed(
      DownloadRequest request, String addresses, String user, int segments, String checksums) {
    List<String> urls = addresses.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    if (urls.isEmpty()) {
      throw new IllegalArgumentException(DownloadsWords.text("properties.noAddress"));
    }
    List<Source> known = request.sources();
    List<Source> sources =
        urls.stream()
            .map(
                url ->
                    known.stream()
                        .filter(source -> source.url().equals(url))
                        .findFirst()
                        .orElseGet(() -> new Source(url, urls.indexOf(url) == 0 ? 1 : 2, null)))
            .toList();
    List<Checksum> sums =
        List.of(checksums.strip().split("\\s+", -1)).stream()
            .filter(text -> !text.isEmpty())
            .map(ChecksumText::parse)
            .toList();
    return request
        .sources(sources)
        .checksums(sums)
        .fetch(request.fetch().user(user.isEmpty() ? null : user).maxSegments(segments));
  }

  private static String place(DownloadRow row, DownloadRequest request) {
    var target = row.item().file().target();
    return target == null ? request.file().folder().toString() : target.toString();
  }

  private static Label label(String key, Node field) {
    Label label = label(key);
    Names.by(label, field);
    return label;
  }

  private static Label label(String key) {
    Label label = new Label(DownloadsWords.text(key));
    label.getStyleClass().add("muted");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }
}
