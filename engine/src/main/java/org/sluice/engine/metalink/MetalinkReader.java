package org.sluice.engine.metalink;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads Metalink 4 files from anywhere.
///
/// No document type and no entity is taken, so that nothing is ever fetched or multiplied.
///
/// **Threads**: pure functions. **Errors**: [MetalinkException], whatever the bytes are. **Limits**:
/// [#MOST_BYTES], [#MOST_FILES], [#MOST_SOURCES], [#MOST_DEPTH], [#MOST_TEXT_CHARS], [#MOST_NOTES].
///
/// **Source**: RFC 5854.
public final class MetalinkReader {
  public static final String MEDIA_TYPE = "application/metalink4+xml";

  /// Of a document.
  public static final int MOST_BYTES = 16 << 20;

  public static final int MOST_FILES = 1_000;

  /// Of one file.
  public static final int MOST_SOURCES = 256;

  /// Of elements in elements.
  public static final int MOST_DEPTH = 16;

  /// Of one element.
  public static final int MOST_TEXT_CHARS = 8_192;

  public static final int MOST_NOTES = 32;

  private static final String NAMESPACE = "urn:ietf:params:xml:ns:metalink";
  private static final String NAMESPACE_OF_3 = "http://www.metalinker.org/";

  private final XMLStreamReader xml;
  private final Notes notes = new Notes(MOST_NOTES);
  private int depth;

  private MetalinkReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  /// Reads `in` to its end, but no more than [#MOST_BYTES].
  ///
  /// @throws IOException if `in` fails
  public static Metalink read(InputStream in) throws IOException, MetalinkException {
    return parse(in.readNBytes(MOST_BYTES + 1));
  }

  public static Metalink parse(byte[] document) throws MetalinkException {
    if (document.length > MOST_BYTES) {
      throw new MetalinkException(
          "This Metalink is larger than " + (MOST_BYTES >> 20) + " MiB and was not read");
    }
    try {
      XMLStreamReader xml =
          factory().createXMLStreamReader(new StringReader(XmlText.decode(document)));
      try {
        return new MetalinkReader(xml).document();
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      throw notXml(e);
    } catch (RuntimeException e) {
      // The JDK's parser lets some faults of a document out unchecked.
      throw notXml(e);
    }
  }

  private static MetalinkException notXml(Exception e) {
    return new MetalinkException(
        "This is no Metalink, as it is no XML that can be read: " + firstLine(e), e);
  }

  private static String firstLine(Exception e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    String line = message.lines().findFirst().orElse("");
    return line.length() > 200 ? line.substring(0, 200) + "…" : line;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("it refers to another document");
        });
    return factory;
  }

  private Metalink document() throws XMLStreamException, MetalinkException {
    if (!nextChild()) {
      throw new MetalinkException("This is no Metalink, as it is empty");
    }
    String namespace = xml.getNamespaceURI();
    if (NAMESPACE_OF_3.equals(namespace)) {
      throw new MetalinkException(
          "This is a Metalink of version 3, which Sluice does not read; look for a .meta4 file");
    }
    if (!xml.getLocalName().equals("metalink") || !NAMESPACE.equals(namespace)) {
      throw new MetalinkException("This is XML, but no Metalink of version 4 (RFC 5854)");
    }
    List<MetalinkFile> files = new ArrayList<>();
    while (nextChild()) {
      if (isOurs("file")) {
        if (files.size() == MOST_FILES) {
          throw new MetalinkException("This Metalink has more than " + MOST_FILES + " files");
        }
        MetalinkFile file = file();
        if (file != null) {
          files.add(file);
        }
      } else {
        skip();
      }
    }
    if (files.isEmpty()) {
      throw new MetalinkException(
          "This Metalink names no file that can be fetched by http or https");
    }
    // What stands behind the end must be well-formed too.
    while (xml.hasNext()) {
      next();
    }
    return new Metalink(files, notes.all());
  }

  private @Nullable MetalinkFile file() throws XMLStreamException, MetalinkException {
    FileParts parts = new FileParts(attribute("name"), notes);
    while (nextChild()) {
      if (isOurs("url")) {
        String priority = attribute("priority");
        String location = attribute("location");
        parts.url(text(), priority, location);
      } else if (isOurs("size")) {
        parts.size(text());
      } else if (isOurs("hash")) {
        String type = attribute("type");
        parts.hash(type, text());
      } else if (isOurs("pieces")) {
        pieces(parts);
      } else {
        if (isOurs("metaurl")) {
          parts.metaurl(attribute("mediatype"));
        }
        skip();
      }
    }
    return parts.file();
  }

  private void pieces(FileParts parts) throws XMLStreamException, MetalinkException {
    String type = attribute("type");
    String length = attribute("length");
    List<String> hashes = new ArrayList<>();
    while (nextChild()) {
      if (isOurs("hash")) {
        hashes.add(text());
      } else {
        skip();
      }
    }
    parts.pieces(type, length, hashes);
  }

  private boolean isOurs(String name) {
    return xml.getLocalName().equals(name) && NAMESPACE.equals(xml.getNamespaceURI());
  }

  /// Empty if it is not there.
  private String attribute(String name) throws MetalinkException {
    String value = xml.getAttributeValue(null, name);
    if (value != null && value.length() > MOST_TEXT_CHARS) {
      throw tooLong();
    }
    return value == null ? "" : value.strip();
  }

  /// Goes to the start of the next element in this one; false at the end of this one.
  private boolean nextChild() throws XMLStreamException, MetalinkException {
    while (xml.hasNext()) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          return false;
        }
        default -> {}
      }
    }
    return false;
  }

  /// Goes to the end of this element.
  private void skip() throws XMLStreamException, MetalinkException {
    int outside = depth - 1;
    while (depth > outside) {
      next();
    }
  }

  /// The text of this element without that of others in it; goes to its end.
  private String text() throws XMLStreamException, MetalinkException {
    StringBuilder text = new StringBuilder();
    int inside = depth;
    while (depth >= inside) {
      int event = next();
      boolean characters =
          event == XMLStreamConstants.CHARACTERS
              || event == XMLStreamConstants.CDATA
              || event == XMLStreamConstants.SPACE;
      if (characters && depth == inside) {
        text.append(xml.getText());
        if (text.length() > MOST_TEXT_CHARS) {
          throw tooLong();
        }
      }
    }
    return text.toString().strip();
  }

  private static MetalinkException tooLong() {
    return new MetalinkException(
        "This Metalink has a text of more than " + MOST_TEXT_CHARS + " characters");
  }

  private int next() throws XMLStreamException, MetalinkException {
    int event = xml.next();
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> {
        if (++depth > MOST_DEPTH) {
          throw new MetalinkException(
              "This Metalink has more than " + MOST_DEPTH + " elements in each other");
        }
      }
      case XMLStreamConstants.END_ELEMENT -> depth--;
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw new MetalinkException(
              "This Metalink has a document type or an entity of its own, which Sluice does not"
                  + " read, as it may pull in other files");
      default -> {}
    }
    return event;
  }
}
