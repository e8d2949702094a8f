package org.sluice.app.add;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.app.downloads.DownloadsViewModel;
import org.sluice.app.downloads.FakeList;
import org.sluice.app.terminal.Items;
import org.sluice.engine.http.Headers.Field;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.item.StoredItem;
import org.sluice.engine.range.Spans;

/// What follows from what was typed and from what servers say, without a window.
class AddViewModelTest {
  private static final ProbeAnswer WANTS_SIGN_IN = new ProbeAnswer.Refused("who?", "401", true);

  @TempDir Path folder;

  private final List<Link> asked = new ArrayList<>();
  private final List<CompletableFuture<ProbeAnswer>> answers = new ArrayList<>();
  private final FakeList feed = new FakeList();

  private AddViewModel model() {
    DownloadsViewModel list = new DownloadsViewModel(feed, new SimpleObjectProperty<>(folder));
    list.refresh(0);
    AddViewModel model = new AddViewModel(list, this::ask, Runnable::run);
    list.refresh(1); // it has asked for what the list keeps
    return model;
  }

  private CompletableFuture<ProbeAnswer> ask(Link link) {
    asked.add(link);
    answers.add(new CompletableFuture<>());
    return answers.getLast();
  }

  private static ProbeAnswer ready(String name, boolean ranges) {
    return new ProbeAnswer.Ready(name, 100, null, ranges, "h2", 1);
  }

  @Test
  void theServersNameTakesThePlaceOfTheAddressesAndNotOfTheUsers() {
    AddViewModel model = model();
    model.textProperty().set("https://example.org/get?id=7");
    model.probe();
    assertThat(model.nameProperty().get()).isEqualTo("get");
    answers.getFirst().complete(ready("a/film.mkv", true));
    assertThat(model.nameProperty().get()).isEqualTo("a_film.mkv");
    model.nameProperty().set("mine.mkv");
    model.probeAgain();
    answers.getLast().complete(ready("other.mkv", true));
    assertThat(model.nameProperty().get()).isEqualTo("mine.mkv");
  }

  @Test
  void theFolderFollowsTheCategoryUntilOneIsChosen() {
    AddViewModel model = model();
    model.textProperty().set("https://example.org/film.mkv");
    Path films = Path.of(model.folderProperty().get());
    assertThat(films).startsWithRaw(folder).isNotEqualTo(folder);
    model.nameProperty().set("letter.pdf");
    assertThat(Path.of(model.folderProperty().get())).isNotEqualTo(films);
    String mine = folder.resolve("mine").toString();
    model.folderProperty().set(mine);
    model.nameProperty().set("film.mkv");
    assertThat(model.folderProperty().get()).isEqualTo(mine);
  }

  @Test
  void aServerWithoutRangesGetsOneConnection() {
    AddViewModel model = model();
    model.textProperty().set("https://example.org/a.iso");
    model.probe();
    assertThat(model.segmentsProperty().get()).isGreaterThan(1);
    answers.getFirst().complete(ready("a.iso", false));
    assertThat(model.segmentsProperty().get()).isEqualTo(1);
  }

  @Test
  void aLinkIsAskedOnceAndOfManyOnlyTheFirst() {
    AddViewModel model = model();
    model.textProperty().set("https://example.org/[001-100].bin");
    model.probe();
    model.probe();
    assertThat(asked).hasSize(Probes.MOST);
    assertThat(model.single()).isNull();
    assertThat(model.isReady()).isTrue();
    assertThat(model.requests(false)).hasSize(100);
  }

  @Test
  void whatWasAskedBeforeThePasswordSaysNothingAnyMore() {
    AddViewModel model = model();
    model.textProperty().set("https://example.org/secret.zip");
    model.probe();
    answers.getFirst().complete(WANTS_SIGN_IN);
    assertThat(model.wantsSignIn()).isTrue();
    model.userProperty().set("me");
    model.probeSignedIn();
    assertThat(asked).as("a name alone does not help").hasSize(1);
    model.passwordProperty().set("wrong");
    model.probeSignedIn();
    model.passwordProperty().set("right");
    model.probeAgain();
    assertThat(asked).extracting(Link::user).containsExactly(null, "me:wrong", "me:right");
    answers.get(2).complete(ready("secret.zip", true));
    answers.get(1).complete(WANTS_SIGN_IN);
    assertThat(model.wantsSignIn()).isFalse();
    assertThat(model.single().answerProperty().get()).isInstanceOf(ProbeAnswer.Ready.class);
  }

  @Test
  void whoCannotBeAskedIsToldOfByASentence() {
    AddViewModel model = model();
    model.textProperty().set("https://example.org/a.zip");
    model.probe();
    answers.getFirst().completeExceptionally(new IOException("no route"));
    assertThat(model.single().answerProperty().get())
        .isInstanceOfSatisfying(
            ProbeAnswer.Refused.class,
            refused -> {
              assertThat(refused.sentence()).contains("no route");
              assertThat(refused.wantsSignIn()).isFalse();
            });
    assertThat(model.isReady()).as("it may be added anyway").isTrue();
  }

  @Test
  void headersOfThisDialogGoWithThoseOfEachLink() {
    AddViewModel model = model();
    model.textProperty().set("curl -H 'X-One: 1' https://example.org/a https://example.org/b");
    model.headers().add(new Field("X-Two", "2"));
    Link first = model.links().getFirst().link();
    assertThat(model.headersFor(first).fields())
        .containsExactly(new Field("X-One", "1"), new Field("X-Two", "2"));
  }

  @Test
  void nothingIsAddedIntoAFolderThatIsNone() {
    AddViewModel model = model();
    assertThat(model.isReady()).isFalse();
    model.textProperty().set("https://example.org/a");
    assertThat(model.isReady()).isTrue();
    model.folderProperty().set("relative/folder");
    assertThat(model.isReady()).isFalse();
  }

  @Test
  void aFileThatIsInTheWayIsNamed() throws IOException {
    Files.createFile(folder.resolve("a.xyz"));
    AddViewModel model = model();
    model.folderProperty().set(folder.toString());
    model.textProperty().set("https://example.org/a.xyz");
    assertThat(model.takenProperty().get()).isEqualTo("a.xyz");
    model.nameProperty().set("b.xyz");
    assertThat(model.takenProperty().get()).isEmpty();
  }

  @Test
  void whatTheListHasIsKnownByItsWholeAddress() {
    String url = "https://example.org/get?id=7";
    feed.items =
        List.of(Items.item(1, "get", ItemState.PAUSED, StateReason.NONE, 100, Spans.EMPTY));
    feed.stored =
        List.of(
            new StoredItem(
                new ItemId(1),
                DownloadRequest.of(url, FileWish.into(folder)),
                Items.NOW,
                1,
                null,
                Spans.EMPTY,
                StoredItem.Progress.NEW));
    AddViewModel model = model();
    model.textProperty().set(url);
    assertThat(model.duplicateProperty().get()).isNotNull();
    model.textProperty().set("https://example.org/get?id=8");
    assertThat(model.duplicateProperty().get()).isNull();
    model.textProperty().set(url + "\nhttps://example.org/get?id=8");
    assertThat(model.repeatedProperty().get()).isEqualTo(1);
    assertThat(model.wantedLinks()).hasSize(2);
    model.leaveOutKnownProperty().set(true);
    assertThat(model.wantedLinks()).hasSize(1);
  }
}
