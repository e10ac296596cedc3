package io.partnerhub.connector.fulfillment;

import io.partnerhub.connector.fulfillment.FulfillmentSettings.Bearer;
import io.partnerhub.connector.fulfillment.FulfillmentSettings.ClientCredentials;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/** The value of the Authorization header, and how to get another when it is no longer good. */
final class Authorization {

  private static final Duration SLACK = Duration.ofSeconds(30);

  private final FulfillmentSettings.Login login;
  private final Clock clock;
  private volatile Held held = new Held(null, Instant.MIN);

  private record Held(String header, Instant until) {}

  /**
   * A token that was given.
   *
   * @param lives how long it is good
   */
  record Token(String value, Duration lives) {}

  Authorization(FulfillmentSettings.Login login, Clock clock) {
    this.login = login;
    this.clock = clock;
  }

  /** The header's value now; null for none. */
  String header() {
    return login instanceof Bearer bearer ? "Bearer " + bearer.token() : held.header();
  }

  /** Gets a token where one is needed and none is good. */
  void prepare(Supplier<Token> ask) {
    if (!isRenewable() || clock.instant().isBefore(held.until())) {
      return;
    }
    synchronized (this) {
      if (!clock.instant().isBefore(held.until())) {
        Token token = ask.get();
        Instant until = clock.instant().plus(token.lives()).minus(SLACK);
        held = new Held("Bearer " + token.value(), until);
      }
    }
  }

  /** Whether a refused token can be replaced by another. */
  boolean isRenewable() {
    return login instanceof ClientCredentials;
  }

  /** The token that a call was refused with is no longer good. */
  synchronized void refused(String header) {
    if (header != null && header.equals(held.header())) {
      held = new Held(null, Instant.MIN);
    }
  }

  /** The header by which a token is asked for (RFC 6749, 2.3.1). */
  Optional<String> basic() {
    if (!(login instanceof ClientCredentials credentials)) {
      return Optional.empty();
    }
    String pair =
        Template.escaped(credentials.clientId()) + ":" + Template.escaped(credentials.secret());
    return Optional.of(
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }
}
