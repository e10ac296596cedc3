package io.partnerhub.sandbox.salesforce;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * An automation of the org that rewrites a text field whenever a record is written.
 *
 * @param delay empty: in the same transaction; else that long after it, by another user
 */
public record Trigger(String field, Rewrite rewrite, Optional<Duration> delay) {

  /** What becomes of the text; doing it twice is doing it once. */
  public sealed interface Rewrite {

    String apply(String text);

    /** Keeps the first characters. */
    record Cut(int length) implements Rewrite {
      @Override
      public String apply(String text) {
        return text.substring(0, Math.min(length, text.length()));
      }
    }

    /** Capitals. */
    record UpperCase() implements Rewrite {
      @Override
      public String apply(String text) {
        return text.toUpperCase(Locale.ROOT);
      }
    }

    /** Adds a text at the end, unless it is there. */
    record Append(String end) implements Rewrite {
      @Override
      public String apply(String text) {
        return text.endsWith(end) ? text : text + end;
      }
    }
  }

  /** The row with the field rewritten. */
  Row apply(Row row) {
    Optional<Field> target = row.type().field(field);
    if (target.isEmpty() || !(row.get(target.get()) instanceof String text)) {
      return row;
    }
    Object[] values = row.values();
    values[target.get().ordinal()] = rewrite.apply(text);
    return new Row(row.type(), values);
  }

  /** Whether a rewrite would give another text. */
  boolean changes(Row row) {
    return row.type()
        .field(field)
        .map(f -> row.get(f) instanceof String text && !rewrite.apply(text).equals(text))
        .orElse(false);
  }
}
