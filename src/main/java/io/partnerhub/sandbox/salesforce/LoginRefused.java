package io.partnerhub.sandbox.salesforce;

/** A sign-in that the token endpoint refuses. */
final class LoginRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final String error;

  LoginRefused(String error, String description) {
    super(description);
    this.error = error;
  }

  String error() {
    return error;
  }
}
