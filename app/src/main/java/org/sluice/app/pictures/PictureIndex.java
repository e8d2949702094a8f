package org.sluice.app.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The table of contents: a page with every picture and what there is to see in it.
final class PictureIndex {
  private final Map<Shot, List<String>> pictures = new LinkedHashMap<>();

  /// @param file its name in the folder
  void add(Shot shot, String file) {
    pictures.computeIfAbsent(shot, _ -> new ArrayList<>()).add(file);
  }

  int screens() {
    return pictures.size();
  }

  int files() {
    return pictures.values().stream().mapToInt(List::size).sum();
  }

  /// Writes `index.html`.
  Path write(Path folder) throws IOException {
    StringBuilder page = new StringBuilder();
    page.append("<!doctype html>\n<html><head><meta charset=\"utf-8\"><title>")
        .append(escaped(PictureWords.text("index.title")))
        .append(
            """
            </title><style>
            body { font: 14px sans-serif; margin: 24px; max-width: 1500px; }
            figure { margin: 0 0 32px; } figcaption { margin: 0 0 8px; }
            img { width: 49%; border: 1px solid #8886; } code { opacity: .7; }
            </style></head><body>
            """)
        .append("<h1>")
        .append(escaped(PictureWords.text("index.title")))
        .append("</h1>\n");
    pictures.forEach(
        (shot, files) -> {
          page.append("<figure><figcaption>")
              .append(escaped(PictureWords.of(shot)))
              .append(" <code>")
              .append(shot.name())
              .append("</code></figcaption>\n");
          for (String file : files) {
            page.append("<a href=\"%1$s\"><img src=\"%1$s\" alt=\"\"></a>\n".formatted(file));
          }
          page.append("</figure>\n");
        });
    page.append("</body></html>\n");
    return Files.writeString(folder.resolve("index.html"), page);
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
