package io.partnerhub.sandbox.bench.world;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.demo.world.Comparison;
import io.partnerhub.sandbox.demo.world.Copies;
import io.partnerhub.sandbox.demo.world.Copy;
import io.partnerhub.sandbox.demo.world.OrgCopies;
import io.partnerhub.sandbox.demo.world.SheetCopies;
import io.partnerhub.sandbox.demo.world.WarehouseCopies;
import io.partnerhub.sandbox.fulfillment.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All records of all systems beside each other, by the simulators' own state.
 *
 * @param compared records that every system has, whose copies say the same
 * @param faults the first few that do not agree, in words
 */
public record Agreement(int compared, int disagreeing, List<String> faults) {

  private static final int FAULTS_TO_SHOW = 5;

  public boolean isFull() {
    return disagreeing == 0;
  }

  public static Agreement in(ThreeWorld world) {
    Comparing comparing = new Comparing(world);
    world.size().amounts().forEach(comparing::type);
    comparing.unitsActivated();
    return new Agreement(comparing.same, comparing.disagreeing, comparing.faults);
  }

  private static final class Comparing {

    private final ThreeWorld world;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Long> activated = new LinkedHashMap<>();
    private int same;
    private int disagreeing;

    Comparing(ThreeWorld world) {
      this.world = world;
    }

    void type(Amount amount) {
      Mapping mapping = world.mapping(amount.type());
      count(amount, SystemName.SALESFORCE, world.org().count(world.object(amount.type())));
      List<Copies> others = new ArrayList<>();
      others.add(new OrgCopies(world.org(), mapping, type -> world.object(type.name())));
      if (mapping.sides().containsKey(SystemName.FULFILLMENT)) {
        Resource resource =
            amount.type().equals(ThreeSize.ORDER) ? Resource.ORDERS : Resource.ACTIVATIONS;
        count(amount, SystemName.FULFILLMENT, world.warehouse().count(resource));
        others.add(new WarehouseCopies(world.warehouse(), resource, mapping));
      }
      Set<String> keys = new HashSet<>();
      for (String sheet : world.sheets().get(amount.type())) {
        for (Copy row : new SheetCopies(world.desk(), sheet, mapping).all()) {
          compare(mapping, row, others);
          keys.add(row.key());
        }
      }
      count(amount, SystemName.SMARTSHEET, world.rows(amount.type()));
      count(amount, SystemName.SMARTSHEET, keys.size());
    }

    private void count(Amount amount, SystemName system, int count) {
      if (count != amount.records()) {
        fault(
            "%s has %,d of type %s instead of %,d"
                .formatted(system.value(), count, amount.type(), amount.records()));
      }
    }

    private void compare(Mapping mapping, Copy row, List<Copies> others) {
      Map<SystemName, Copy> copies = new TreeMap<>(Map.of(SystemName.SMARTSHEET, row));
      for (Copies in : others) {
        Optional<Copy> copy = row.key() == null ? Optional.empty() : in.find(row.key());
        copy.ifPresent(c -> copies.put(in.system(), c));
        if (copy.isEmpty()) {
          fault("%s has no %s %s".formatted(in.system().value(), mapping.type(), row.key()));
        }
      }
      Set<String> differing = Comparison.differences(copies, mapping);
      if (!differing.isEmpty()) {
        fault("%s %s differs in %s".formatted(mapping.type().name(), row.key(), differing));
      } else if (copies.size() == others.size() + 1) {
        same++;
      }
      count(row);
    }

    /** What partners show is the sum over their activations. */
    private void count(Copy row) {
      String units = row.values().get("unitsActivated");
      if (units != null) {
        activated.merge(ThreeSize.PARTNER, Long.parseLong(units), Long::sum);
      }
      if (row.values().get("activatedOn") != null) {
        activated.merge(ThreeSize.ACTIVATION, 1L, Long::sum);
      }
    }

    void unitsActivated() {
      long partners = activated.getOrDefault(ThreeSize.PARTNER, 0L);
      long activations = activated.getOrDefault(ThreeSize.ACTIVATION, 0L);
      if (partners != activations) {
        fault("%,d units are activated, and partners show %,d".formatted(activations, partners));
      }
    }

    private void fault(String fault) {
      disagreeing++;
      if (faults.size() < FAULTS_TO_SHOW) {
        faults.add(fault);
      }
    }
  }
}
