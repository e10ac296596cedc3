package io.partnerhub.sandbox.salesforce.soql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@code SELECT … FROM … WHERE … ORDER BY … LIMIT …}. */
public final class SoqlParser {

  private final Tokens tokens;

  private SoqlParser(String query) {
    this.tokens = new Tokens(query);
  }

  /**
   * Reads a query.
   *
   * @throws MalformedQuery where it breaks the grammar, or uses a clause that is not simulated
   */
  public static SoqlQuery parse(String query) {
    return new SoqlParser(query).query();
  }

  private SoqlQuery query() {
    tokens.expectWord("SELECT");
    List<String> paths = selection();
    tokens.expectWord("FROM");
    String from = tokens.expectName();
    Optional<Condition> where =
        tokens.takeIfWord("WHERE")
            ? Optional.of(new ConditionParser(tokens).condition())
            : Optional.empty();
    List<SoqlQuery.OrderBy> order = order();
    OptionalInt limit = limit();
    if (tokens.peek().kind() != Token.Kind.END) {
      throw MalformedQuery.unexpected(tokens.peek());
    }
    return new SoqlQuery(paths, from, where, order, limit);
  }

  private List<String> selection() {
    String first = tokens.expectName();
    if (first.equalsIgnoreCase("COUNT") && tokens.takeIfSymbol("(")) {
      tokens.expectSymbol(")");
      return List.of();
    }
    List<String> paths = new ArrayList<>(List.of(first));
    while (tokens.takeIfSymbol(",")) {
      paths.add(tokens.expectName());
    }
    return paths;
  }

  private List<SoqlQuery.OrderBy> order() {
    List<SoqlQuery.OrderBy> order = new ArrayList<>();
    if (tokens.takeIfWord("ORDER")) {
      tokens.expectWord("BY");
      do {
        order.add(sortKey());
      } while (tokens.takeIfSymbol(","));
    }
    return order;
  }

  private SoqlQuery.OrderBy sortKey() {
    String path = tokens.expectName();
    boolean descending = tokens.takeIfWord("DESC");
    if (!descending) {
      tokens.takeIfWord("ASC");
    }
    boolean nullsLast = false;
    if (tokens.takeIfWord("NULLS")) {
      nullsLast = tokens.takeIfWord("LAST");
      if (!nullsLast) {
        tokens.expectWord("FIRST");
      }
    }
    return new SoqlQuery.OrderBy(path, descending, nullsLast);
  }

  private OptionalInt limit() {
    if (!tokens.takeIfWord("LIMIT")) {
      return OptionalInt.empty();
    }
    Token token = tokens.take();
    if (token.kind() != Token.Kind.NUMBER || !token.text().matches("\\d{1,9}")) {
      throw MalformedQuery.unexpected(token);
    }
    return OptionalInt.of(Integer.parseInt(token.text()));
  }
}
