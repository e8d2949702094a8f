package org.sluice.app.add;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.sluice.app.downloads.DownloadRow;
import org.sluice.app.downloads.DownloadsViewModel;
import org.sluice.app.preferences.Category;
import org.sluice.app.preferences.Usual;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.Headers.Field;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.ItemId;

/// The dialog without nodes: what was typed, what servers say of it, and the downloads that follow.
///
/// **Threads**: JavaFX (or one thread in a test). **Limits**: [Probes#MOST].
final class AddViewModel {
  private final DownloadsViewModel list;
  private final Probes probes;
  private final StringProperty text = new SimpleStringProperty("");
  private final ObservableList<LinkRow> links = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable DownloadRow> duplicate =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper taken = new ReadOnlyStringWrapper("");
  private final BooleanProperty replace = new SimpleBooleanProperty();
  private final StringProperty folder = new SimpleStringProperty("");
  private final StringProperty name = new SimpleStringProperty("");
  private final IntegerProperty segments = new SimpleIntegerProperty();
  private final StringProperty queue = new SimpleStringProperty(DownloadRequest.MAIN_QUEUE);
  private final ChecksumField checksum = new ChecksumField();
  private final ObservableList<Field> headers = FXCollections.observableArrayList();
  private final StringProperty user = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private final StringProperty mirrors = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable String> cookies = new SimpleObjectProperty<>();
  private final KnownLinks known = new KnownLinks();
  private final ReadOnlyIntegerWrapper repeated = new ReadOnlyIntegerWrapper();
  private final BooleanProperty leaveOutKnown = new SimpleBooleanProperty();
  private String suggestedName = "";
  private String suggestedFolder = "";
  private final Usual usual;

  /// @param prober asks a server; answers on any thread
  /// @param ui runs on the thread of this model
  AddViewModel(
      DownloadsViewModel list, Function<Link, CompletableFuture<ProbeAnswer>> prober, Executor ui) {
    this.list = list;
    probes = new Probes(prober, ui, this::asked, this::suggest);
    usual = list.usualProperty().get();
    segments.set(usual.fetch().maxSegments());
    replace.set(usual.file().ifExists() == FileWish.IfExists.OVERWRITE);
    text.subscribe(_ -> read());
    suggestFolder(Category.OTHER);
    name.subscribe((_, _) -> renamed());
    folder.subscribe((_, _) -> lookAtPlace());
    list.requests(
        items -> {
          known.learn(items);
          lookForDuplicate();
        });
  }

  // ---- what was typed -------------------------------------------------------------------------

  StringProperty textProperty() {
    return text;
  }

  ObservableList<LinkRow> links() {
    return links;
  }

  /// What could not be understood; empty for nothing.
  ReadOnlyStringProperty complaintProperty() {
    return complaint.getReadOnlyProperty();
  }

  /// What is worth knowing about a pasted command; empty for nothing.
  ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  /// The only link; null for none or several.
  @Nullable LinkRow single() {
    return links.size() == 1 ? links.getFirst() : null;
  }

  private void read() {
    LinkText read = LinkText.of(text.get());
    complaint.set(String.join("\n", read.complaints().stream().limit(3).toList()));
    note.set(String.join("\n", read.notes().stream().limit(3).toList()));
    List<Link> now = read.links();
    List<Link> before = links.stream().map(LinkRow::link).toList();
    if (now.equals(before)) {
      return;
    }
    List<LinkRow> rows = new ArrayList<>();
    for (Link link : now) {
      int at = before.indexOf(link);
      rows.add(at >= 0 ? links.get(at) : new LinkRow(link));
    }
    links.setAll(rows);
    LinkRow single = single();
    if (single != null) {
      if (!single.link().headers().fields().isEmpty()) {
        headers.setAll(single.link().headers().fields());
      }
      String given = single.link().user();
      if (given != null) {
        int colon = given.indexOf(':');
        user.set(given.substring(0, Math.max(0, colon)));
        password.set(given.substring(colon + 1));
      }
    }
    suggest();
    lookForDuplicate();
  }

  /// Asks the servers of the links that were not asked yet.
  void probe() {
    probes.ask(links, Objects::isNull);
  }

  /// Whether the server of the only link has refused it for want of a name and a password.
  boolean wantsSignIn() {
    LinkRow single = single();
    return single != null
        && single.answerProperty().get() instanceof ProbeAnswer.Refused(_, _, boolean wants)
        && wants;
  }

  /// Asks once more if what was refused has a name and a password now.
  void probeSignedIn() {
    if (wantsSignIn() && !user.get().isBlank() && !password.get().isEmpty()) {
      probeAgain();
    }
  }

  /// Asks those once more that have refused: they may answer to cookies.
  void probeWithCookies() {
    probes.ask(links, ProbeAnswer.Refused.class::isInstance);
  }

  /// Asks once more, with the headers and the password of now.
  void probeAgain() {
    probes.ask(links, _ -> true);
  }

  private Link asked(LinkRow row) {
    Link link = row.link();
    return link.with(headersFor(link), row.equals(single()) ? userOr(link) : link.user());
  }

  // ---- what follows from it -------------------------------------------------------------------

  /// What stands in the field of the name unless the user has typed another one.
  String suggestedName() {
    return suggestedName;
  }

  /// The same of the folder.
  String suggestedFolder() {
    return suggestedFolder;
  }

  private void suggest() {
    LinkRow single = single();
    String next = single == null ? "" : safe(single.name());
    if (name.get().equals(suggestedName)) {
      suggestedName = next;
      name.set(next);
    }
    if (single != null) {
      suggestFolder(category(single, name.get()));
      if (single.answerProperty().get() instanceof ProbeAnswer.Ready ready && !ready.ranges()) {
        segments.set(1);
      }
    }
    lookAtPlace();
  }

  /// Its end says where it goes, as long as nobody chose a folder.
  private void renamed() {
    LinkRow single = single();
    if (single != null) {
      suggestFolder(category(single, name.get()));
    }
    lookAtPlace();
  }

  private Category category(LinkRow row, String called) {
    String type =
        row.answerProperty().get() instanceof ProbeAnswer.Ready ready ? ready.type() : null;
    return list.categoriesProperty().get().of(called, type);
  }

  private void suggestFolder(Category category) {
    if (folder.get().equals(suggestedFolder)) {
      suggestedFolder = list.folderFor(category).toString();
      folder.set(suggestedFolder);
    }
  }

  /// What cannot stand in a name of a file is left out; the list makes it safe once more.
  private static String safe(String given) {
    return given.replaceAll("[\\x00-\\x1f<>:\"/\\\\|?*]", "_");
  }

  private void lookForDuplicate() {
    LinkRow single = single();
    ItemId id = single == null ? null : known.find(single.link().url());
    duplicate.set(id == null ? null : list.find(id));
    links.forEach(row -> row.knownProperty().set(isKnown(row)));
    repeated.set(single == null ? (int) links.stream().filter(this::isKnown).count() : 0);
  }

  private boolean isKnown(LinkRow row) {
    ItemId id = known.find(row.link().url());
    return id != null && list.find(id) != null;
  }

  private void lookAtPlace() {
    String file = name.get().strip();
    Path place = place();
    if (file.isEmpty() || place == null) {
      taken.set("");
      return;
    }
    try {
      taken.set(Files.exists(place.resolve(file)) ? file : "");
    } catch (InvalidPathException e) {
      taken.set("");
    }
  }

  /// Where they go; null if that is no whole path.
  @Nullable Path place() {
    try {
      Path path = Path.of(folder.get().strip());
      return path.isAbsolute() ? path : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /// A download of the same address that is in the list; null for none.
  ReadOnlyObjectProperty<@Nullable DownloadRow> duplicateProperty() {
    return duplicate.getReadOnlyProperty();
  }

  /// How many of several links are in the list already.
  ReadOnlyIntegerProperty repeatedProperty() {
    return repeated.getReadOnlyProperty();
  }

  /// Whether these are not added again.
  BooleanProperty leaveOutKnownProperty() {
    return leaveOutKnown;
  }

  /// The links that are to become downloads.
  List<LinkRow> wantedLinks() {
    return links.stream()
        .filter(row -> repeated.get() == 0 || !leaveOutKnown.get() || !isKnown(row))
        .toList();
  }

  /// The name of a file that is in the way; empty for none.
  ReadOnlyStringProperty takenProperty() {
    return taken.getReadOnlyProperty();
  }

  // ---- how it is wanted -----------------------------------------------------------------------

  StringProperty folderProperty() {
    return folder;
  }

  StringProperty nameProperty() {
    return name;
  }

  /// Whether a file of that name is replaced once the new one is complete.
  BooleanProperty replaceProperty() {
    return replace;
  }

  IntegerProperty segmentsProperty() {
    return segments;
  }

  StringProperty queueProperty() {
    return queue;
  }

  ChecksumField checksum() {
    return checksum;
  }

  ObservableList<Field> headers() {
    return headers;
  }

  StringProperty userProperty() {
    return user;
  }

  StringProperty passwordProperty() {
    return password;
  }

  /// Addresses of the same file, one a line.
  StringProperty mirrorsProperty() {
    return mirrors;
  }

  /// The text of a file of cookies; null for none.
  ObjectProperty<@Nullable String> cookiesProperty() {
    return cookies;
  }

  @Nullable String userOr(Link link) {
    return user.get().isBlank() ? link.user() : user.get().strip() + ":" + password.get();
  }

  Headers headersFor(Link link) {
    List<Field> all = new ArrayList<>(links.size() == 1 ? headers : link.headers().fields());
    if (links.size() > 1) {
      all.addAll(headers);
    }
    String text = cookies.get();
    if (text != null) {
      String value = CookieFile.forUrl(text, link.url(), java.time.Instant.now());
      if (!value.isEmpty()) {
        all.add(new Field("Cookie", value));
      }
    }
    return new Headers(all);
  }

  // ---- the end --------------------------------------------------------------------------------

  /// Whether there is anything to download.
  boolean isReady() {
    return !links.isEmpty() && place() != null;
  }

  /// The downloads that are wanted.
  ///
  /// @param paused whether they wait for the user
  /// @throws IllegalArgumentException with a sentence, if something makes no sense
  List<DownloadRequest> requests(boolean paused) {
    return new AddRequests(this, list, usual).all(paused);
  }
}
