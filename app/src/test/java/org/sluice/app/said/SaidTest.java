package org.sluice.app.said;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.app.language.Language;

/// What the engine says, in French.
class SaidTest {
  @BeforeEach
  void speakFrench() {
    Language.speak(Language.FRENCH);
  }

  @AfterEach
  void speakEnglish() {
    Language.speak(Language.ENGLISH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "There is room again | Il y a de nouveau de la place",
        "The queue iso is stopped | La file iso est arrêtée",
        "The queue main runs 5 at once | La file Principale en exécute 5 à la fois",
        "There is no queue mainly | Il n’y a pas de file mainly",
        "You limit this download to 1.5 MB/s | Vous limitez ce téléchargement à 1,5\u00a0Mo/s",
        "The server answered 503 Service Unavailable; try 2 of 10"
            + " | Le serveur a répondu 503 (service indisponible)\u202f; essai 2 sur 10",
        "The disk has too little room: 3 MiB have to become free"
            + " | Le disque a trop peu de place\u00a0: 3,1\u00a0Mo doivent se libérer",
        "All 1234567 bytes are here already"
            + " | Les 1\u202f234\u202f567 octets sont déjà tous là",
        "It goes on at Mon 09:23 | Il continue à lun. 09:23",
        "The server answered 503: not now, but perhaps later."
            + " | Le serveur a répondu 503\u00a0: pas maintenant, mais peut-être plus tard.",
        "Download 7 is complete. | Le téléchargement 7 est terminé."
      })
  void isTranslatedWithWhatStandsInIt(String english, String french) {
    assertThat(plain(Said.of(english))).isEqualTo(french);
  }

  @Test
  void aReasonWithinAReasonIsTranslatedToo() {
    assertThat(
            plain(
                Said.of("Without If-Range: the entity tag is weak, so samples are compared first")))
        .isEqualTo(
            "Sans If-Range\u00a0: l’étiquette (ETag) est faible, des échantillons sont donc d’abord"
                + " comparés");
    assertThat(plain(Said.of("It is stopped. There is room again.")))
        .isEqualTo("Elle est arrêtée. Il y a de nouveau de la place.");
  }

  @Test
  void whatHasNoWordsStaysAsItIs() {
    assertThat(Said.translated("Nobody ever said this")).isEmpty();
    assertThat(Said.of("Nobody ever said this")).isEqualTo("Nobody ever said this");
    assertThat(Said.lines(List.of())).isEmpty();
  }

  @Test
  void aSentenceEndsOnceWithTheStopOfItsLanguage() {
    assertThat(Said.closed("")).isEmpty();
    assertThat(Said.closed("C’est fini")).isEqualTo("C’est fini.");
    assertThat(Said.behind("C’est fini.", "Rien ne reste."))
        .isEqualTo("C’est fini. Rien ne reste.");
    Language.speak(Language.CHINESE);
    assertThat(Said.closed("已完成")).isEqualTo("已完成。");
    assertThat(Said.behind("已完成", "已保留。")).isEqualTo("已完成。已保留。");
    assertThat(Said.behind("已完成。", "已保留。")).isEqualTo("已完成。已保留。");
  }

  @Test
  void noSecretIsInIt() {
    assertThat(Said.of("\"https://host/a?token=12345\" is not a host name"))
        .doesNotContain("12345")
        .contains("n’est pas un nom d’hôte");
  }

  @Test
  void aNameIsNotTakenForASentence() {
    assertThat(plain(Said.of("/home/me/carrier 3 is there already and was not overwritten")))
        .isEqualTo("/home/me/carrier 3 existe déjà et n’a pas été remplacé");
  }

  @Test
  void englishIsWhatWasSaid() {
    Language.speak(Language.ENGLISH);
    assertThat(Said.of("The queue iso is stopped")).isEqualTo("The queue iso is stopped");
  }

  private static String plain(String text) {
    return text.strip();
  }
}
