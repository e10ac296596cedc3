package io.partnerhub.sandbox.salesforce.soql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a query into tokens. */
final class Lexer {

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<space>\\s+)"
              + "|(?<datetime>\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?"
              + "(Z|[+-]\\d{2}:?\\d{2}))"
              + "|(?<date>\\d{4}-\\d{2}-\\d{2})(?![\\w:])"
              + "|(?<number>[+-]?\\d+(\\.\\d+)?)(?![\\w.])"
              + "|(?<word>[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)*)"
              + "|(?<string>'(?:[^'\\\\]|\\\\.)*+')"
              + "|(?<symbol>!=|<>|<=|>=|[=<>(),])",
          Pattern.DOTALL);

  private Lexer() {}

  static List<Token> tokens(String query) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(query);
    int at = 0;
    while (at < query.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw new MalformedQuery(
            "line 1:" + at + " no viable alternative at character '" + query.charAt(at) + "'");
      }
      if (matcher.group("space") == null) {
        tokens.add(token(matcher, at));
      }
      at = matcher.end();
    }
    tokens.add(new Token(Token.Kind.END, "", at));
    return tokens;
  }

  private static Token token(Matcher matcher, int at) {
    String text = matcher.group();
    if (matcher.group("string") != null) {
      return new Token(Token.Kind.STRING, text.substring(1, text.length() - 1), at);
    }
    if (matcher.group("datetime") != null) {
      return new Token(Token.Kind.DATETIME, text, at);
    }
    if (matcher.group("date") != null) {
      return new Token(Token.Kind.DATE, text, at);
    }
    if (matcher.group("number") != null) {
      return new Token(Token.Kind.NUMBER, text, at);
    }
    return new Token(matcher.group("word") != null ? Token.Kind.WORD : Token.Kind.SYMBOL, text, at);
  }
}
