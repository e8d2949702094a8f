package org.sluice.app.curl.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.app.curl.FormField;
import org.sluice.app.curl.Given;
import org.sluice.app.curl.Inputs;
import org.sluice.app.curl.Operation;
import org.sluice.app.curl.UsageException;
import org.sluice.engine.http.Headers;
import org.sluice.engine.request.BodySource;
import org.sluice.engine.request.FormPart;
import org.sluice.engine.request.MultipartForm;

/// The form that `-F` and `--form-string` add up to.
final class FormMaker {
  private static final String FORM = "multipart/form-data";

  private final Operation operation;
  private final Inputs inputs;
  private final Place place;
  private final String boundary = MultipartForm.newBoundary();

  FormMaker(Operation operation, Inputs inputs, Place place) {
    this.operation = operation;
    this.inputs = inputs;
    this.place = place;
  }

  /// @param type the user's own Content-Type; null for none
  BodySource make(@Nullable String type) throws UsageException {
    List<FormPart> parts = new ArrayList<>();
    for (Given given : operation.allOf("form", "form-string")) {
      FormField field = FormField.parse(given.value(), given.option().name().equals("form-string"));
      parts.add(part(field));
    }
    boolean isForm = type == null || type.strip().regionMatches(true, 0, FORM, 0, FORM.length());
    MultipartForm.Kind kind = isForm ? MultipartForm.Kind.FORM_DATA : MultipartForm.Kind.OTHER;
    return new MultipartForm(kind, escape(), boundary, parts);
  }

  /// What the user's own Content-Type must say too, for the parts to be found.
  String withBoundary(String type) {
    return type + "; boundary=" + boundary;
  }

  private MultipartForm.Escape escape() {
    return operation.isOn("form-escape")
        ? MultipartForm.Escape.BACKSLASH
        : MultipartForm.Escape.PERCENT;
  }

  private FormPart part(FormField field) throws UsageException {
    String name = field.name().isEmpty() ? null : field.name();
    List<FormField.Content> contents = field.contents();
    if (field.kind() == FormField.Kind.FILES && contents.size() > 1) {
      List<FormPart> files = new ArrayList<>();
      for (FormField.Content content : contents) {
        files.add(file(null, content, true));
      }
      BodySource several =
          new MultipartForm(MultipartForm.Kind.MIXED, escape(), MultipartForm.newBoundary(), files);
      return new FormPart(name, null, null, Headers.EMPTY, several);
    }
    FormField.Content content = contents.getFirst();
    return switch (field.kind()) {
      case TEXT ->
          new FormPart(
              name,
              content.fileName(),
              textType(content),
              headers(content),
              BodySource.of(content.text().getBytes(StandardCharsets.UTF_8)));
      case FILES -> file(name, content, true);
      case CONTENT -> file(name, content, false);
    };
  }

  private static @Nullable String textType(FormField.Content content) {
    String fileName = content.fileName();
    if (content.type() != null || fileName == null) {
      return content.type();
    }
    return FormPart.knownTypeOf(fileName).orElse(null);
  }

  /// @param named whether the server is told that it is a file
  private FormPart file(@Nullable String name, FormField.Content content, boolean named)
      throws UsageException {
    String path = content.text();
    try {
      BodySource body =
          path.equals("-") ? BodySource.of(inputs.read("-")) : BodySource.of(place.path(path));
      String bare = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
      String fileName = content.fileName() == null && named ? bare : content.fileName();
      String type =
          content.type() != null || !named || fileName == null
              ? content.type()
              : FormPart.typeOf(bare.equals("-") ? fileName : bare);
      return new FormPart(name, fileName, type, headers(content), body);
    } catch (IOException e) {
      throw new UsageException(
          UsageException.CANNOT_READ, "Failed to open/read local data from file/application", e);
    }
  }

  private Headers headers(FormField.Content content) throws UsageException {
    List<Headers.Field> fields = new ArrayList<>();
    for (String line : content.headers()) {
      List<String> lines = line.startsWith("@") ? fileLines(line.substring(1)) : List.of(line);
      fields.addAll(HeaderLines.of(lines).fields());
    }
    return new Headers(fields);
  }

  private List<String> fileLines(String name) throws UsageException {
    try {
      String text = new String(inputs.read(name), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UsageException(UsageException.CANNOT_READ, "Failed to open " + name, e);
    }
  }
}
