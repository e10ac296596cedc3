package io.partnerhub.mapping;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A mapping cannot be used; names every fault at once, by file and line. */
public final class MappingFaults extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<Fault> faults;

  public MappingFaults(Collection<Fault> faults) {
    super(
        faults.stream()
            .sorted()
            .distinct()
            .map(Fault::toString)
            .collect(Collectors.joining(System.lineSeparator())));
    this.faults = faults.stream().sorted().distinct().toList();
  }

  /** Sorted by file and line. */
  public List<Fault> faults() {
    return faults;
  }
}
