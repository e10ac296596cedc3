package io.partnerhub.step;

import io.partnerhub.mapping.Fault;
import io.partnerhub.mapping.MappingCheck;
import io.partnerhub.mapping.MappingFile;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.system.Connector;
import io.partnerhub.sync.system.SystemUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lets a system be read only once its own metadata was found to fit the mappings. */
public final class MappingGate {

  private final Connector connector;
  private final List<MappingFile> mappings;
  private boolean open;

  public MappingGate(Connector connector, List<MappingFile> mappings) {
    this.connector = connector;
    this.mappings = mappings;
  }

  /** What does not fit, as the system is now; empty when all does. */
  public synchronized List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    for (MappingFile mapping : mappings) {
      faults.addAll(
          MappingCheck.check(mapping, connector.system(), connector.metadata(mapping.mapping())));
    }
    open = faults.isEmpty();
    return faults;
  }

  synchronized void check() {
    if (open) {
      return;
    }
    List<Fault> faults = faults();
    if (!faults.isEmpty()) {
      String all = faults.stream().map(Fault::toString).collect(Collectors.joining("; "));
      throw new SystemUnavailable(
          new Outcome.Reason(ReasonClass.PERMISSION, "mapping", all), null, null);
    }
  }
}
