package org.sluice.engine.http2;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.sluice.engine.http.Headers;

/// Makes the field list of a request: pseudo fields first, names in lower case, nothing that is
/// about an HTTP/1 connection.
///
/// **Source**: RFC 9113, 8.2 and 8.3.1.
public final class RequestFieldList {
  /// Host is a pseudo field; and nobody waits for 100 Continue where a stream can be broken off.
  private static final Set<String> LEFT_OUT = Set.of("host", "expect");

  private RequestFieldList() {}

  /// @param authority host, and port if it is not the scheme's own; a Host field replaces it
  /// @param headers those of HTTP/1 are left out
  public static HttpFields of(
      String method, String scheme, String authority, String path, Headers headers) {
    HttpFields.Mutable list = HttpFields.build();
    String host = headers.first("Host");
    list.add(field(":method", method));
    list.add(field(":scheme", scheme));
    list.add(field(":authority", host == null ? authority : host));
    list.add(field(":path", path));
    Set<String> named = namedBy(headers);
    for (Headers.Field field : headers.fields()) {
      addTo(list, field, named);
    }
    return list.asImmutable();
  }

  private static void addTo(HttpFields.Mutable list, Headers.Field field, Set<String> named) {
    String name = field.name().toLowerCase(Locale.ROOT);
    if (name.equals("te")) {
      // The only one of its values that has a meaning.
      if (field.value().toLowerCase(Locale.ROOT).contains("trailers")) {
        list.add(field("te", "trailers"));
      }
    } else if (!HopFields.has(name) && !LEFT_OUT.contains(name) && !named.contains(name)) {
      list.add(field(name, field.value()));
    }
  }

  /// What a Connection field names is about that connection too.
  private static Set<String> namedBy(Headers headers) {
    Set<String> names = new HashSet<>();
    for (String value : headers.all("Connection")) {
      for (String name : value.split(",", -1)) {
        names.add(name.strip().toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }

  /// Jetty writes one byte for each character: as the characters of HTTP/1 go out in UTF-8.
  private static HttpField field(String name, String value) {
    return new HttpField(
        name,
        new String(value.strip().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
  }
}
