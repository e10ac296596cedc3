package io.partnerhub.cli;

import java.io.PrintWriter;

/** Prints lines that tell what people typed elsewhere: none of it commands the terminal. */
final class PlainLines extends PrintWriter {

  PlainLines(PrintWriter out) {
    super(out);
  }

  @Override
  public void println(String line) {
    super.println(Shown.text(line));
  }

  @Override
  public void println(Object line) {
    println(String.valueOf(line));
  }
}
