package io.partnerhub.connector.salesforce;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** The user whom the hub is logged in as, by the identity address that each login answers. */
final class HubUser {

  private final Supplier<String> identityUrl;

  /**
   * @param identityUrl gives {@code …/id/<org id>/<user id>}, or null before the first login
   */
  HubUser(Supplier<String> identityUrl) {
    this.identityUrl = identityUrl;
  }

  /** The org that the user is of, 18 characters; empty before the first login. */
  Optional<String> org() {
    String[] parts = Objects.requireNonNullElse(identityUrl.get(), "").split("/");
    return parts.length > 2 && SalesforceId.isId(parts[parts.length - 2])
        ? Optional.of(SalesforceId.widen(parts[parts.length - 2]))
        : Optional.empty();
  }

  /** Whether an id, short or long, is this user's. */
  boolean is(String userId) {
    String url = identityUrl.get();
    if (url == null || userId == null) {
      return false;
    }
    String own = url.substring(url.lastIndexOf('/') + 1);
    return SalesforceId.isId(own) && SalesforceId.widen(own).equals(SalesforceId.widen(userId));
  }
}
