package org.sluice.engine.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// Files that are not the same at a later request; each test has keys of its own.
class LabLaterTest extends LabTestBase {

  private static Wire.Reply get(String target, String... fields) throws IOException {
    return Wire.get(lab.http(target), fields);
  }

  private static int status(String target) throws IOException {
    return get(target).status();
  }

  @Test
  void partsStopAndTheFileComesInstead() throws IOException {
    String target = "/ranges-stop?after=2&size=1000&key=stop";
    assertThat(get(target, "Range: bytes=1-2").status()).isEqualTo(206);
    assertThat(get(target, "Range: bytes=1-2").status()).isEqualTo(206);
    Wire.Reply third = get(target, "Range: bytes=1-2");
    assertThat(third.status()).isEqualTo(200);
    assertThat(third.body()).hasSize(1_000);
    assertThat(third.field("ETag")).isEqualTo("\"lab-1000\"");
    assertThat(get(target + "2", "Range: bytes=1-2").status()).isEqualTo(206);
  }

  @Test
  void oneTimeIsOneTimeForEachKey() throws IOException {
    assertThat(status("/one-time?key=a")).isEqualTo(200);
    assertThat(status("/one-time?key=a")).isEqualTo(410);
    assertThat(status("/one-time?key=a&status=403")).isEqualTo(403);
    assertThat(status("/one-time?key=b")).isEqualTo(200);
    assertThat(status("/one-time?key=b&status=404")).isEqualTo(404);
  }

  @Test
  void aLinkExpiresAndAnotherTokenWorks() throws IOException {
    for (int i = 0; i < 2; i++) {
      assertThat(status("/expiring?after=2&token=old")).isEqualTo(200);
    }
    assertThat(status("/expiring?after=2&token=old")).isEqualTo(403);
    assertThat(get("/expiring?after=2&token=new", "Range: bytes=9-").status()).isEqualTo(206);
  }

  @Test
  void aSignInPageComesInsteadOfTheFile() throws IOException {
    assertThat(get("/login-later?key=a").field("Content-Type")).isEqualTo(LabFile.TYPE);
    Wire.Reply page = get("/login-later?key=a", "Range: bytes=5-");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.field("Content-Type")).startsWith("text/html");
    assertThat(page.text()).contains("Please sign in");
    assertThat(get("/511").head().start())
        .isEqualTo("HTTP/1.1 511 Network Authentication Required");
  }

  @Test
  void aChangedFileHasOtherBytesAndOtherNames() throws IOException {
    String target = "/changed?after=1&size=1000&key=c";
    Wire.Reply before = get(target);
    Wire.Reply after = get(target);
    LabResumeTest.isLab(before.body(), 0);
    assertThat(after.body()).hasSize(1_000);
    assertThat(LabBytes.firstDifference(new ByteArrayInputStream(after.body()), 0)).isZero();
    LabResumeTest.isLab(after.body(), LabBytes.OTHER_FILE);
    assertThat(after.field("ETag")).isNotEqualTo(before.field("ETag"));
    assertThat(after.field("Last-Modified")).isNotEqualTo(before.field("Last-Modified"));
    Wire.Reply part = get(target, "Range: bytes=10-", "If-Range: " + after.field("ETag"));
    assertThat(part.status()).isEqualTo(206);
    LabResumeTest.isLab(part.body(), LabBytes.OTHER_FILE + 10);
    assertThat(get(target, "Range: bytes=10-", "If-Range: " + before.field("ETag")).status())
        .isEqualTo(200);
  }

  @Test
  void aChangedFileMayBeLongerOrSaySoByNothing() throws IOException {
    assertThat(get("/changed?size=1000&grow=24&key=g").body()).hasSize(1_000);
    assertThat(get("/changed?size=1000&grow=24&key=g").body()).hasSize(1_024);
    for (int i = 0; i < 2; i++) {
      Wire.Reply reply = get("/changed?size=1000&tags=0&key=t");
      assertThat(reply.field("ETag")).isNull();
      assertThat(reply.field("Last-Modified")).isNull();
      LabResumeTest.isLab(reply.body(), i == 0 ? 0 : LabBytes.OTHER_FILE);
    }
  }

  @Test
  void aSwitchTurnsItAtOnce() throws IOException {
    String target = "/changed?after=1000&size=100&key=s";
    LabResumeTest.isLab(get(target).body(), 0);
    assertThat(status("/switch?key=s")).isEqualTo(200);
    LabResumeTest.isLab(get(target).body(), LabBytes.OTHER_FILE);
    LabResumeTest.isLab(get("/changed?after=1000&size=100&key=other").body(), 0);
  }
}
