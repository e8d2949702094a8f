package org.sluice.app.curl.run;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sluice.app.curl.Inputs;
import org.sluice.app.curl.Operation;
import org.sluice.app.curl.PostData;
import org.sluice.app.curl.UsageException;
import org.sluice.engine.http.Headers;
import org.sluice.engine.request.BodySource;
import org.sluice.engine.request.Expect100;
import org.sluice.engine.request.FileBody;
import org.sluice.engine.request.StreamBody;
import org.sluice.engine.request.UploadOptions;

/// What a transfer sends: data (`-d`), a form (`-F`) or a file (`-T`).
final class UploadMaker {
  private final Job job;
  private final Operation operation;
  private final Inputs inputs;
  private final Place place;
  private final long offset;
  private final byte @Nullable [] data;
  private final FormMaker form;

  /// @param offset where an upload goes on
  UploadMaker(Job job, Inputs inputs, Place place, long offset) throws UsageException {
    this.job = job;
    this.operation = job.operation();
    this.inputs = inputs;
    this.place = place;
    this.offset = offset;
    form = new FormMaker(operation, inputs, place);
    data = operation.isOn("get") ? null : PostData.of(operation, inputs);
    if (offset > 0 && (data != null || isForm())) {
      throw new UsageException(
          UsageException.BAD_USE,
          "cannot mix --continue-at with " + (data != null ? "--data" : "--form"));
    }
  }

  boolean isPut() {
    return job.upload() != null;
  }

  boolean isForm() {
    return operation.has("form") || operation.has("form-string");
  }

  /// The user's own Content-Type as it is sent: that of a form must say where the parts begin.
  String contentType(String given) {
    return isForm() ? form.withBoundary(given) : given;
  }

  boolean isPost() {
    return data != null || isForm();
  }

  boolean isJson() {
    return data != null && operation.has("json");
  }

  /// The value of Content-Range for an upload that goes on.
  Optional<String> resumed() {
    String file = job.upload();
    if (file == null || !operation.has("continue-at") || isStream(file)) {
      return Optional.empty();
    }
    try {
      long size = Files.size(place.path(file));
      return Optional.of("bytes " + offset + "-" + (size - 1) + "/" + size);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// @param watch put around the body
  UploadOptions make(UnaryOperator<BodySource> watch) throws UsageException {
    BodySource body = body();
    if (body == null) {
      return UploadOptions.NONE;
    }
    UploadOptions options =
        UploadOptions.of(watch.apply(body))
            .withExpect(expect())
            .withSendLimit(operation.bytes("limit-rate", 0));
    return data != null && !isJson() ? options.withContentType(UploadOptions.FORM_TYPE) : options;
  }

  private Expect100 expect() {
    long millis = operation.millis("expect100-timeout", 0);
    Expect100 expect =
        millis > 0
            ? new Expect100(Expect100.Rule.LARGE, Duration.ofMillis(millis))
            : Expect100.DEFAULT;
    // The length of a stream is what the user says, not what is known.
    String file = job.upload();
    return file != null && isStream(file) ? expect.withRule(Expect100.Rule.ALWAYS) : expect;
  }

  private @Nullable BodySource body() throws UsageException {
    String file = job.upload();
    if (file != null) {
      return file(file);
    }
    if (isForm()) {
      String type =
          HeaderLines.of(operation, "header", inputs).fields().stream()
              .filter(f -> f.name().equalsIgnoreCase("Content-Type"))
              .map(Headers.Field::value)
              .findFirst()
              .orElse(null);
      return form.make(type);
    }
    return data == null ? null : BodySource.of(data);
  }

  private BodySource file(String name) throws UsageException {
    try {
      if (operation.isOn("crlf")) {
        return BodySource.of(withLineEnds(inputs.read(name)));
      }
      if (isStream(name)) {
        return new StreamBody(place.in(), saidLength());
      }
      return FileBody.of(place.path(name), offset);
    } catch (IOException e) {
      throw new UsageException(UsageException.CANNOT_READ, "cannot open '" + name + "'", e);
    }
  }

  /// The user's own length of a stream, where it is not to be sent in chunks.
  private long saidLength() throws UsageException {
    HeaderLines lines = HeaderLines.of(operation, "header", inputs);
    if (!lines.without().contains("transfer-encoding")) {
      return BodySource.UNKNOWN;
    }
    return lines.fields().stream()
        .filter(f -> f.name().equalsIgnoreCase("Content-Length") && f.value().matches("\\d{1,18}"))
        .mapToLong(f -> Long.parseLong(f.value()))
        .findFirst()
        .orElse(BodySource.UNKNOWN);
  }

  private static boolean isStream(String name) {
    return name.equals("-") || name.equals(".");
  }

  private static byte[] withLineEnds(byte[] bytes) {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream(bytes.length);
    byte before = 0;
    for (byte b : bytes) {
      if (b == '\n' && before != '\r') {
        out.write('\r');
      }
      out.write(b);
      before = b;
    }
    return out.toByteArray();
  }
}
