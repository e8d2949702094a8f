package org.sluice.engine.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabStatusTest extends LabTestBase {

  @Test
  void refusalsSayWhenToComeAgain() throws IOException {
    assertThat(Wire.get(lab.uri(Scenario.NOT_FOUND)).status()).isEqualTo(404);
    Wire.Reply tooMany = Wire.get(lab.uri(Scenario.TOO_MANY));
    assertThat(tooMany.status()).isEqualTo(429);
    assertThat(tooMany.field("Retry-After")).isEqualTo("2");
    Wire.Reply unavailable = Wire.get(lab.uri(Scenario.UNAVAILABLE));
    assertThat(unavailable.status()).isEqualTo(503);
    assertThat(unavailable.field("Retry-After")).isEqualTo("1");
  }

  @Test
  void retryAfterCanBeADate() throws IOException {
    Instant before = Instant.now();
    Wire.Reply reply = Wire.get(lab.uri(Scenario.UNAVAILABLE_UNTIL));
    Instant until =
        ZonedDateTime.parse(reply.field("Retry-After"), DateTimeFormatter.RFC_1123_DATE_TIME)
            .toInstant();
    assertThat(until).isBetween(before, before.plus(Duration.ofSeconds(30)));
  }

  @Test
  void anyStatusCanBeHad() throws IOException {
    assertThat(Wire.get(lab.http("/status/418")).status()).isEqualTo(418);
    assertThat(Wire.get(lab.http("/status/99")).status()).isEqualTo(400);
  }

  @Test
  void flakyFailsTwiceAndThenWorks() throws IOException {
    for (int round = 0; round < 2; round++) {
      assertThat(Wire.get(lab.uri(Scenario.FLAKY)).status()).isEqualTo(503);
      assertThat(Wire.get(lab.uri(Scenario.FLAKY)).status()).isEqualTo(503);
      assertThat(Wire.get(lab.uri(Scenario.FLAKY)).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Scenario.class,
      names = {"NAME_PLAIN", "NAME_TRAVERSAL", "NAME_UTF8", "NAME_RESERVED"})
  void namesStandInContentDisposition(Scenario scenario) throws IOException {
    String disposition = Wire.get(lab.uri(scenario)).field("Content-Disposition");
    String wanted =
        switch (scenario) {
          case NAME_PLAIN -> "filename=\"report.txt\"";
          case NAME_TRAVERSAL -> "filename=\"../../../escaped.txt\"";
          case NAME_UTF8 -> "filename*=UTF-8''%E2%82%AC%20rates.txt";
          default -> "filename=\"CON.txt\"";
        };
    assertThat(disposition).startsWith("attachment; ").contains(wanted);
  }
}
