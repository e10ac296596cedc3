package io.partnerhub.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a command ended. The numbers are a contract with scripts. */
public enum ExitCode {
  OK(0, "Done; every check held."),
  CHECK_FAILED(1, "A check failed, or the systems did not converge."),
  WRONG_INPUT(2, "Wrong arguments or configuration; the message says what to change."),
  UNAVAILABLE(3, "An outside system or the store cannot be reached."),
  DEFECT(4, "A defect of the hub itself; please report the stack trace."),
  INTERRUPTED(130, "Stopped by Ctrl-C, after draining."),
  TERMINATED(143, "Stopped by SIGTERM, after draining.");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  public int number() {
    return number;
  }

  /** A sentence for people. */
  public String meaning() {
    return meaning;
  }

  /** Meanings by number, in the order of the numbers. */
  static Map<String, String> help() {
    Map<String, String> lines = new LinkedHashMap<>();
    for (ExitCode code : values()) {
      lines.put("%3d".formatted(code.number), code.meaning);
    }
    return Collections.unmodifiableMap(lines);
  }
}
