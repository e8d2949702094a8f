package org.sluice.app.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The visible words of one package: English from its `messages.properties`, the other languages from
/// `messages_fr.properties` and so on, in the language that is spoken when they are asked for. What a
/// language does not have is said in English.
///
/// [java.util.ResourceBundle] is not used: asked for English it would give a German system German.
///
/// **Threads**: any.
public final class MessageBundle {
  private static final Map<Class<?>, MessageBundle> READ = new ConcurrentHashMap<>();

  private final Class<?> beside;
  private final Map<Language, Words> words = new EnumMap<>(Language.class);

  /// Sentences are taken apart once.
  private record Words(Map<String, String> texts, Map<String, Phrase> phrases) {}

  private MessageBundle(Class<?> beside) {
    this.beside = beside;
  }

  /// The words beside `type`.
  public static MessageBundle of(Class<?> type) {
    return READ.computeIfAbsent(type, MessageBundle::new);
  }

  /// The words of `key` as they stand there.
  public String text(String key) {
    return Isolate.wrapped(text(spoken(), key));
  }

  /// The words of `key` with `{0}`, `{1}`, … replaced, as [Phrase] says.
  public String text(String key, Object... arguments) {
    Words spoken = spoken();
    return Isolate.wrapped(
        spoken
            .phrases
            .computeIfAbsent(key, _ -> Phrase.of(text(spoken, key)))
            .with(Language.spoken(), arguments));
  }

  /// Whether there are words for `key`.
  public boolean has(String key) {
    return spoken().texts.containsKey(key);
  }

  /// All that it has words for.
  public Set<String> keys() {
    return spoken().texts.keySet();
  }

  /// The English words of all keys, whatever is spoken.
  public Map<String, String> english() {
    synchronized (words) {
      return words.computeIfAbsent(Language.ENGLISH, this::read).texts;
    }
  }

  /// The arguments of `key` that must be numbers, as it has plurals for them.
  public Set<Integer> plurals(String key) {
    return Phrase.of(text(spoken(), key)).counted();
  }

  private String text(Words spoken, String key) {
    String text = spoken.texts.get(key);
    if (text == null) {
      throw new MissingResourceException(
          "there are no words for " + key + " beside " + beside.getName(), beside.getName(), key);
    }
    return text;
  }

  private Words spoken() {
    synchronized (words) {
      return words.computeIfAbsent(Language.spoken(), this::read);
    }
  }

  private Words read(Language language) {
    Map<String, String> texts = new HashMap<>();
    read("messages.properties", texts);
    if (texts.isEmpty()) {
      throw new IllegalStateException("there is no messages.properties beside " + beside.getName());
    }
    if (language != Language.ENGLISH) {
      read("messages_" + language.tag() + ".properties", texts);
    }
    return new Words(Map.copyOf(texts), new ConcurrentHashMap<>());
  }

  private void read(String name, Map<String, String> into) {
    try (@Nullable InputStream in = beside.getResourceAsStream(name)) {
      if (in != null) {
        Properties read = new Properties();
        read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        read.stringPropertyNames().forEach(key -> into.put(key, read.getProperty(key)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + " beside " + beside.getName(), e);
    }
  }
}
