package io.partnerhub.config;

import java.util.List;

/** The configuration cannot be used; the message names every fault at once, a line each. */
public final class ConfigFaults extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<String> faults;

  /**
   * @param faults sentences without secrets, at least one
   */
  public ConfigFaults(List<String> faults) {
    super(
        "The configuration has "
            + (faults.size() == 1 ? "a fault" : faults.size() + " faults")
            + ":"
            + String.join(
                "", faults.stream().map(f -> System.lineSeparator() + "  " + f).toList()));
    this.faults = List.copyOf(faults);
  }

  /** In the order of the file, then of the keys; holds no secret. */
  public List<String> faults() {
    return faults;
  }
}
