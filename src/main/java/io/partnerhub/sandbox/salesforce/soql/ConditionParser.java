package io.partnerhub.sandbox.salesforce.soql;

import java.util.ArrayList;
import java.util.List;

/** Reads a WHERE clause; AND mixed with OR or NOT needs parentheses, as in Salesforce. */
final class ConditionParser {

  private static final int DEEPEST = 100;

  private final Tokens tokens;
  private int depth;

  ConditionParser(Tokens tokens) {
    this.tokens = tokens;
  }

  Condition condition() {
    if (tokens.takeIfWord("NOT")) {
      return new Condition.Not(simple());
    }
    Condition first = simple();
    if (tokens.peek().isWord("AND")) {
      return new Condition.And(chain(first, "AND"));
    }
    if (tokens.peek().isWord("OR")) {
      return new Condition.Or(chain(first, "OR"));
    }
    return first;
  }

  private List<Condition> chain(Condition first, String word) {
    List<Condition> parts = new ArrayList<>(List.of(first));
    while (tokens.takeIfWord(word)) {
      parts.add(simple());
    }
    return parts;
  }

  private Condition simple() {
    if (!tokens.takeIfSymbol("(")) {
      return comparison();
    }
    if (++depth > DEEPEST) {
      throw new MalformedQuery("more than " + DEEPEST + " open parentheses");
    }
    Condition inner = condition();
    tokens.expectSymbol(")");
    depth--;
    return inner;
  }

  private Condition comparison() {
    Token name = tokens.peek();
    if (name.isWord("NOT")) {
      throw MalformedQuery.unexpected(name);
    }
    String path = tokens.expectName();
    Token operator = tokens.take();
    if (operator.isWord("IN")) {
      return new Condition.In(path, false, list());
    }
    if (operator.isWord("NOT")) {
      tokens.expectWord("IN");
      return new Condition.In(path, true, list());
    }
    if (operator.isWord("LIKE")) {
      return new Condition.Compare(path, Condition.Operator.LIKE, Literals.pattern(tokens.take()));
    }
    return new Condition.Compare(path, operator(operator), Literals.value(tokens.take()));
  }

  private List<Literal> list() {
    tokens.expectSymbol("(");
    List<Literal> values = new ArrayList<>();
    do {
      values.add(Literals.value(tokens.take()));
    } while (tokens.takeIfSymbol(","));
    tokens.expectSymbol(")");
    return values;
  }

  private static Condition.Operator operator(Token token) {
    if (token.kind() != Token.Kind.SYMBOL) {
      throw MalformedQuery.unexpected(token);
    }
    return switch (token.text()) {
      case "=" -> Condition.Operator.EQUAL;
      case "!=", "<>" -> Condition.Operator.NOT_EQUAL;
      case "<" -> Condition.Operator.LESS;
      case ">" -> Condition.Operator.GREATER;
      case "<=" -> Condition.Operator.AT_MOST;
      case ">=" -> Condition.Operator.AT_LEAST;
      default -> throw MalformedQuery.unexpected(token);
    };
  }
}
