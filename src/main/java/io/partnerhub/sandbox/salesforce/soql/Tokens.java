package io.partnerhub.sandbox.salesforce.soql;

import java.util.List;

/** The tokens of a query and how far they have been read. */
final class Tokens {

  private final List<Token> tokens;
  private int next;

  Tokens(String query) {
    tokens = Lexer.tokens(query);
  }

  Token peek() {
    return tokens.get(next);
  }

  Token take() {
    Token token = tokens.get(next);
    if (token.kind() != Token.Kind.END) {
      next++;
    }
    return token;
  }

  boolean takeIfWord(String word) {
    boolean found = peek().isWord(word);
    if (found) {
      next++;
    }
    return found;
  }

  boolean takeIfSymbol(String symbol) {
    boolean found = peek().isSymbol(symbol);
    if (found) {
      next++;
    }
    return found;
  }

  void expectWord(String word) {
    if (!takeIfWord(word)) {
      throw MalformedQuery.unexpected(peek());
    }
  }

  void expectSymbol(String symbol) {
    if (!takeIfSymbol(symbol)) {
      throw MalformedQuery.unexpected(peek());
    }
  }

  String expectName() {
    Token token = take();
    if (token.kind() != Token.Kind.WORD) {
      throw MalformedQuery.unexpected(token);
    }
    return token.text();
  }
}
