package org.sluice.app.add;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sluice.app.downloads.Adding;
import org.sluice.app.downloads.DownloadsViewModel;
import org.sluice.app.monitor.UrlEntry;
import org.sluice.app.preferences.Category;
import org.sluice.app.preferences.Usual;
import org.sluice.app.said.Said;
import org.sluice.app.shell.Shell;
import org.sluice.engine.download.DownloadsOptions.Network;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.Source;
import org.sluice.engine.metalink.MetalinkException;
import org.sluice.engine.metalink.MetalinkFile;
import org.sluice.engine.metalink.MetalinkReader;
import org.sluice.engine.metalink.MirrorRules;

/// Adds downloads by the dialog, and what files name.
///
/// **Threads**: JavaFX.
public final class AddDownloads implements Adding {
  /// A text with more is no list of links.
  private static final long MOST_BYTES = 4L << 20;

  private final DownloadsViewModel list;
  private final Supplier<Network> network;
  private @Nullable AddDialog opened;

  /// @param network how servers are reached that are asked before a download
  public AddDownloads(DownloadsViewModel list, Supplier<Network> network) {
    this.list = list;
    this.network = network;
  }

  @Override
  public void open(Shell shell, String text) {
    AddDialog now = opened;
    if (now != null && !text.isEmpty()) {
      now.append(text);
    } else if (!shell.dialogs().isOpen()) {
      opened = AddDialog.open(shell, list, network.get(), text, () -> opened = null);
    }
  }

  @Override
  public boolean now(Shell shell, String typed) {
    if (LinkText.isTorrent(typed)) {
      shell.notice(AddWords.text("torrent", LinkText.shortened(typed)));
      return false;
    }
    return switch (UrlEntry.of(typed)) {
      case UrlEntry.Bad(String words) -> {
        shell.notice(AddWords.text("complaint.of", LinkText.shortened(typed), words));
        yield false;
      }
      case UrlEntry.Good(String url) -> {
        Usual usual = list.usualProperty().get();
        Category category =
            list.categoriesProperty().get().of(Prober.lastSegment(url), /* contentType= */ null);
        var _ = // what fails is said in the list
            list.add(
                DownloadRequest.of(url, usual.file().folder(list.folderFor(category)))
                    .fetch(usual.fetch()));
        yield true;
      }
    };
  }

  @Override
  public void file(Shell shell, Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".torrent")) {
      shell.notice(AddWords.text("torrent", String.valueOf(file.getFileName())));
      return;
    }
    if (Files.isDirectory(file)) {
      shell.notice(AddWords.text("isFolder", file.toString()));
      return;
    }
    try {
      if (name.endsWith(".meta4") || name.endsWith(".metalink")) {
        metalink(shell, file);
      } else {
        text(shell, file);
      }
    } catch (MetalinkException e) {
      shell.notice(AddWords.text("badMetalink", file.toString(), Said.of(e.sentence())));
    } catch (MalformedInputException e) {
      shell.notice(AddWords.text("noText", file.toString()));
    } catch (IOException e) {
      shell.notice(AddWords.text("unreadable", file.toString(), e.toString()));
    }
  }

  /// What its author says of each file is taken: addresses, checksums, name.
  private void metalink(Shell shell, Path file) throws IOException, MetalinkException {
    List<MetalinkFile> files;
    try (InputStream in = Files.newInputStream(file)) {
      files = MetalinkReader.read(in).files();
    }
    for (MetalinkFile each : files) {
      var _ = list.add(request(each)); // what fails is said in the list
    }
    shell
        .toasts()
        .say(AddWords.text("metalinkAdded", files.size(), String.valueOf(file.getFileName())));
  }

  private DownloadRequest request(MetalinkFile file) {
    Source first = file.sources().getFirst();
    List<Source> sources =
        MirrorRules.admit(
                first,
                file.sources().subList(1, file.sources().size()),
                file.checksums(),
                MirrorRules.NamedBy.USER)
            .sources();
    String name = file.name() == null ? "" : file.name();
    Usual usual = list.usualProperty().get();
    FileWish wish =
        usual
            .file()
            .folder(list.folderFor(list.categoriesProperty().get().of(name, null)))
            .named(file.name());
    return DownloadRequest.of(first.url(), wish)
        .fetch(usual.fetch())
        .sources(sources)
        .checksums(file.checksums());
  }

  private void text(Shell shell, Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      shell.notice(AddWords.text("noText", file.toString()));
      return;
    }
    String text = Files.readString(file);
    if (LinkText.of(text).links().isEmpty()) {
      shell.notice(AddWords.text("noLinks", file.toString()));
    } else {
      open(shell, text);
    }
  }
}
