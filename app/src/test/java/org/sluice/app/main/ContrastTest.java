package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.app.fx.Theme;

/// The colours as they stand in the style sheets can be told apart: text from what is behind it, signs from
/// what is around them.
class ContrastTest {
  /// WCAG 2.2, 1.4.3.
  private static final double TEXT = 4.5;

  /// WCAG 2.2, 1.4.11.
  private static final double SIGN = 3;

  private static final Pattern TOKEN =
      Pattern.compile("(-(?:color|sl)-[a-z0-9-]+)\\s*:\\s*([^;]+);");
  private static final Pattern BLOCK = Pattern.compile("\\.root(\\.[a-z-]+)?\\s*\\{([^}]*)}");

  /// The colours of the design, and the others that can be chosen for poll states.
  private static final List<String> POLL_SETS = List.of("", ".poll-strong", ".poll-grey");

  private static final Pattern RGBA =
      Pattern.compile("rgba\\(\\s*(\\d+),\\s*(\\d+),\\s*(\\d+),\\s*([0-9.]+)\\s*\\)");

  private static final List<String> GROUNDS =
      List.of("-color-bg-default", "-color-bg-subtle", "-sl-header", "-sl-hover", "-sl-selected");

  static Stream<Arguments> texts() {
    Stream<String> plain =
        Stream.of("-color-fg-default", "-color-fg-muted", "-color-accent-fg", "-color-danger-fg");
    Stream<Arguments> onGrounds =
        plain.flatMap(text -> GROUNDS.stream().map(ground -> Arguments.of(text, ground)));
    Stream<Arguments> pills =
        Stream.of("none", "in", "out", "inout", "remove")
            .map(poll -> Arguments.of("-sl-poll-" + poll + "-fg", "-sl-poll-" + poll + "-bg"));
    Stream<Arguments> letters =
        Stream.of("in", "out", "inout", "remove")
            .map(poll -> Arguments.of("-sl-poll-" + poll + "-on", "-sl-poll-" + poll + "-emph"));
    Stream<Arguments> others =
        Stream.of(
            Arguments.of("-color-fg-emphasis", "-color-accent-emphasis"),
            Arguments.of("-color-fg-emphasis", "-color-danger-emphasis"),
            Arguments.of("-color-fg-default", "-sl-side-selected"),
            Arguments.of("-color-danger-fg", "-sl-side-selected"),
            Arguments.of("-color-fg-subtle", "-color-bg-default"),
            Arguments.of("-color-warning-fg", "-color-bg-default"),
            Arguments.of("-color-success-fg", "-color-bg-default"),
            Arguments.of("-color-accent-fg", "-color-accent-subtle"),
            Arguments.of("-color-danger-fg", "-color-danger-subtle"),
            Arguments.of("-color-fg-default", "-color-warning-subtle"),
            Arguments.of("-color-fg-default", "-color-success-subtle"),
            Arguments.of("-color-fg-default", "-sl-chip"),
            Arguments.of("-color-fg-muted", "-sl-switch"),
            Arguments.of("-sl-code-keyword", "-color-bg-default"),
            Arguments.of("-sl-code-function", "-color-bg-default"),
            Arguments.of("-sl-code-constant", "-color-bg-default"),
            Arguments.of("-sl-code-string", "-color-bg-default"),
            Arguments.of("-sl-code-comment", "-color-bg-default"));
    return Stream.of(onGrounds, pills, letters, others).flatMap(each -> each);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void textIsRead(String text, String ground) {
    for (Theme theme : Theme.values()) {
      for (String set : POLL_SETS) {
        assertThat(contrast(theme, set, text, ground))
            .as("%s on %s, %s%s", text, ground, theme, set)
            .isGreaterThanOrEqualTo(TEXT);
      }
    }
  }

  static Stream<Arguments> signs() {
    Stream<Arguments> bands =
        Stream.of("none", "in", "out", "inout", "remove")
            .map(poll -> Arguments.of("-sl-poll-" + poll + "-emph", "-color-bg-default"));
    Stream<Arguments> rings = // around what has the focus
        GROUNDS.stream().map(ground -> Arguments.of("-color-accent-fg", ground));
    Stream<Arguments> others =
        Stream.of(
            Arguments.of("-color-fg-muted", "-sl-side-selected"), // icons
            Arguments.of("-color-accent-fg", "-sl-side-selected"),
            Arguments.of("-color-accent-emphasis", "-color-bg-default"),
            Arguments.of("-color-accent-emphasis", "-sl-track"),
            Arguments.of("-color-danger-emphasis", "-color-bg-default"),
            Arguments.of("-sl-paused", "-color-bg-default"),
            Arguments.of("-sl-selected-edge", "-sl-selected"),
            Arguments.of("-sl-act", "-color-bg-default"));
    return Stream.of(bands, rings, others).flatMap(each -> each);
  }

  @ParameterizedTest
  @MethodSource("signs")
  void aSignIsSeen(String sign, String ground) {
    for (Theme theme : Theme.values()) {
      for (String set : POLL_SETS) {
        assertThat(contrast(theme, set, sign, ground))
            .as("%s on %s, %s%s", sign, ground, theme, set)
            .isGreaterThanOrEqualTo(SIGN);
      }
    }
  }

  /// As measured in DESIGN.md 2.2: what is lowest there is not lower here.
  @ParameterizedTest
  @EnumSource(Theme.class)
  void thePollStatesAreAsTheyWereDesigned(Theme theme) {
    double pill =
        Stream.of("none", "in", "out", "inout", "remove")
            .mapToDouble(
                poll -> contrast(theme, "", "-sl-poll-" + poll + "-fg", "-sl-poll-" + poll + "-bg"))
            .min()
            .orElseThrow();
    assertThat(pill).isGreaterThanOrEqualTo(theme == Theme.LIGHT ? 5.95 : 6.75);
  }

  private static double contrast(Theme theme, String set, String front, String back) {
    Map<String, String> tokens = tokens(theme, set);
    Color window = colour(tokens, "-color-bg-default", Color.WHITE);
    Color behind = Wcag.over(colour(tokens, back, window), window);
    return Wcag.contrast(Wcag.over(colour(tokens, front, behind), behind), behind);
  }

  private static Color colour(Map<String, String> tokens, String token, Color behind) {
    String value = Objects.requireNonNull(tokens.get(token), token);
    if (value.startsWith("-")) {
      return colour(tokens, value, behind);
    }
    Matcher rgba = RGBA.matcher(value);
    return rgba.matches()
        ? Color.rgb(
            Integer.parseInt(rgba.group(1)),
            Integer.parseInt(rgba.group(2)),
            Integer.parseInt(rgba.group(3)),
            Double.parseDouble(rgba.group(4)))
        : Color.web(value);
  }

  /// Those of AtlantaFX, then ours, which go before them.
  private static Map<String, String> tokens(Theme theme, String set) {
    String primer =
        theme == Theme.LIGHT
            ? new PrimerLight().getUserAgentStylesheet()
            : new PrimerDark().getUserAgentStylesheet();
    Map<String, String> tokens = new HashMap<>();
    read(
        PrimerLight.class.getResourceAsStream(primer.substring(primer.indexOf("/atlantafx"))),
        "",
        tokens);
    read(
        Theme.class.getResourceAsStream(
            "sluice-" + theme.name().toLowerCase(java.util.Locale.ROOT) + ".css"),
        set,
        tokens);
    return tokens;
  }

  private static void read(InputStream sheet, String set, Map<String, String> tokens) {
    try (InputStream in = Objects.requireNonNull(sheet)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Matcher block = BLOCK.matcher(text);
      while (block.find()) {
        String of = Objects.toString(block.group(1), "");
        if (of.isEmpty() || of.equals(set)) {
          Matcher token = TOKEN.matcher(block.group(2) + ";");
          while (token.find()) {
            tokens.put(token.group(1), token.group(2).strip());
          }
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
