package io.partnerhub.sandbox.salesforce;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** The access tokens that are valid now; the oldest goes when there are too many. */
final class Sessions {

  private static final int MOST = 100;
  private static final int TOKEN_LENGTH = 80;
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._";

  private final Random random;
  private final Set<String> tokens =
      Collections.newSetFromMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > MOST;
            }
          });

  Sessions(Random random) {
    this.random = random;
  }

  String open(String orgId15) {
    StringBuilder token = new StringBuilder(orgId15).append('!');
    for (int i = 0; i < TOKEN_LENGTH; i++) {
      token.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    tokens.add(token.toString());
    return token.toString();
  }

  boolean isOpen(String token) {
    return tokens.contains(token);
  }

  /** Whether there was such a token. */
  boolean close(String token) {
    return tokens.remove(token);
  }

  void closeAll() {
    tokens.clear();
  }
}
