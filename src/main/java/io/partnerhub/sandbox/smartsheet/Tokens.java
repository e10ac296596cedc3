package io.partnerhub.sandbox.smartsheet;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens and the people they belong to. */
final class Tokens {
  private static final String BEARER = "Bearer ";
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();

  private record Token(Person owner, boolean expired) {}

  void issue(String token, Person owner) {
    tokens.put(token, new Token(owner, false));
  }

  /**
   * Lets a token expire or makes it good again.
   *
   * @throws IllegalArgumentException for an unknown token
   */
  void expired(String token, boolean expired) {
    if (tokens.computeIfPresent(token, (t, known) -> new Token(known.owner(), expired)) == null) {
      throw new IllegalArgumentException("no such token was issued");
    }
  }

  /** The token of an Authorization header. */
  static String of(String header) {
    if (header == null) {
      throw ErrorCode.NOT_AUTHORIZED.with();
    }
    if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw ErrorCode.TOKEN_INVALID.with();
    }
    return header.substring(BEARER.length()).trim();
  }

  Person owner(String token) {
    Token known = tokens.get(token);
    if (known == null) {
      throw ErrorCode.TOKEN_INVALID.with();
    }
    if (known.expired()) {
      throw ErrorCode.TOKEN_EXPIRED.with();
    }
    return known.owner();
  }
}
