package org.sluice.app.curl.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.app.curl.Inputs;
import org.sluice.app.curl.Operation;
import org.sluice.app.curl.UsageException;
import org.sluice.engine.http.Headers;

/// The fields that a command line adds to a request, and those that it takes away.
final class HeaderMaker {
  /// Of all fields of a request, as in curl.
  private static final long MOST_BYTES = 1024 * 1024;

  private final Operation operation;
  private final @Nullable String etag;
  private final long offset;
  private final HeaderLines lines;

  HeaderMaker(Operation operation, Inputs inputs, @Nullable String etag, long offset)
      throws UsageException {
    this.operation = operation;
    this.etag = etag;
    this.offset = offset;
    lines = HeaderLines.of(operation, "header", inputs);
  }

  /// Names of the engine's own fields that are not to be sent.
  Set<String> omitted() {
    Set<String> omitted = new HashSet<>(lines.without());
    if ("".equals(operation.text("user-agent"))) {
      omitted.add("user-agent");
    }
    return omitted;
  }

  Headers fields(UploadMaker upload) {
    List<Headers.Field> fields = new ArrayList<>();
    String range = operation.text("range");
    if (range != null) {
      String bytes = range.matches("\\d+") ? range + "-" : range;
      String name = upload.isPut() ? "Content-Range" : "Range";
      String unit = upload.isPut() ? "bytes " : "bytes=";
      add(fields, name, unit + bytes);
    }
    if (offset > 0 && !upload.isPut()) {
      add(fields, "Range", "bytes=" + offset + "-");
    }
    add(fields, "User-Agent", operation.text("user-agent"));
    add(fields, "Referer", referer());
    if (upload.isJson()) {
      add(fields, "Content-Type", "application/json");
      add(fields, "Accept", "application/json");
    }
    upload.resumed().ifPresent(value -> add(fields, "Content-Range", value));
    for (Headers.Field field : lines.fields()) {
      boolean type = field.name().equalsIgnoreCase("Content-Type");
      fields.add(
          type ? new Headers.Field("Content-Type", upload.contentType(field.value())) : field);
    }
    if (etag != null) {
      fields.add(new Headers.Field("If-None-Match", etag));
    }
    long size = fields.stream().mapToLong(f -> f.name().length() + f.value().length() + 4L).sum();
    if (size >= MOST_BYTES) {
      throw new JobException(ExitCodes.TOO_LARGE, "the request's head has " + size + " bytes");
    }
    return new Headers(fields);
  }

  private void add(List<Headers.Field> fields, String name, @Nullable String value) {
    if (value != null && !value.isEmpty() && !lines.has(name)) {
      fields.add(new Headers.Field(name, value));
    }
  }

  private @Nullable String referer() {
    String text = operation.text("referer");
    return text != null && text.endsWith(";auto") ? text.substring(0, text.length() - 5) : text;
  }
}
