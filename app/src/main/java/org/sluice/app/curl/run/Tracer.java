package org.sluice.app.curl.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Tells of all that is sent and received, as `-v` and `--trace` want it. Secrets are in it, as in
/// curl.
///
/// **Threads**: any; a record is never mixed with another. **Limits**: none of its own: it writes
/// while the transfer waits.
final class Tracer implements AutoCloseable {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS ", Locale.ROOT);

  private final TraceSettings settings;
  private final Place place;
  private final OutputStream messages;
  private final InstantSource clock;
  private @Nullable OutputStream opened;

  /// What was opened here and is closed here; null for streams of others.
  private @Nullable OutputStream own;

  private boolean dataTold;

  /// What a record is about.
  enum Kind {
    HEAD_IN("< ", "<= Recv header"),
    HEAD_OUT("> ", "=> Send header"),
    DATA_IN("{ ", "<= Recv data"),
    DATA_OUT("} ", "=> Send data");

    private final String mark;
    private final String title;

    Kind(String mark, String title) {
      this.mark = mark;
      this.title = title;
    }
  }

  /// Whose record it is.
  ///
  /// @param connection from 0; -1 for none
  record Ids(long transfer, long connection) {
    @Override
    public String toString() {
      return "[" + transfer + "-" + (connection < 0 ? "x" : connection) + "] ";
    }
  }

  /// @param messages where `-v` goes
  Tracer(TraceSettings settings, Place place, OutputStream messages, InstantSource clock) {
    this.settings = settings;
    this.place = place;
    this.messages = messages;
    this.clock = clock;
  }

  boolean isOn() {
    return settings.isOn();
  }

  /// What is done.
  synchronized void info(Ids ids, String sentence) {
    if (isOn()) {
      write(before(ids) + "* " + sentence + "\n");
      dataTold = false;
    }
  }

  /// A head: that of an answer is told line by line.
  synchronized void head(Ids ids, Kind kind, String text) {
    switch (settings.form()) {
      case NONE -> {}
      case PLAIN -> {
        text.lines().forEach(line -> write(before(ids) + kind.mark + line + "\n"));
        dataTold = false;
      }
      case TEXT, BYTES -> {
        if (kind == Kind.HEAD_OUT) {
          dump(ids, kind, text.getBytes(StandardCharsets.ISO_8859_1));
          return;
        }
        int from = 0;
        while (from < text.length()) {
          int end = text.indexOf('\n', from);
          int next = end < 0 ? text.length() : end + 1;
          dump(ids, kind, text.substring(from, next).getBytes(StandardCharsets.ISO_8859_1));
          from = next;
        }
      }
    }
  }

  /// A piece of a body; its position stays.
  synchronized void data(Ids ids, Kind kind, ByteBuffer bytes) {
    if (!bytes.hasRemaining()) {
      return;
    }
    switch (settings.form()) {
      case NONE -> {}
      case PLAIN -> {
        // On a terminal the body itself is to be seen.
        if (!dataTold && !place.terminal()) {
          write(before(ids) + kind.mark + "[" + bytes.remaining() + " bytes data]\n");
          dataTold = true;
        }
      }
      case TEXT, BYTES -> {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(bytes.position(), copy);
        dump(ids, kind, copy);
      }
    }
  }

  private void dump(Ids ids, Kind kind, byte[] data) {
    write(
        before(ids)
            + kind.title
            + ", %d bytes (0x%x)\n".formatted(data.length, data.length)
            + (settings.form() == TraceSettings.Form.BYTES
                ? TraceText.bytes(data)
                : TraceText.text(data)));
  }

  private String before(Ids ids) {
    Instant now = clock.instant();
    String time = settings.time() ? TIME.format(now.atZone(ZoneId.systemDefault())) : "";
    return settings.ids() ? time + ids : time;
  }

  private void write(String text) {
    try {
      OutputStream to = stream();
      synchronized (to) {
        to.write(text.getBytes(StandardCharsets.UTF_8));
        to.flush();
      }
    } catch (IOException e) {
      // What is told must not end what it tells of, as in curl.
      opened = OutputStream.nullOutputStream();
    }
  }

  private OutputStream stream() {
    OutputStream known = opened;
    if (known != null) {
      return known;
    }
    OutputStream to;
    String file = settings.file();
    if (file == null) {
      to = messages;
    } else if (file.equals("-")) {
      to = place.out();
    } else {
      try {
        to = Files.newOutputStream(place.path(file));
        own = to;
      } catch (IOException | InvalidPathException e) {
        // As curl: then it goes where messages go.
        to = messages;
      }
    }
    opened = to;
    return to;
  }

  @Override
  public synchronized void close() {
    OutputStream known = own;
    if (known != null) {
      try {
        known.close();
      } catch (IOException e) {
        // Each record was flushed; there is nothing left to lose.
        opened = null;
      }
    }
  }
}
