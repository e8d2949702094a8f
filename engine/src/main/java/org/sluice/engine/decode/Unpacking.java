package org.sluice.engine.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;

/// All codings of one body, taken off one after the other as its bytes come.
///
/// Memory is bounded: each coding has one piece of output and its library's window.
///
/// **Threads**: confined to the thread of its multi. **Errors**: BAD_CONTENT_ENCODING.
/// **Limits**: [DecodeLimits].
public final class Unpacking implements AutoCloseable {
  /// What `Accept-Encoding` says for all that is understood.
  public static final String ALL = "deflate, gzip, br, zstd";

  /// One coding and how much has gone through it.
  private static final class Stage {
    private final Decoder decoder;
    private long inBytes;
    private long outBytes;

    Stage(Decoder decoder) {
      this.decoder = decoder;
    }
  }

  private final List<Stage> stages = new ArrayList<>();
  private final DecodeLimits limits;
  private ByteBuffer input = ByteBuffer.allocate(0);

  private Unpacking(DecodeLimits limits) {
    this.limits = limits;
  }

  /// For the values of Content-Encoding or Transfer-Encoding fields; null if there is nothing to
  /// take off.
  ///
  /// @throws TransferException for a coding that is not known, or too many of them
  public static @Nullable Unpacking of(List<String> fieldValues, DecodeLimits limits)
      throws TransferException {
    List<String> codings = new ArrayList<>();
    for (String value : fieldValues) {
      for (String coding : value.split(",", -1)) {
        String name = coding.strip().toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && !name.equals("identity") && !name.equals("none")) {
          codings.add(name);
        }
      }
    }
    if (codings.isEmpty()) {
      return null;
    }
    if (codings.size() > limits.mostCodings()) {
      throw bad("The body is packed more than " + limits.mostCodings() + " times", null);
    }
    Unpacking made = new Unpacking(limits);
    try {
      for (String coding : codings.reversed()) {
        made.stages.add(new Stage(decoder(coding)));
      }
    } catch (IOException e) {
      made.close();
      throw bad(e.getMessage(), e);
    }
    return made;
  }

  private static Decoder decoder(String coding) throws IOException {
    return switch (coding) {
      case "gzip", "x-gzip" -> new GzipDecoder();
      case "deflate" -> new DeflateDecoder();
      case "br" -> new BrotliDecoder();
      case "zstd" -> new ZstdDecoder();
      default ->
          throw new IOException(
              "The body is packed as \"" + coding + "\"; what can be unpacked is " + ALL);
    };
  }

  /// Gives more input; only after [#next] has said that there is no more output.
  public void feed(ByteBuffer packed) {
    input = packed;
    Stage first = stages.getFirst();
    first.inBytes += packed.remaining();
    first.decoder.feed(packed);
  }

  /// Keeps the rest of the input, as its buffer is about to be used for something else.
  public void keepInput() {
    ByteBuffer copy = ByteBuffer.allocate(input.remaining()).put(input).flip();
    input = copy;
    stages.getFirst().decoder.feed(copy);
  }

  /// The next piece, valid until the next call; null if more input is needed.
  public @Nullable ByteBuffer next() throws TransferException {
    return next(stages.size() - 1);
  }

  private @Nullable ByteBuffer next(int index) throws TransferException {
    Stage stage = stages.get(index);
    while (true) {
      ByteBuffer piece = piece(stage);
      if (piece != null) {
        return piece;
      }
      if (index == 0) {
        return null;
      }
      ByteBuffer packed = next(index - 1);
      if (packed == null) {
        return null;
      }
      stage.inBytes += packed.remaining();
      stage.decoder.feed(packed);
    }
  }

  private @Nullable ByteBuffer piece(Stage stage) throws TransferException {
    ByteBuffer piece;
    try {
      piece = stage.decoder.next();
    } catch (IOException e) {
      throw bad("The body can not be unpacked: " + e.getMessage(), e);
    }
    if (piece != null) {
      stage.outBytes += piece.remaining();
      if (stage.outBytes > limits.freeBytes()
          && stage.outBytes / limits.mostRatio() > stage.inBytes) {
        throw bad(
            "The body grows to more than "
                + limits.mostRatio()
                + " times its size; that is a trap rather than a file",
            null);
      }
    }
    return piece;
  }

  /// The input has ended.
  ///
  /// @throws TransferException if it should not have
  public void end() throws TransferException {
    for (Stage stage : stages) {
      if (!stage.decoder.complete()) {
        throw bad("The packed body ends too early", null);
      }
    }
  }

  @Override
  public void close() {
    stages.forEach(stage -> stage.decoder.close());
  }

  private static TransferException bad(@Nullable String sentence, @Nullable Throwable cause) {
    return new TransferException(
        TransferErrorCode.BAD_CONTENT_ENCODING,
        sentence == null ? "The body can not be unpacked" : sentence,
        cause);
  }
}
