package org.sluice.engine.request;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.Headers;

/// A form with its parts one after the other, each behind a line that stands in none of them.
///
/// **Source**: RFC 7578; RFC 2046, 5.1.
public final class MultipartForm implements BodySource {
  /// What kind of parts they are.
  public enum Kind {
    /// Fields of a form.
    FORM_DATA("form-data"),
    /// Several files of one field, as a part of a form.
    MIXED("mixed"),
    /// What the user's own Content-Type says that it is.
    OTHER("form-data");

    private final String subtype;

    Kind(String subtype) {
      this.subtype = subtype;
    }
  }

  /// How quotation marks in names are written.
  public enum Escape {
    /// `%22`, as browsers do.
    PERCENT,
    /// With a backslash, as curl did (`--form-escape`).
    BACKSLASH
  }

  private static final String DASHES = "------------------------";
  private static final int RANDOM_CHARACTERS = 22;
  private static final String LETTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private final Kind kind;
  private final String boundary;
  private final List<BodySource> pieces = new ArrayList<>();

  /// @param boundary see [#newBoundary]
  public MultipartForm(Kind kind, Escape escape, String boundary, List<FormPart> parts) {
    if (!boundary.matches("[0-9A-Za-z-]{1,70}")) {
      throw new IllegalArgumentException("not a boundary: \"" + boundary + "\"");
    }
    this.kind = kind;
    this.boundary = boundary;
    String before = "--" + boundary + "\r\n";
    for (FormPart part : parts) {
      pieces.add(text(before + head(part, escape)));
      pieces.add(part.body());
      before = "\r\n--" + boundary + "\r\n";
    }
    pieces.add(text((parts.isEmpty() ? "--" : "\r\n--") + boundary + "--\r\n"));
  }

  public static MultipartForm of(List<FormPart> parts) {
    return new MultipartForm(Kind.FORM_DATA, Escape.PERCENT, newBoundary(), parts);
  }

  /// One that nobody can guess, and that no part has in it but by a miracle.
  public static String newBoundary() {
    SecureRandom random = new SecureRandom();
    StringBuilder out = new StringBuilder(DASHES);
    for (int i = 0; i < RANDOM_CHARACTERS; i++) {
      out.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return out.toString();
  }

  private String head(FormPart part, Escape escape) {
    StringBuilder out = new StringBuilder("Content-Disposition: ");
    out.append(kind == Kind.FORM_DATA ? "form-data" : "attachment");
    parameter(out, "name", part.name(), escape);
    parameter(out, "filename", part.fileName(), escape);
    out.append("\r\n");
    String type = part.contentType() == null ? part.body().contentType() : part.contentType();
    if (type != null) {
      out.append("Content-Type: ").append(type).append("\r\n");
    }
    for (Headers.Field field : part.fields().fields()) {
      out.append(field.name()).append(": ").append(field.value()).append("\r\n");
    }
    return out.append("\r\n").toString();
  }

  private static void parameter(
      StringBuilder out, String name, @Nullable String value, Escape escape) {
    if (value == null) {
      return;
    }
    out.append("; ").append(name).append("=\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\r' -> out.append("%0D");
        case '\n' -> out.append("%0A");
        case '"' -> out.append(escape == Escape.PERCENT ? "%22" : "\\\"");
        case '\\' -> out.append(escape == Escape.PERCENT ? "\\" : "\\\\");
        default -> out.append(c);
      }
    }
    out.append('"');
  }

  private static BodySource text(String text) {
    return BodySource.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String contentType() {
    return "multipart/" + kind.subtype + "; boundary=" + boundary;
  }

  @Override
  public long lengthBytes() {
    long sum = 0;
    for (BodySource piece : pieces) {
      long length = piece.lengthBytes();
      if (length == UNKNOWN) {
        return UNKNOWN;
      }
      sum = Math.addExact(sum, length);
    }
    return sum;
  }

  @Override
  public boolean repeatable() {
    return pieces.stream().allMatch(BodySource::repeatable);
  }

  @Override
  public Feed open(Runnable onReady) {
    return new Chain(onReady);
  }

  /// Reads the pieces one after the other.
  private final class Chain implements Feed {
    private final Runnable onReady;
    private int next;
    private @Nullable Feed now;
    private long left;

    Chain(Runnable onReady) {
      this.onReady = onReady;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      while (true) {
        Feed from = now;
        if (from == null) {
          if (next == pieces.size()) {
            return END;
          }
          BodySource piece = pieces.get(next++);
          from = piece.open(onReady);
          now = from;
          left = piece.lengthBytes();
        }
        int n = read(from, into);
        if (n != END) {
          return n;
        }
        from.close();
        now = null;
      }
    }

    /// No more than the piece said, so that the length of the whole stays true.
    private int read(Feed from, ByteBuffer into) throws IOException {
      if (left == UNKNOWN) {
        return from.read(into);
      }
      if (left == 0) {
        return END;
      }
      int limit = into.limit();
      into.limit((int) Math.min(limit, into.position() + left));
      try {
        int n = from.read(into);
        if (n == END) {
          throw new IOException("a part of the form is " + left + " bytes shorter than it said");
        }
        left -= n;
        return n;
      } finally {
        into.limit(limit);
      }
    }

    @Override
    public void close() {
      if (now != null) {
        now.close();
      }
      now = null;
      next = pieces.size();
    }
  }
}
