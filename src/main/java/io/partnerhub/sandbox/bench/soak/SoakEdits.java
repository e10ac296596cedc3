package io.partnerhub.sandbox.bench.soak;

import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.bench.world.MadeUpTrade;
import io.partnerhub.sandbox.bench.world.ThreeSize;
import io.partnerhub.sandbox.bench.world.ThreeWorld;
import io.partnerhub.sandbox.bench.world.World;
import io.partnerhub.sandbox.demo.world.Copies;
import io.partnerhub.sandbox.demo.world.OrgCopies;
import io.partnerhub.sandbox.demo.world.SheetCopies;
import io.partnerhub.sandbox.demo.world.WarehouseCopies;
import io.partnerhub.sandbox.fulfillment.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * People at work in all three systems: each field is edited in one of them, so that in the end
 * nothing is held and all systems say the same. In which order is decided by a seed.
 */
final class SoakEdits {

  /** Of those that may be. */
  private static final double LOCKED = 2 * SoakFaults.SHARE;

  private static final String DAY = "2026-%02d-%02d";
  private static final int MONTHS = 12;
  private static final int DAYS = 28;
  private static final int PHONES = 10_000_000;

  private final ThreeWorld world;
  private final Random random;
  private final List<Place> places = new ArrayList<>();
  private int made;
  private int locked;

  /** Fields that people edit in one system. */
  private record Place(Copies copies, int records, IntFunction<String> key, List<Field> fields) {}

  SoakEdits(ThreeWorld world, long seed) {
    this.world = world;
    this.random = new Random(seed);
    add(ThreeSize.PARTNER, org(ThreeSize.PARTNER), World::code, "title", "phone");
    add(ThreeSize.PARTNER, sheet(ThreeSize.PARTNER), World::code, "contact", "onboardedOn");
    add(ThreeSize.ORDER, org(ThreeSize.ORDER), MadeUpTrade::order, "shipTo", "requiredOn");
    add(ThreeSize.ORDER, sheet(ThreeSize.ORDER), MadeUpTrade::order, "notes");
    add(
        ThreeSize.ORDER,
        warehouse(ThreeSize.ORDER, Resource.ORDERS),
        MadeUpTrade::order,
        "carrier",
        "trackingNumber");
    add(ThreeSize.ACTIVATION, sheet(ThreeSize.ACTIVATION), MadeUpTrade::activation, "notes");
    add(
        ThreeSize.ACTIVATION,
        warehouse(ThreeSize.ACTIVATION, Resource.ACTIVATIONS),
        MadeUpTrade::activation,
        "blocker",
        "blockedOn"); // of which partners show the oldest
  }

  private void add(String type, Copies copies, IntFunction<String> key, String... fields) {
    Mapping mapping = world.mapping(type);
    List<Field> edited = List.of(fields).stream().map(mapping::field).toList();
    places.add(new Place(copies, world.size().of(type).records(), key, edited));
  }

  private Copies org(String type) {
    return new OrgCopies(world.org(), world.mapping(type), t -> world.object(t.name()));
  }

  private Copies sheet(String type) {
    return new SheetCopies(world.desk(), world.sheets().get(type).get(0), world.mapping(type));
  }

  private Copies warehouse(String type, Resource resource) {
    return new WarehouseCopies(world.warehouse(), resource, world.mapping(type));
  }

  /**
   * Somebody edits a record somewhere; now and then somebody else saves it at the same moment. In
   * Salesforce a lock would meet people too: those records are edited elsewhere only.
   */
  void next() {
    Place place = places.get(random.nextInt(places.size()));
    SystemName system = place.copies().system();
    int number = 1 + random.nextInt(place.records());
    boolean mayBeLocked = number % 2 == 0;
    if (mayBeLocked && system.equals(SystemName.SALESFORCE)) {
      number--;
      mayBeLocked = false;
    }
    String key = place.key().apply(number);
    Map<String, Object> edit = new LinkedHashMap<>();
    place.fields().forEach(field -> edit.put(field.names().get(system), value(field)));
    place.copies().edit(key, edit);
    made++;
    if (mayBeLocked && random.nextDouble() < LOCKED) {
      world.lock(key);
      locked++;
    }
  }

  private String value(Field field) {
    return switch (field.kind()) {
      case DATE -> DAY.formatted(1 + random.nextInt(MONTHS), 1 + random.nextInt(DAYS));
      case PHONE -> "+49 30 %07d".formatted(random.nextInt(PHONES));
      default -> "Edit %d".formatted(made);
    };
  }

  /** How many were made. */
  int made() {
    return made;
  }

  /** How many records were locked for the hub's next write. */
  int locked() {
    return locked;
  }
}
