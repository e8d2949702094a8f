package org.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/// Each test that SECURITY.md names is there, and is a test.
class SecurityTest {
  private static final Pattern NAMED = Pattern.compile("`([a-z0-9]+\\.[A-Za-z0-9.]+)#(\\w+)`");
  private static final int FEWEST = 50;

  @Test
  void theTestsThatAreNamedExist() throws IOException {
    String text = Files.readString(Path.of("SECURITY.md"));
    List<String> named =
        NAMED.matcher(text).results().map(m -> m.group(1) + "#" + m.group(2)).toList();
    assertThat(named).hasSizeGreaterThan(FEWEST);
    assertThat(named.stream().filter(name -> !isTest(name))).as("named, but no tests").isEmpty();
  }

  @Test
  void eachRuleNamesATest() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("SECURITY.md")).stream()
            .filter(line -> line.startsWith("|") && !line.startsWith("|---"))
            .filter(line -> !line.equals("| rule | test |"))
            .toList();
    assertThat(rows).isNotEmpty().allMatch(row -> NAMED.matcher(row).find());
  }

  private static boolean isTest(String name) {
    String[] parts = name.split("#", -1);
    try {
      Class<?> type = Class.forName("org.sluice.engine." + parts[0]);
      return Arrays.stream(type.getDeclaredMethods())
          .anyMatch(method -> method.getName().equals(parts[1]) && isAnnotated(method));
    } catch (ClassNotFoundException e) {
      // Told of by the caller.
      return false;
    }
  }

  private static boolean isAnnotated(Method method) {
    return method.isAnnotationPresent(Test.class)
        || method.isAnnotationPresent(ParameterizedTest.class);
  }
}
