package org.sluice.app.downloads;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.Source;
import org.sluice.engine.item.StoredItem;

/// What was asked for, to be changed: addresses, headers, name and password, connections, checksum;
/// and the place of the file as long as there is none.
final class PropertiesDialog {
  private static final double WIDTH = 640;

  private final DownloadRow row;
  private final DownloadRequest request;
  private final TextField folder = field("folder");
  private final TextField file = field("file");
  private final TextArea addresses = area("addresses", 3);
  private final TextArea headers = area("headers", 2);
  private final TextField name = field("user");
  private final PasswordField password = new PasswordField();
  private final Spinner<Integer> segments;
  private final TextField checksum = field("checksum");

  private PropertiesDialog(DownloadRow row, DownloadRequest request) {
    this.row = row;
    this.request = request;
    String user = request.fetch().user();
    int colon = user == null ? -1 : user.indexOf(':');
    Direction.leftToRight(folder).setText(request.file().folder().toString());
    file.setText(request.file().name() == null ? "" : request.file().name());
    file.setPromptText(DownloadsWords.text("properties.file.prompt"));
    addresses.setText(
        request.sources().stream().map(Source::url).collect(Collectors.joining("\n")));
    addresses.getStyleClass().add("initial-focus");
    headers.setText(HeaderLines.of(request.fetch().headers()));
    headers.setPromptText("Cookie: a=b");
    name.setText(user == null ? "" : colon < 0 ? user : user.substring(0, colon));
    password.setId("properties-password");
    password.setText(colon < 0 || user == null ? "" : user.substring(colon + 1));
    segments = new Spinner<>(1, FetchWish.MOST_SEGMENTS, request.fetch().maxSegments());
    segments.setId("properties-segments");
    segments.setEditable(true);
    checksum.setText(
        request.checksums().stream().map(Checksum::toString).collect(Collectors.joining(" ")));
    checksum.setPromptText("sha-256:…");
    checksum.getStyleClass().add("sl-code");
  }

  private static TextField field(String id) {
    TextField field = new TextField();
    field.setId("properties-" + id);
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }

  private static TextArea area(String id, int rows) {
    TextArea area = new TextArea();
    area.setId("properties-" + id);
    area.setPrefRowCount(rows);
    Names.tabLeaves(area);
    Direction.leftToRight(area).getStyleClass().add("sl-code");
    return area;
  }

  static void open(DialogLayer layer, DownloadsViewModel model, DownloadRow row, StoredItem item) {
    PropertiesDialog dialog = new PropertiesDialog(row, item.request());
    Label complaint = new Label();
    complaint.setId("properties-complaint");
    complaint.getStyleClass().add("complaint");
    complaint.managedProperty().bind(complaint.textProperty().isNotEmpty());
    complaint.setWrapText(true);
    DialogBox box =
        new DialogBox(
            layer,
            DownloadsWords.text("properties.title", row.item().name()),
            new VBox(10, dialog.grid(), complaint),
            WIDTH);
    box.cancel(DownloadsWords.text("dialog.cancel"));
    box.button(
        "properties-save",
        DownloadsWords.text("properties.save"),
        "accent",
        () -> {
          try {
            save(model, row, item, dialog.changed());
            box.close();
          } catch (IllegalArgumentException e) {
            complaint.setText(Said.of(e));
          }
        });
    box.open();
  }

  private static void save(
      DownloadsViewModel model, DownloadRow row, StoredItem item, DownloadRequest changed) {
    model.whenDone(
        model.feed().change(item.id(), changed),
        _ -> {
          if (row.group() == StateGroup.FAILED) {
            model.wish(model.feed().resume(item.id()));
          }
        });
  }

  private GridPane grid() {
    HBox.setHgrow(password, Priority.ALWAYS);
    GridPane grid = new GridPane(12, 10);
    ColumnConstraints words = new ColumnConstraints();
    words.setMinWidth(ColumnConstraints.CONSTRAIN_TO_PREF); // in each language
    ColumnConstraints fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(words, fields);
    int line = 0;
    grid.addRow(line++, label("place", folder), place());
    grid.addRow(line++, label("addresses", addresses), addresses);
    grid.addRow(line++, label("headers", headers), headers);
    grid.addRow(line++, label("user", name), new HBox(8, name, password));
    grid.addRow(line++, label("segments", segments), segments);
    grid.addRow(line, label("checksum", checksum), checksum);
    file.setAccessibleText(DownloadsWords.text("column.NAME"));
    password.setAccessibleText(DownloadsWords.text("properties.password"));
    return grid;
  }

  /// A file that has been begun stays where it is.
  private Node place() {
    Path target = row.item().file().target();
    file.setPrefColumnCount(12);
    return target == null
        ? new HBox(8, folder, file)
        : Direction.leftToRight(new Label(target.toString()));
  }

  private static Label label(String key, Node field) {
    Label label = new Label(DownloadsWords.text("properties." + key));
    label.getStyleClass().add("muted");
    label.setMinWidth(Region.USE_PREF_SIZE);
    Names.by(label, field);
    return label;
  }

  // ---- what follows ---------------------------------------------------------------------------

  /// @throws IllegalArgumentException with a sentence, if something makes no sense
  private DownloadRequest changed() {
    List<Checksum> sums =
        List.of(checksum.getText().strip().split("\\s+", -1)).stream()
            .filter(text -> !text.isEmpty())
            .map(ChecksumText::parse)
            .toList();
    String user =
        name.getText().isBlank() ? null : name.getText().strip() + ":" + password.getText();
    FetchWish fetch = request.fetch();
    DownloadRequest changed =
        request
            .sources(sources(addresses.getText(), request.sources()))
            .checksums(sums)
            .fetch(
                fetch
                    .headers(HeaderLines.read(headers.getText(), fetch.headers()))
                    .user(user)
                    .maxSegments(segments.getValue()));
    return row.item().file().target() == null
        ? changed.file(placed(request.file(), folder.getText(), file.getText()))
        : changed;
  }

  static FileWish placed(FileWish wish, String folder, String name) {
    Path path;
    try {
      path = Path.of(folder.strip());
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(DownloadsWords.text("properties.noFolder", folder), e);
    }
    if (!path.isAbsolute()) {
      throw new IllegalArgumentException(DownloadsWords.text("properties.noFolder", folder));
    }
    return wish.folder(path).named(name.isBlank() ? null : name.strip());
  }

  static List<Source> sources(String addresses, List<Source> known) {
    List<String> urls = addresses.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    if (urls.isEmpty()) {
      throw new IllegalArgumentException(DownloadsWords.text("properties.noAddress"));
    }
    return urls.stream()
        .map(
            url ->
                known.stream()
                    .filter(source -> source.url().equals(url))
                    .findFirst()
                    .orElseGet(() -> new Source(url, urls.indexOf(url) == 0 ? 1 : 2, null)))
        .toList();
  }
}
