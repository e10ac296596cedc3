package io.partnerhub.step;

import io.partnerhub.model.SystemName;
import java.util.Optional;

/** Whether an administrator keeps a system paused, as it was looked up last; people are told. */
final class AdminPause {

  private final SystemName system;
  private final Surroundings around;
  private volatile String why;

  AdminPause(SystemName system, Surroundings around) {
    this.system = system;
    this.around = around;
    this.why = stored();
  }

  Optional<String> why() {
    return Optional.ofNullable(why);
  }

  void lookUp() {
    note(stored());
  }

  private String stored() {
    return around.pause().apply(system).orElse(null);
  }

  private synchronized void note(String now) {
    if (why == null && now != null) {
      around.alert().raise(Alert.Event.PAUSED, system, now, null);
    } else if (why != null && now == null) {
      around.alert().raise(Alert.Event.RESUMED, system, "it was paused " + why, null);
    }
    why = now;
  }
}
