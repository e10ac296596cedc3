package io.partnerhub.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/**
 * Rows of one statement, one array parameter a column: PostgreSQL takes them in half the time that
 * the same rows take it as JSON.
 */
final class Rowset<T> {

  /**
   * A column.
   *
   * @param type in the statement, to which it is cast
   * @param element what is sent, by its class and PostgreSQL's name for it
   */
  private record Column<T, E>(
      String name, String type, String cast, Element<E> element, Function<T, E> value) {

    TypedArray array(List<T> rows) {
      E[] values = element.array().apply(rows.size());
      for (int i = 0; i < values.length; i++) {
        values[i] = value.apply(rows.get(i));
      }
      return new TypedArray(element.type(), values);
    }
  }

  private record Element<E>(String type, IntFunction<E[]> array) {}

  private static final Element<Long> NUMBER = new Element<>("bigint", Long[]::new);
  private static final Element<Integer> COUNT = new Element<>("int", Integer[]::new);
  private static final Element<Boolean> FLAG = new Element<>("bool", Boolean[]::new);
  private static final Element<String> TEXT = new Element<>("text", String[]::new);

  private final String name;
  private final List<Column<T, ?>> columns = new ArrayList<>();

  /**
   * Without columns yet.
   *
   * @param name with which its parameters begin, so that they differ from those of others that go
   *     along in one round trip
   */
  Rowset(String name) {
    this.name = name;
  }

  Rowset<T> number(String name, Function<T, Long> value) {
    return column(name, "bigint", NUMBER, value);
  }

  Rowset<T> count(String name, Function<T, Integer> value) {
    return column(name, "int", COUNT, value);
  }

  Rowset<T> flag(String name, Function<T, Boolean> value) {
    return column(name, "boolean", FLAG, value);
  }

  Rowset<T> text(String name, Function<T, String> value) {
    return column(name, "text", TEXT, value);
  }

  /** A column of JSON that no statement looks into. */
  Rowset<T> json(String name, Function<T, String> value) {
    return column(name, "json", TEXT, value);
  }

  /** A column of JSON that statements look into or compare. */
  Rowset<T> searchableJson(String name, Function<T, String> value) {
    return column(name, "jsonb", TEXT, value);
  }

  Rowset<T> instant(String name, Function<T, Instant> value) {
    Map<Instant, String> texts = new HashMap<>(); // most rows of a page share theirs
    return column(
        name, "timestamptz", TEXT, row -> texts.computeIfAbsent(value.apply(row), Json::text));
  }

  /** Lists of texts, null for an empty one: an array of arrays would have to be a rectangle. */
  Rowset<T> texts(String name, Function<T, ? extends Collection<String>> value) {
    columns.add(
        new Column<>(
            name,
            "text",
            "cast(x." + name + " as text[])",
            TEXT,
            row -> literal(value.apply(row))));
    return this;
  }

  private static String literal(Collection<String> texts) {
    return texts.isEmpty()
        ? null
        : texts.stream()
            .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
            .collect(Collectors.joining(",", "{", "}"));
  }

  private <E> Rowset<T> column(String name, String type, Element<E> element, Function<T, E> value) {
    columns.add(new Column<>(name, type, "x." + name, element, value));
    return this;
  }

  /** The rows as a table {@code x}, for a statement's FROM. */
  String from() {
    return columns.stream()
        .map(c -> "cast(:" + parameter(c) + " as " + c.type() + "[])")
        .collect(Collectors.joining(", ", "unnest(", ") as x(" + names() + ")"));
  }

  String insertInto(String table) {
    return "insert into "
        + table
        + " as t ("
        + names()
        + ") select "
        + columns.stream().map(Column::cast).collect(Collectors.joining(", "))
        + " from "
        + from();
  }

  /** Rows whose key is there already replace it, but for what is kept. */
  String upsertInto(String table, Set<String> key, Set<String> kept) {
    return upsertInto(table, key, "true", kept);
  }

  /**
   * The same for a key that is unique among some rows only.
   *
   * @param among the condition of its index
   */
  String upsertInto(String table, Set<String> key, String among, Set<String> kept) {
    return insertInto(table)
        + " on conflict ("
        + String.join(", ", key)
        + ") where "
        + among
        + " do update set "
        + assignments("excluded.", key, kept);
  }

  /** Sets all but the key, which the rows must have. */
  String update(String table, Set<String> key) {
    return "update "
        + table
        + " as t set "
        + assignments("x.", key, Set.of())
        + " from "
        + from()
        + " where "
        + key.stream().map(k -> "t." + k + " = x." + k).collect(Collectors.joining(" and "));
  }

  Update bind(Handle handle, String sql, List<T> rows) {
    return bind(handle.createUpdate(sql), rows);
  }

  /** The same for a statement of any kind. */
  <S extends SqlStatement<S>> S bind(S statement, List<T> rows) {
    columns.forEach(column -> statement.bind(parameter(column), column.array(rows)));
    return statement;
  }

  private String parameter(Column<T, ?> column) {
    return name + "_" + column.name();
  }

  private String names() {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  private String assignments(String from, Set<String> key, Set<String> kept) {
    return columns.stream()
        .map(Column::name)
        .filter(name -> !key.contains(name) && !kept.contains(name))
        .map(name -> name + " = " + from + name)
        .collect(Collectors.joining(", "));
  }
}
