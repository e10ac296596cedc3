package io.partnerhub.sandbox.salesforce.soql;

/** A query that breaks the grammar; the message names the place. */
public final class MalformedQuery extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedQuery(String message) {
    super(message);
  }

  static MalformedQuery unexpected(Token token) {
    return new MalformedQuery(
        token.kind() == Token.Kind.END
            ? "unexpected token: '<EOF>'"
            : "unexpected token: '" + token.text() + "' at position " + (token.at() + 1));
  }
}
