package org.sluice.app.add;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.sluice.app.downloads.DownloadsViewModel;
import org.sluice.app.preferences.Usual;
import org.sluice.app.said.Said;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.Source;
import org.sluice.engine.metalink.MirrorRules;

/// Makes downloads of what stands in the dialog.
final class AddRequests {
  /// Mirrors that the user names are asked after the address itself.
  private static final int MIRROR_PRIORITY = 2;

  private final AddViewModel model;
  private final DownloadsViewModel list;
  private final Usual usual;

  /// @param usual what holds where the dialog says nothing
  AddRequests(AddViewModel model, DownloadsViewModel list, Usual usual) {
    this.model = model;
    this.list = list;
    this.usual = usual;
  }

  /// The downloads that are wanted.
  ///
  /// @param paused whether they wait for the user
  /// @throws IllegalArgumentException with a sentence, if something makes no sense
  List<DownloadRequest> all(boolean paused) {
    Path place = model.place();
    if (place == null) {
      throw new IllegalArgumentException(AddWords.text("badFolder", model.folderProperty().get()));
    }
    List<Checksum> checksums = new ArrayList<>();
    if (!model.checksum().isEmpty()) {
      Checksum parsed = model.checksum().parsed();
      if (parsed == null) {
        throw new IllegalArgumentException(AddWords.text("badChecksum"));
      }
      checksums.add(parsed);
    }
    if (model.links().size() > 1 && !checksums.isEmpty()) {
      throw new IllegalArgumentException(AddWords.text("manyChecksum"));
    }
    List<DownloadRequest> requests = new ArrayList<>();
    for (LinkRow row : model.wantedLinks()) {
      requests.add(
          request(row, place, checksums).queue(model.queueProperty().get()).startPaused(paused));
    }
    return requests;
  }

  private DownloadRequest request(LinkRow row, Path place, List<Checksum> checksums) {
    Link link = row.link();
    boolean single = model.links().size() == 1;
    String typed = model.nameProperty().get().strip();
    boolean own = single && !typed.isEmpty() && !typed.equals(model.suggestedName());
    FileWish file =
        usual.file().folder(single ? place : folderOf(row, place)).named(own ? typed : link.name());
    if (model.replaceProperty().get()) {
      file = file.ifExists(FileWish.IfExists.OVERWRITE);
    } else if (file.ifExists() == FileWish.IfExists.OVERWRITE) {
      file = file.ifExists(FileWish.IfExists.NUMBER); // it was taken back for this one
    }
    FetchWish fetch =
        link.over(usual.fetch())
            .headers(model.headersFor(link))
            .user(model.userOr(link))
            .maxSegments(model.segmentsProperty().get());
    return DownloadRequest.of(link.url(), file)
        .fetch(fetch)
        .checksums(checksums)
        .sources(sources(link.url(), single, checksums));
  }

  /// Several that were not told where go by their sort.
  private Path folderOf(LinkRow row, Path place) {
    return model.folderProperty().get().equals(model.suggestedFolder())
        ? list.folderFor(list.categoriesProperty().get().of(row.name(), null))
        : place;
  }

  private List<Source> sources(String url, boolean single, List<Checksum> checksums) {
    List<Source> others =
        model
            .mirrorsProperty()
            .get()
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .map(line -> new Source(line, MIRROR_PRIORITY, null))
            .toList();
    if (others.isEmpty()) {
      return List.of(Source.of(url));
    }
    if (!single) {
      throw new IllegalArgumentException(AddWords.text("manyMirrors"));
    }
    MirrorRules.Admitted admitted =
        MirrorRules.admit(Source.of(url), others, checksums, MirrorRules.NamedBy.USER);
    if (!admitted.refused().isEmpty()) {
      MirrorRules.Refused first = Objects.requireNonNull(admitted.refused().getFirst());
      throw new IllegalArgumentException(
          LinkText.shortened(first.source().url()) + ": " + Said.of(first.sentence()));
    }
    return admitted.sources();
  }
}
