package io.partnerhub.sandbox.crash;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.crash.Typed.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** All that a seed decides: when the hub dies, what people type meanwhile, and what goes wrong. */
record CrashPlan(
    int seed,
    List<KillPoint> deaths,
    List<Typed> typed,
    List<List<Mishap>> mishaps,
    Optional<Unacceptable> unacceptable) {

  static final int PARTNERS = 3;
  static final int ORDERS = 6;
  static final int ACTIVATIONS = 4;

  private static final int LAST_CALL = 60;
  private static final int MOST_MISHAPS = 5;
  private static final List<SystemName> ALL = List.of(SALESFORCE, SMARTSHEET, FULFILLMENT);

  static CrashPlan of(int seed) {
    Random random = new Random(seed * 7_919L);
    random.nextInt();
    KillPoint first = KillPoint.of(random);
    List<KillPoint> deaths = new ArrayList<>(List.of(seed % 4 == 0 ? pushed(seed) : first));
    if (random.nextInt(4) == 0) {
      deaths.add(KillPoint.of(random));
    }
    List<Typed> typed = new ArrayList<>();
    singles(typed, random, seed);
    yielding(typed, random, seed);
    contested(typed, random, seed);
    recordsThemselves(typed, random, seed);
    Unacceptable unacceptable = Unacceptable.of(random);
    typed.add(unacceptable.typed(when(random)));
    List<List<Mishap>> mishaps = new ArrayList<>();
    for (int life = 0; life <= deaths.size(); life++) {
      boolean last = life == deaths.size();
      mishaps.add(
          IntStream.range(0, random.nextInt(last ? 2 : MOST_MISHAPS + 1))
              .mapToObj(i -> Mishap.of(random, last))
              .toList());
    }
    return new CrashPlan(seed, deaths, typed, mishaps, Optional.of(unacceptable));
  }

  private static KillPoint pushed(int seed) {
    return KillPoint.ofPush(new Random(seed * 104_729L));
  }

  /** Whether the systems tell the hub what changes: at every other seed. */
  boolean isPushed() {
    return seed % 2 == 0;
  }

  private static void singles(List<Typed> typed, Random random, int seed) {
    for (int i = 1; i <= PARTNERS; i++) {
      String partner = partner(i);
      shown(typed, random, either(random), "partner", partner, "contact", seed);
      shown(typed, random, SALESFORCE, "partner", partner, "street", seed);
      shown(typed, random, SMARTSHEET, "partner", partner, "trackerNote", seed);
    }
    for (int i = 1; i <= ORDERS; i++) {
      shown(typed, random, SALESFORCE, "order", order(i), "street", seed);
      shown(typed, random, FULFILLMENT, "order", order(i), "carrier", seed);
    }
    for (int i = 1; i <= ACTIVATIONS; i++) {
      shown(typed, random, any(random), "activation", activation(i), "blocker", seed);
    }
    typed.add(
        new Typed(when(random), FULFILLMENT, "order", order(2), "status", "accepted", Fate.SHOWN));
    typed.removeIf(t -> random.nextInt(3) > 0);
  }

  private static void shown(
      List<Typed> typed,
      Random random,
      SystemName system,
      String type,
      String key,
      String field,
      int seed) {
    typed.add(new Typed(when(random), system, type, key, field, value(seed, typed), Fate.SHOWN));
  }

  /** What Salesforce owns: it has each record first, so that the hub always knows the owner. */
  private static void yielding(List<Typed> typed, Random random, int seed) {
    typed.add(
        new Typed(
            when(random),
            SMARTSHEET,
            "partner",
            partner(1),
            "city",
            value(seed, typed),
            Fate.YIELDS));
    typed.add(
        new Typed(
            when(random),
            SMARTSHEET,
            "order",
            order(1),
            "shipTo",
            value(seed, typed),
            Fate.YIELDS));
  }

  /** In Salesforce an edit in the gap is overwritten unseen, which is told in the README. */
  private static void contested(List<Typed> typed, Random random, int seed) {
    int at = when(random);
    typed.add(
        new Typed(at, SMARTSHEET, "order", order(4), "notes", value(seed, typed), Fate.CONTESTED));
    typed.add(
        new Typed(
            at + random.nextInt(6),
            FULFILLMENT,
            "order",
            order(4),
            "notes",
            value(seed, typed),
            Fate.CONTESTED));
  }

  private static void recordsThemselves(List<Typed> typed, Random random, int seed) {
    typed.add(new Typed(when(random), SALESFORCE, "order", order(100), "", "", Fate.CREATED));
    typed.add(new Typed(when(random), SMARTSHEET, "partner", partner(100), "", "", Fate.CREATED));
    typed.add(
        new Typed(when(random), SALESFORCE, "activation", activation(5), "", "", Fate.CREATED));
    if (random.nextBoolean()) {
      typed.add(new Typed(when(random), SMARTSHEET, "order", order(ORDERS), "", "", Fate.RESTORED));
    }
  }

  private static int when(Random random) {
    return random.nextInt(LAST_CALL);
  }

  private static SystemName either(Random random) {
    return random.nextBoolean() ? SALESFORCE : SMARTSHEET;
  }

  private static SystemName any(Random random) {
    return ALL.get(random.nextInt(ALL.size()));
  }

  private static String value(int seed, List<Typed> typed) {
    return "seed " + seed + " value " + typed.size() + ".";
  }

  static String partner(int number) {
    return "P%06d".formatted(number);
  }

  static String order(int number) {
    return Integer.toString(20_000 + number);
  }

  static String activation(int number) {
    return order(number) + "-A";
  }
}
