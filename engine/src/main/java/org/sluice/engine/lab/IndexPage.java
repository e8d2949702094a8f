package org.sluice.engine.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// The page at `/`: every scenario with its address and its sentence.
final class IndexPage implements Handler {
  private static final String START =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head><meta charset="utf-8"><title>Sluice lab</title></head>
      <body>
      <h1>Sluice lab</h1>
      <p>A server on this machine that behaves well, slowly, badly or not at all.</p>
      """;

  @Override
  public void answer(Exchange exchange) throws IOException {
    StringBuilder page = new StringBuilder(START);
    for (Scenario.Group group : Scenario.Group.values()) {
      page.append("<h2>").append(escape(group.title())).append("</h2>\n<ul>\n");
      for (Scenario scenario : Scenario.values()) {
        if (scenario.group() == group && exchange.supports(scenario.origin())) {
          item(page, scenario, exchange.uri(scenario.origin(), scenario.path()).toString());
        }
      }
      page.append("</ul>\n");
    }
    page.append("</body>\n</html>\n");
    exchange.send(
        exchange.head(200).type("text/html; charset=utf-8"),
        page.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void item(StringBuilder page, Scenario scenario, String address) {
    page.append("<li><a href=\"").append(escape(address)).append("\">");
    page.append(escape(scenario.label())).append("</a> ");
    page.append(escape(scenario.purpose())).append("</li>\n");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
