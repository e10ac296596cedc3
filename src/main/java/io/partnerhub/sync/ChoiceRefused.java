package io.partnerhub.sync;

/** A decision by hand that cannot be carried out; the message says what is wrong and what to do. */
public class ChoiceRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  public ChoiceRefused(String message) {
    super(message);
  }
}
