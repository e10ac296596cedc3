package io.partnerhub.config;

/** A value that is never shown: its text form is a mask. */
public record Secret(String value) {

  private static final String MASK = "********";

  @Override
  public String toString() {
    return MASK;
  }
}
