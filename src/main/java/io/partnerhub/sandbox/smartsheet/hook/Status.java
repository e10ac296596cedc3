package io.partnerhub.sandbox.smartsheet.hook;

/** What a webhook's state is called, by the guide "Webhook status" of Smartsheet's developers. */
public enum Status {
  NEW_NOT_VERIFIED("It was not verified yet."),
  ENABLED(null),
  DISABLED_BY_OWNER("Disabled by its owner."),
  DISABLED_VERIFICATION_FAILED("The callback URL did not echo the challenge."),
  DISABLED_CALLBACK_FAILED("The callback URL did not acknowledge a callback."),
  DISABLED_SCOPE_INACCESSIBLE("Its owner cannot see the sheet."),
  DISABLED_APP_REVOKED("Access was revoked for the application that created it."),
  DISABLED_ADMINISTRATIVE("Disabled by Smartsheet's support.");

  private final String details;

  Status(String details) {
    this.details = details;
  }

  /** For people; null while it is enabled. */
  public String details() {
    return details;
  }
}
