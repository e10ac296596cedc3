package io.partnerhub.sandbox.salesforce.soql;

/**
 * One piece of a query.
 *
 * @param text as written; of a string what stands between the quotes, escapes included
 * @param at position of its first character, from 0
 */
record Token(Kind kind, String text, int at) {

  enum Kind {
    WORD,
    STRING,
    NUMBER,
    DATE,
    DATETIME,
    SYMBOL,
    END
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }
}
