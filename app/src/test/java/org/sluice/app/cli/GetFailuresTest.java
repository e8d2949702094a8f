package org.sluice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.engine.lab.LabOrigin;
import org.sluice.engine.lab.Scenario;

/// Each way to fail: the exit code, the words, and no half file under the final name.
class GetFailuresTest extends CliTestBase {
  @Test
  void aUrlWithoutASchemeIsOneOfHttps() {
    Ran ran = get("--retries", "0", "sluice.invalid/file");
    assertFailed(ran, 6, "sluice.invalid", "(COULDNT_RESOLVE_HOST, 6)");
  }

  @Test
  void whatIsNoUrl() {
    assertFailed(get("no url at all"), 3, "is not a URL", "(URL_MALFORMAT, 3)");
  }

  @Test
  void anotherProtocol() {
    assertFailed(get("ftp://example.org/file"), 1, "not supported", "(UNSUPPORTED_PROTOCOL, 1)");
  }

  @Test
  void aServerThatRefuses() {
    Ran ran = get("--retries", "0", url(Scenario.REFUSED));
    assertFailed(ran, 7, "refused", "Nothing was saved", "(COULDNT_CONNECT, 7)");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aCertificateThatNobodyTrusts() throws IOException {
    Ran ran = get(lab.https("/small").toString());
    assertFailed(ran, 60, "certificate", "--cacert", "(PEER_FAILED_VERIFICATION, 60)");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({"WRONG_HOST", "EXPIRED"})
  void aCertificateThatIsNotInOrder(Scenario scenario) throws IOException {
    Path pem = Files.writeString(Files.createTempFile("lab", ".pem"), lab.certificatePem());
    try {
      Ran ran = get("--cacert", pem.toString(), url(scenario));
      assertFailed(ran, 60, "certificate", "(PEER_FAILED_VERIFICATION, 60)");
    } finally {
      Files.delete(pem);
    }
  }

  @Test
  void aCaFileThatIsNone() {
    Ran ran = get("--cacert", folder + "/none", lab.https("/small").toString());
    assertFailed(ran, 77, "--cacert", "(SSL_CACERT_BADFILE, 77)");
  }

  @Test
  void aBodyThatIsCutOff() {
    Ran ran = get("--retries", "0", "--prealloc", "none", url(Scenario.CLOSE_MID));
    assertFailed(ran, 18, "5000 of 10000 bytes", "Kept: ", "(PARTIAL_FILE, 18)");
    assertThat(folder.resolve("close-mid")).doesNotExist();
    assertThat(folder.resolve("close-mid.part")).hasSize(5_000);
  }

  @Test
  void aPageOfAnErrorDoesNotBecomeTheFile() {
    Ran ran = get("--retries", "0", url(Scenario.NOT_FOUND));
    assertFailed(ran, 22, "404", "Nothing was saved", "(HTTP_RETURNED_ERROR, 22)");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aServerThatSaysNothing() {
    Ran ran = get("--retries", "0", url(Scenario.CLOSE_EARLY));
    assertFailed(ran, 52, "without an answer", "(GOT_NOTHING, 52)");
  }

  @Test
  void aServerThatIsAlwaysBusy() {
    Ran ran = get("--retries", "1", url(Scenario.TOO_MANY));
    assertFailed(ran, 22, "429", "(HTTP_RETURNED_ERROR, 22)");
  }

  @Test
  void tooManyRedirects() {
    assertFailed(
        get("--retries", "0", url(Scenario.REDIRECT_LOOP)), 47, "(TOO_MANY_REDIRECTS, 47)");
  }

  @Test
  void aBodyThatStallsMeetsTheTimeLimit() {
    Ran ran = get("--max-time", "2", "--prealloc", "none", url(Scenario.STALL));
    assertFailed(ran, 28, "Kept: ", "500 bytes", "(OPERATION_TIMEDOUT, 28)");
    assertThat(folder.resolve("stall")).doesNotExist();
    assertThat(folder.resolve("stall.part")).hasSize(500);
  }

  @Test
  void aConnectThatHangsMeetsTheTimeLimit() {
    assumeTrue(lab.supports(LabOrigin.HANGING), "this system leaves no connect hanging");
    Ran ran = get("--connect-timeout", "0.3", url(Scenario.HANGING_CONNECT));
    assertFailed(ran, 28, "--connect-timeout", "(OPERATION_TIMEDOUT, 28)");
  }

  @Test
  void aFolderThatIsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "here");
    Ran ran = listed("get", "-d", file.toString(), url(Scenario.SMALL));
    assertFailed(ran, 23, "cannot be a folder", "(CANNOT_WRITE, 23)");
    assertThat(file).hasContent("here");
  }

  @Test
  void anUnknownScenarioOfTheLab() {
    assertFailed(get("lab:nothing-like-that"), 6, "sluice lab --list");
  }

  @ParameterizedTest
  @CsvSource({
    "no URL given, ''",
    "exactly one URL, -o a http://h/a http://h/b",
    "--parallel is 1 to, --parallel 0 http://h/a",
    "is not a rate, --limit-rate 0 http://h/a",
    "is not a rate, --limit-rate 5x http://h/a",
    "is not a time, --max-time -1 http://h/a",
    "is not a time, --max-time soon http://h/a",
    "Name: value, -H nonsense http://h/a",
    "cannot be read, -i /no/such/list",
    "Unknown option, --frobnicate http://h/a"
  })
  void argumentsThatMakeNoSense(String words, String args) {
    Ran ran = get(args.isEmpty() ? new String[0] : args.split(" "));
    assertFailed(ran, 2, words);
    assertThat(folder).isEmptyDirectory();
  }

  private static void assertFailed(Ran ran, int code, String... words) {
    assertThat(ran.code()).as(ran.err()).isEqualTo(code);
    assertThat(ran.err()).startsWith("sluice: ").contains(words);
    assertThat(ran.out()).isEmpty();
  }
}
