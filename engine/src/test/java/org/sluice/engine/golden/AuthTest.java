package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.http.Credentials;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.Method;
import org.sluice.engine.lab.LabSecrets;
import org.sluice.engine.multi.IdlePoll;
import org.sluice.engine.multi.TransferInfo;
import org.sluice.engine.request.AuthOptions;
import org.sluice.engine.request.Netrc;
import org.sluice.engine.request.RedirectOptions;
import org.sluice.engine.request.TransferOptions;

/// Names and passwords against the lab: how many requests, on how many connections, and the end.
class AuthTest extends GoldenTestBase {
  private static final Credentials USER = new Credentials(LabSecrets.USER, LabSecrets.PASSWORD);
  private static final Credentials STRANGER = new Credentials("lab", "wrong");

  private record Run(TransferInfo info, List<Line> lines, long requests) {}

  private static Run run(IdlePoll idle, TransferOptions options) throws IOException {
    TransferInfo[] info = new TransferInfo[1];
    long before = lab.requests();
    List<Line> lines =
        traced(
            "auth",
            idle,
            m -> {
              Easy easy = m.easy(options);
              m.add(easy);
              m.loop.run();
              info[0] = easy.transfer.info();
            });
    return new Run(info[0], lines, lab.requests() - before);
  }

  @ParameterizedTest
  @CsvSource({
    "/auth/digest, 2",
    "/auth/digest-sess, 2",
    "/auth/digest-sha256, 2",
    "/auth/digest-sha256-sess, 2",
    "/auth/digest-old, 2",
    "/auth/digest-stale, 3",
    "/auth/any, 2",
    "/auth/basic, 2"
  })
  void aQuestionIsAnsweredOnTheSameConnection(String path, int requests) throws IOException {
    for (IdlePoll idle : IdlePoll.values()) {
      Run run = run(idle, http(path).auth(AuthOptions.any(USER)).failOnError(true).build());
      assertThat(run.info.error()).isNull();
      assertThat(run.info.httpStatus()).isEqualTo(200);
      assertThat(run.info.received()).as("the refusal's body is nobody's").isEqualTo(13);
      assertThat(run.requests).isEqualTo(requests);
      assertThat(only(run.lines, "open")).hasSize(1);
      assertThat(run.info.redirects()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "POST", "PURGE"})
  void theMethodIsPartOfTheAnswer(String word) throws IOException {
    Method method = new Method(word);
    TransferOptions options =
        http("/auth/digest").method(method).auth(AuthOptions.digest(USER)).build();
    assertThat(run(IdlePoll.NONE, options).info.httpStatus()).isEqualTo(200);
  }

  @Test
  void basicAndBearerAreSaidAtOnce() throws IOException {
    Run basic = run(IdlePoll.NONE, http("/auth/basic").auth(AuthOptions.basic(USER)).build());
    assertThat(basic.info.httpStatus()).isEqualTo(200);
    assertThat(basic.requests).isEqualTo(1);
    Run bearer =
        run(IdlePoll.NONE, http("/auth/bearer").auth(AuthOptions.bearer(LabSecrets.TOKEN)).build());
    assertThat(bearer.info.httpStatus()).isEqualTo(200);
    assertThat(bearer.requests).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"/auth/basic, 2", "/auth/digest, 2", "/auth/any, 2", "/auth/bearer, 1"})
  void aStrangerGetsTheRefusal(String path, int requests) throws IOException {
    Run run = run(IdlePoll.NONE, http(path).auth(AuthOptions.any(STRANGER)).build());
    assertThat(results(run.lines)).containsExactly("CURLE_OK");
    assertThat(run.info.httpStatus()).isEqualTo(401);
    assertThat(run.info.received()).isPositive();
    assertThat(run.requests).isEqualTo(requests);
    Run failing =
        run(IdlePoll.NONE, http(path).auth(AuthOptions.any(STRANGER)).failOnError(true).build());
    assertThat(results(failing.lines)).containsExactly("CURLE_HTTP_RETURNED_ERROR");
  }

  @Test
  void noncesThatAreAlwaysStaleEndAtTheLimit() throws IOException {
    Run run = run(IdlePoll.NONE, http("/auth/digest-endless").auth(AuthOptions.any(USER)).build());
    assertThat(run.info.httpStatus()).isEqualTo(401);
    assertThat(run.requests).isBetween(2L, 10L);
  }

  @Test
  void theUrlsOwnNameAndPasswordAreUsedAndNeverShown() throws IOException {
    String url = lab.http("/auth/basic").toString().replace("http://", "http://lab:secret%20word@");
    Run run = run(IdlePoll.NONE, get(url).build());
    assertThat(run.info.httpStatus()).isEqualTo(200);
    assertThat(run.requests).isEqualTo(1);
    assertThat(run.info.effectiveUrl()).isEqualTo(lab.http("/auth/basic").toString());
    assertThat(run.lines.toString() + run.info + get(url).build()).doesNotContain("secret");
    Run broken = run(IdlePoll.NONE, get("http://lab:secret@:x/").build());
    assertThat(results(broken.lines)).containsExactly("CURLE_URL_MALFORMAT");
    assertThat(broken.info.error()).doesNotContain("secret");
  }

  @Test
  void theUsersOwnFieldWins() throws IOException {
    Headers own = Headers.of("Authorization", "Bearer " + LabSecrets.TOKEN);
    Run run =
        run(IdlePoll.NONE, http("/auth/bearer").headers(own).auth(AuthOptions.basic(USER)).build());
    assertThat(run.info.httpStatus()).isEqualTo(200);
    Run refused =
        run(IdlePoll.NONE, http("/auth/digest").headers(own).auth(AuthOptions.any(USER)).build());
    assertThat(refused.info.httpStatus()).isEqualTo(401);
    assertThat(refused.requests).isEqualTo(1);
  }

  @Test
  void theNetrcFileIsAskedForTheHost() throws IOException {
    Netrc netrc = Netrc.parse("machine 127.0.0.1 login lab password \"secret word\"");
    Run run = run(IdlePoll.NONE, http("/auth/basic").netrc(netrc).build());
    assertThat(run.info.httpStatus()).isEqualTo(200);
    String named = lab.http("/auth/basic").toString().replace("http://", "http://other@");
    assertThat(run(IdlePoll.NONE, get(named).netrc(netrc).build()).info.httpStatus())
        .isEqualTo(401);
  }

  /// A redirect leads to another host: what the file has for that very name may go there, the
  /// default may not.
  @ParameterizedTest
  @CsvSource({"machine localhost, true", "default, false"})
  void aRedirectMakesNobodyTheDefault(String entry, boolean sent) throws IOException {
    Netrc netrc = Netrc.parse(entry + " login lab password \"secret word\"");
    run(IdlePoll.NONE, http("/redir-host").netrc(netrc).build());
    assertThat(lab.seen().getLast().path()).isEqualTo("/echo");
    assertThat(lab.seen().getLast().header("Authorization").isPresent()).isEqualTo(sent);
  }

  @Test
  void theNetrcFileIsNotAskedOnTheWayDownFromTls() throws IOException {
    Netrc netrc = Netrc.parse("machine 127.0.0.1 login lab password x");
    run(
        IdlePoll.NONE,
        get(lab.https("/redir-http").toString())
            .redirects(new RedirectOptions(true, 5, true))
            .netrc(netrc)
            .build());
    assertThat(lab.seen().getLast().path()).isEqualTo("/small");
    assertThat(lab.seen().getLast().header("Authorization")).isEmpty();
  }
}
