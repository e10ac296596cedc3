package io.partnerhub.sandbox.demo.show;

/** A text as one word of a line that people paste into a shell. */
public final class ShellWord {

  private static final String PLAIN = "[A-Za-z0-9_./:=@%+,-]+";

  private ShellWord() {}

  /** The text itself where a shell takes it as it is, else in quotes. */
  public static String of(String text) {
    return text.matches(PLAIN) ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
