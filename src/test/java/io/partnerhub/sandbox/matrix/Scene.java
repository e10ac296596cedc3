package io.partnerhub.sandbox.matrix;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.demo.world.Records;
import java.util.List;
import java.util.Objects;

/** Something that people do, up to the call which it makes the hub make. */
interface Scene {

  /** Takes the hub to the moment before the call. */
  Scene.Open begin(Stage stage, int turn);

  /**
   * A scene that waits for its call.
   *
   * @param keys of the records it is about: the first is the one that is refused where one is
   * @param typedIn where people typed
   * @param judged the system that each of them has to reach
   */
  record Open(
      Stage stage,
      Records records,
      List<String> keys,
      SystemName typedIn,
      SystemName judged,
      Runnable call,
      Aim aim) {

    String one() {
      return keys.get(0);
    }

    List<String> others() {
      return keys.subList(1, keys.size());
    }

    void makeTheCall() {
      call.run();
    }

    /** The same, where another call is the one. */
    Open calling(Runnable other) {
      return new Open(stage, records, keys, typedIn, judged, other, aim);
    }

    /** People type newer values, which do not meet what the last ones met; a deletion stays. */
    Open typedAgain() {
      if (records.type().equals("activation")) {
        return this;
      }
      String newer = "typed again at " + stage.now();
      keys.forEach(key -> records.edit(typedIn, key, "notes", newer));
      if (records.type().equals("partner")) { // and their rows still have to move
        return this;
      }
      return new Open(stage, records, keys, typedIn, judged, call, aim.again("notes", newer));
    }

    /** Where a record is, in the table's words. */
    String where(String key) {
      String found = stage.whereabouts().of(records.type(), key, judged);
      if (found.equals("nothing due")) {
        found = aim.isReached(records, key, judged) ? "written" : "unseen";
      }
      return aim.in(found);
    }

    /** The systems that do not have what was aimed at for a record. */
    List<SystemName> without(String key) {
      return records.systems().stream().filter(s -> !aim.isReached(records, key, s)).toList();
    }
  }

  /** What every system is to show. */
  interface Aim {
    boolean isReached(Records records, String key, SystemName system);

    /** The aim of newer values. */
    default Aim again(String field, String value) {
      return shows(field, value);
    }

    /** Where a record is, with what else is to be told of it. */
    default String in(String found) {
      return found;
    }

    static Aim shows(String field, String value) {
      return (records, key, system) ->
          Objects.equals(records.value(system, key, field), value)
              && records.in(system).all().stream().filter(c -> key.equals(c.key())).count() == 1;
    }

    static Aim gone() {
      return (records, key, system) -> records.in(system).find(key).isEmpty();
    }
  }
}
