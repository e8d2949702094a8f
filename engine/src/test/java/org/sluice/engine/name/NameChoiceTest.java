package org.sluice.engine.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.ContentDisposition;
import org.sluice.engine.http.Url;
import org.sluice.engine.name.NameChoice.Origin;

class NameChoiceTest {
  private static final ContentDisposition BOTH =
      ContentDisposition.parse("attachment; filename=\"plain.txt\"; filename*=UTF-8''ext.txt");

  @Test
  void takesTheBestThereIs() throws TransferException {
    Url address = Url.parse("http://example.org/a/last.bin?x=1");
    assertThat(choice("mine/own.txt", BOTH, address))
        .isEqualTo(new NameChoice("own.txt", Origin.USER, null));
    assertThat(choice(null, BOTH, address))
        .isEqualTo(new NameChoice("ext.txt", Origin.EXTENDED_FIELD, null));
    assertThat(choice("...", ContentDisposition.parse("x; filename=f; filename*=no"), address))
        .isEqualTo(new NameChoice("f", Origin.FIELD, null));
    assertThat(choice(null, ContentDisposition.parse("inline"), address))
        .isEqualTo(new NameChoice("last.bin", Origin.ADDRESS, null));
    assertThat(choice(null, null, address).origin().words()).contains("address");
    assertThat(choice(null, null, Url.parse("http://example.org/a/")))
        .isEqualTo(new NameChoice("example.org.html", Origin.HOST, null));
    assertThat(NameChoice.of(null, null, Url.parse("http://[::1]/"), null).name()).isEqualTo("__1");
  }

  @Test
  void aDangerousNameFromTheServerBecomesAHarmlessOne() throws TransferException {
    Url address = Url.parse("http://example.org/x");
    var field =
        ContentDisposition.parse("attachment; filename*=UTF-8''..%2f..%2f.ssh%2fauthorized_keys");
    assertThat(choice(null, field, address).name()).isEqualTo("authorized_keys");
    var device = ContentDisposition.parse("attachment; filename=\"C:\\dir\\nul\"");
    assertThat(choice(null, device, address).name()).isEqualTo("_nul");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "invoice.pdf.exe, looks like a .pdf",
        "photo.JPG.scr, looks like a .jpg",
        "movie.mp4        .exe, hides behind spaces",
        "setup.exe, -",
        "archive.tar.gz, -",
        "lib.min.js, -",
        "v1.2.exe, -",
        "notes.txt, -",
        ".pdf.exe, -",
        "noextension, -"
      })
  void warnsOfProgramsThatLookLikeDocuments(String name, String warning) {
    if (warning == null) {
      assertThat(Disguise.warning(name)).isNull();
    } else {
      assertThat(Disguise.warning(name)).contains(warning);
    }
  }

  private static NameChoice choice(String user, ContentDisposition field, Url address) {
    return NameChoice.of(user, field, address, "text/html; charset=utf-8");
  }
}
