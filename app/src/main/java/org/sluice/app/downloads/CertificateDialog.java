package org.sluice.app.downloads;

import java.time.ZoneId;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.sluice.app.fx.Moments;
import org.sluice.app.said.Said;
import org.sluice.app.shell.DialogBox;
import org.sluice.app.shell.DialogLayer;
import org.sluice.engine.error.CertificateFacts;
import org.sluice.engine.error.CertificateProblem;

/// What is wrong with a server's certificate, the chain that it showed, and whether this one is to be
/// accepted for this server all the same.
final class CertificateDialog {
  private static final double WIDTH = 620;
  private static final double NAMES = 110;
  private static final int MOST_SHOWN = 4;

  private CertificateDialog() {}

  /// @param accept is called if the user says so
  static void open(DialogLayer layer, CertificateProblem problem, Runnable accept) {
    VBox content = new VBox(10);
    content.setId("certificate");
    content.getChildren().add(wrapped(Said.of(problem.sentence() + ".")));
    List<CertificateFacts> shown =
        problem.chain().subList(0, Math.min(MOST_SHOWN, problem.chain().size()));
    for (int i = 0; i < shown.size(); i++) {
      Label title =
          new Label(
              i == 0
                  ? DownloadsWords.text("certificate.own")
                  : DownloadsWords.text("certificate.above", i));
      title.getStyleClass().addAll("sl-semibold", "muted");
      content.getChildren().addAll(title, facts(shown.get(i)));
    }
    String server = problem.host() + ":" + problem.port();
    content.getChildren().add(wrapped(DownloadsWords.text("certificate.warning", server)));
    DialogBox box = new DialogBox(layer, DownloadsWords.text("certificate.title"), content, WIDTH);
    box.cancel(DownloadsWords.text("dialog.cancel"));
    box.button(
        "certificate-accept",
        DownloadsWords.text("certificate.accept"),
        "danger",
        () -> {
          box.close();
          accept.run();
        });
    box.open();
  }

  private static GridPane facts(CertificateFacts one) {
    GridPane grid = new GridPane(12, 2);
    grid.getColumnConstraints().add(new javafx.scene.layout.ColumnConstraints(NAMES));
    line(grid, "subject", one.subject());
    line(grid, "issuer", one.issuer());
    line(
        grid,
        "valid",
        DownloadsWords.text("certificate.span", day(one.validFrom()), day(one.validUntil())));
    line(grid, "fingerprint", one.sha256());
    return grid;
  }

  private static String day(java.time.Instant moment) {
    return Moments.year(moment.atZone(ZoneId.systemDefault()));
  }

  private static void line(GridPane grid, String key, String value) {
    Label name = new Label(DownloadsWords.text("certificate." + key));
    name.getStyleClass().add("muted");
    Label words = wrapped(value);
    if (key.equals("fingerprint")) {
      words.getStyleClass().add("sl-code");
    }
    grid.addRow(grid.getRowCount(), name, words);
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
    return label;
  }
}
