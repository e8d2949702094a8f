package org.sluice.engine.download;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.LiveCarrier.EnoughException;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.http.Url;
import org.sluice.engine.loop.Alarm;
import org.sluice.engine.metalink.DescribedBy;
import org.sluice.engine.metalink.Metalink;
import org.sluice.engine.metalink.MetalinkException;
import org.sluice.engine.metalink.MetalinkReader;
import org.sluice.engine.metalink.MirrorRules.NamedBy;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.request.BodySink;
import org.sluice.engine.resume.RangeRequest;

/// Fetches the Metalink that a response points to, beside the file. Whatever goes wrong with it is no
/// failure of the download.
///
/// Nothing of the user's is told to the server that has it, unless it is the one of the file.
///
/// **Threads**: confined to the loop; the document is read on a thread of its own,
/// `sluice-metalink`. **Limits**: [DescribedBy#MOST_BYTES], [#PATIENCE_NANOS].
final class Described {
  /// A file that is complete does not wait longer for its description.
  static final long PATIENCE_NANOS = 15_000_000_000L;

  private final Site site;
  private final NamedBy by;
  private final Consumer<@Nullable Metalink> then;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final WritableByteChannel channel = Channels.newChannel(bytes);
  private final Transfer transfer;
  private final Alarm patience;
  private boolean over;

  /// @param by how the response came that points to it
  /// @param then told what it says; null for nothing that can be used
  Described(Site site, Item item, Url url, NamedBy by, Consumer<@Nullable Metalink> then) {
    this.site = site;
    this.by = by;
    this.then = then;
    Knowledge there = new Knowledge(url.toString());
    transfer = new Transfer(site.transfer(item, there, RangeRequest.whole()), new Document());
    patience = site.loop.later(PATIENCE_NANOS, () -> end(null));
    site.start(transfer, this::done);
  }

  /// Nobody wants to know any more.
  void cancel() {
    over = true;
    patience.cancel();
    site.cancel(transfer);
  }

  private void end(@Nullable Metalink metalink) {
    if (!over) {
      cancel();
      then.accept(metalink);
    }
  }

  private void done(TransferErrorCode code) {
    boolean safe = DescribedBy.isSafeFor(by, Addresses.url(transfer.info().effectiveUrl()));
    if (code != TransferErrorCode.OK || !safe) {
      end(null);
      return;
    }
    byte[] document = bytes.toByteArray();
    Thread.ofVirtual()
        .name("sluice-metalink")
        .start(
            () -> {
              Metalink read = read(document);
              site.loop.post(() -> end(read));
            });
  }

  private static @Nullable Metalink read(byte[] document) {
    try {
      return MetalinkReader.parse(document);
    } catch (MetalinkException e) {
      return null; // nobody asked for it
    }
  }

  /// Keeps what comes, up to the limit.
  private final class Document implements BodySink {
    @Override
    public void head(ResponseHead head) throws IOException {
      if (over || head.status() != 200) {
        throw new EnoughException("no Metalink");
      }
    }

    @Override
    public Answer write(ByteBuffer chunk) throws IOException {
      if (over || bytes.size() + chunk.remaining() > DescribedBy.MOST_BYTES) {
        throw new EnoughException("longer than a Metalink may be that nobody asked for");
      }
      channel.write(chunk);
      return Answer.TAKEN;
    }
  }
}
