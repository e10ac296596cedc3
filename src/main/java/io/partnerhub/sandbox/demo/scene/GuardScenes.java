package io.partnerhub.sandbox.demo.scene;

import io.partnerhub.sandbox.demo.world.Copy;
import io.partnerhub.sandbox.demo.world.Records;
import io.partnerhub.sandbox.demo.world.Systems;
import io.partnerhub.sandbox.demo.world.Traffic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Too much changes at once, which is nobody's work of a minute but a slip. */
final class GuardScenes {

  private final Systems systems;
  private final Records orders;
  private final Play play;
  private final Administrator administrator;

  GuardScenes(Systems systems, Play play, Administrator administrator) {
    this.systems = systems;
    this.orders = systems.orders();
    this.play = play;
    this.administrator = administrator;
  }

  /** Somebody sorts the key column alone, in half the sheet. */
  void sortedKeys() throws InterruptedException {
    Map<String, String> keys = keysOfHalfTheSheet();
    List<String> sorted = keys.values().stream().sorted().toList();
    Map<String, String> mixedUp = new LinkedHashMap<>();
    keys.keySet().forEach(row -> mixedUp.put(row, sorted.get(mixedUp.size())));
    Traffic traffic = Traffic.fromRest(systems);
    play.stays(
        "the key column sorted in half the sheet",
        Play.TRACKER,
        () -> systems.typeKeys(orders, mixedUp),
        () -> traffic.writes() == 0 && administrator.isStopped(orders),
        () -> "the guard stops it and asks: %d writes".formatted(traffic.writes()));
    play.arrives(
        "hub held decide order smartsheet --put-back",
        "the hub",
        () -> administrator.putBack(orders, "sorted by mistake"),
        () -> keysOfHalfTheSheet().equals(keys) && !administrator.isStopped(orders),
        () -> "%d rows show their own keys again".formatted(keys.size()));
  }

  /** Keys by row. */
  private Map<String, String> keysOfHalfTheSheet() {
    List<Copy> rows = orders.tracker().all();
    Map<String, String> keys = new LinkedHashMap<>();
    rows.subList(0, rows.size() / 2).forEach(row -> keys.put(row.id(), row.key()));
    return keys;
  }
}
