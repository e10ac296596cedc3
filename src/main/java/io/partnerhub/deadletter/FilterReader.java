package io.partnerhub.deadletter;

import io.partnerhub.mapping.NearestName;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.store.Letter;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a filter strictly: a slip must not turn "a few letters" into "all of them". */
final class FilterReader {

  private static final List<String> WORDS =
      List.of("class", "system", "type", "code", "key", "assigned", "older", "state");

  private static final Pattern CONDITION =
      Pattern.compile("\\s*([^\\s=]+)(?:=(\"[^\"]*\"|\\S*))?(?=\\s|$)");

  private static final Pattern AGE = Pattern.compile("(\\d{1,6})([smhd])");

  private static final String ANY = "any";

  private final String text;
  private final Map<String, String> conditions = new LinkedHashMap<>();

  FilterReader(String text) {
    this.text = text == null ? "" : text.strip();
  }

  Filter read() {
    Matcher matcher = CONDITION.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw new IllegalArgumentException(
            "The filter cannot be read from \"%s\" on: write word=value, and \"…\" around a value"
                    .formatted(text.substring(at).strip())
                + " with blanks");
      }
      take(matcher.group(1), matcher.group(2));
      at = matcher.end();
    }
    return new Filter(
        kind(),
        conditions.get("system"),
        conditions.get("type"),
        conditions.get("code"),
        conditions.get("key"),
        conditions.get("assigned"),
        older(),
        states());
  }

  private void take(String word, String quoted) {
    if (!WORDS.contains(word)) {
      throw new IllegalArgumentException(
          "A filter has no word \"%s\". %s".formatted(word, NearestName.hint(word, WORDS)));
    }
    String value = quoted == null ? "" : unquoted(word, quoted);
    if (value.isBlank()) {
      throw new IllegalArgumentException("The filter's word \"%s\" has no value".formatted(word));
    }
    if (conditions.put(word, value) != null) {
      throw new IllegalArgumentException("The filter has the word \"%s\" twice".formatted(word));
    }
  }

  /** Only a pair belongs to the filter; one alone may be a part of the value, or a slip. */
  private static String unquoted(String word, String value) {
    boolean begins = value.startsWith("\"");
    boolean ends = value.endsWith("\"");
    if (begins && ends && value.length() > 1) {
      return value.substring(1, value.length() - 1);
    }
    if (begins || ends) {
      throw new IllegalArgumentException(
          "The filter's word \"%s\" has a quote alone: write \"…\" around the whole value"
              .formatted(word));
    }
    return value;
  }

  private ReasonClass kind() {
    String word = conditions.get("class");
    List<String> words = Arrays.stream(ReasonClass.values()).map(ReasonClass::word).toList();
    return word == null ? null : ReasonClass.of(known("reason class", word, words));
  }

  private Duration older() {
    String age = conditions.get("older");
    if (age == null) {
      return null;
    }
    Matcher matcher = AGE.matcher(age);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "older is \"%s\": write a number with s, m, h or d, such as 2h".formatted(age));
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  private Set<Letter.State> states() {
    String word = conditions.get("state");
    if (word == null) {
      return Filter.ALL.states();
    }
    List<String> words =
        Stream.concat(Arrays.stream(Letter.State.values()).map(Letter.State::word), Stream.of(ANY))
            .toList();
    return known("state", word, words).equals(ANY)
        ? Set.of(Letter.State.values())
        : Set.of(Letter.State.valueOf(word.toUpperCase(java.util.Locale.ROOT)));
  }

  private static String known(String what, String word, List<String> words) {
    if (!words.contains(word)) {
      throw new IllegalArgumentException(
          "There is no %s \"%s\". %s".formatted(what, word, NearestName.hint(word, words)));
    }
    return word;
  }
}
