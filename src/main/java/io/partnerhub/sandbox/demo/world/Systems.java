package io.partnerhub.sandbox.demo.world;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.MappingSet;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.Simulators;
import io.partnerhub.sandbox.TrackerSheet;
import io.partnerhub.sandbox.demo.data.Morning;
import io.partnerhub.sandbox.fulfillment.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The simulated systems with everything in them. */
public final class Systems {

  public static final String PARTNER = "partner";
  public static final String ORDER = "order";
  public static final String ACTIVATION = "activation";

  private final Simulators simulators;
  private final MappingSet mappings;
  private final Map<String, Records> records = new LinkedHashMap<>();
  private final Map<String, String> sheetIds = new LinkedHashMap<>();

  private Systems(Simulators simulators, MappingSet mappings) {
    this.simulators = simulators;
    this.mappings = mappings;
    mappings.mappings().forEach(this::add);
  }

  /** Makes the trackers. */
  public static Systems of(Simulators simulators, MappingSet mappings) {
    return new Systems(simulators, mappings);
  }

  /** Makes the trackers, and fills each system with what it holds in the morning. */
  public static Systems fill(Simulators simulators, MappingSet mappings, Morning morning) {
    Systems systems = of(simulators, mappings);
    systems.all().forEach(records -> systems.fill(records, morning.of(records.type())));
    return systems;
  }

  private void add(Mapping mapping) {
    String type = mapping.type().name();
    List<Copies> copies = new ArrayList<>();
    copies.add(new OrgCopies(simulators.salesforce().org(), mapping, this::objectOf));
    String title = TrackerSheet.titleOf(mapping.type());
    long sheet = simulators.smartsheet().desk().createSheet(TrackerSheet.of(title, mapping));
    sheetIds.put(type, Long.toString(sheet));
    copies.add(new SheetCopies(simulators.smartsheet().desk(), title, mapping));
    if (mapping.sides().containsKey(SystemName.FULFILLMENT)) {
      Resource resource = type.equals(ORDER) ? Resource.ORDERS : Resource.ACTIVATIONS;
      copies.add(new WarehouseCopies(simulators.fulfillment().warehouse(), resource, mapping));
    }
    records.put(type, new Records(mapping, copies));
  }

  private void fill(Records of, Morning.Type morning) {
    simulators.salesforce().org().seed(objectOf(of.mapping().type()), morning.salesforce());
    ((SheetCopies) of.tracker()).addAll(morning.tracker());
    if (of.systems().contains(SystemName.FULFILLMENT)) {
      morning.fulfillment().forEach(of.fulfillment()::add);
    }
  }

  private String objectOf(RecordType type) {
    return mappings
        .find(type)
        .orElseThrow()
        .side(SystemName.SALESFORCE)
        .placement()
        .locations()
        .iterator()
        .next();
  }

  /** Types keys into the tracker, by the id of the row, as one change. */
  public void typeKeys(Records of, Map<String, String> keys) {
    ((SheetCopies) of.tracker()).typeKeys(keys);
  }

  public Simulators simulators() {
    return simulators;
  }

  /** The records of every type, parents first. */
  public List<Records> all() {
    return List.copyOf(records.values());
  }

  /** Every system that has records. */
  public Set<SystemName> names() {
    return all().stream()
        .flatMap(of -> of.systems().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The ids of the trackers by type. */
  public Map<String, String> sheetIds() {
    return Map.copyOf(sheetIds);
  }

  public Records partners() {
    return of(PARTNER);
  }

  public Records orders() {
    return of(ORDER);
  }

  public Records activations() {
    return of(ACTIVATION);
  }

  private Records of(String type) {
    return Objects.requireNonNull(records.get(type));
  }
}
