package io.partnerhub.sandbox.demo.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Fills the cells of a row as people type: in any case and format, and not all of them. */
final class Typist {

  private final Random random;
  private final Map<String, Object> cells = new LinkedHashMap<>();

  Typist(Random random) {
    this.random = random;
  }

  /** The cells by column title. */
  Map<String, Object> cells() {
    return cells;
  }

  void put(String column, Object value) {
    if (value != null) {
      cells.put(column, value);
    }
  }

  /** One cell in ten was never filled in. */
  void mostly(String column, Object value) {
    if (random.nextInt(10) > 0) {
      put(column, value);
    }
  }

  /** One in so many says yes. */
  boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  /** A number from 1 on. */
  int number(int most) {
    return 1 + random.nextInt(most);
  }

  /** A text that is the same in any case. */
  String typed(String text) {
    if (text == null) {
      return null;
    }
    return switch (random.nextInt(4)) {
      case 0 -> text.toLowerCase(Locale.ROOT);
      case 1 -> text.toUpperCase(Locale.ROOT);
      default -> spaced(text);
    };
  }

  String spaced(String text) {
    if (text == null) {
      return null;
    }
    return switch (random.nextInt(4)) {
      case 0 -> text + " ";
      case 1 -> "  " + text;
      default -> text;
    };
  }

  String phone(String number) {
    if (number == null) {
      return null;
    }
    return switch (random.nextInt(4)) {
      case 0 -> number.replaceAll("[^0-9]+", " ").strip();
      case 1 -> number.replaceAll("[^0-9]+", ".").replaceAll("^\\.", "");
      case 2 -> number.replaceAll("[^0-9]+", "-").replaceAll("^-", "");
      default -> number;
    };
  }

  /** One of the names that people have for a value. */
  String alias(String value, Map<String, List<String>> aliases) {
    List<String> names = aliases.getOrDefault(value, List.of(value));
    return names.get(random.nextInt(names.size()));
  }
}
