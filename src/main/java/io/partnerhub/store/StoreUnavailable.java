package io.partnerhub.store;

/** The store cannot be started or reached; the message says what to look at. */
public final class StoreUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1;

  StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
