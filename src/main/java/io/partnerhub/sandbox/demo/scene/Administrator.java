package io.partnerhub.sandbox.demo.scene;

import io.partnerhub.cli.RunningHub;
import io.partnerhub.sandbox.demo.world.Records;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** Decides what the hub asks, by the way that {@code hub held} takes. */
public final class Administrator {

  private static final String HELD = "Held";

  /** Under which the administrator logs in. */
  public static final String NAME = "ann@example.com";

  private final RunningHub hub;

  public Administrator(RunningHub hub) {
    this.hub = hub;
  }

  /** Keeps the agreed value of a held field. */
  void keepAgreed(Records records, String key, String field, String reason) {
    hub.invoke(HELD, "choose", records.type(), key, field, "agreed", reason);
  }

  /** Puts back what the guard on mass change has stopped in the tracker. */
  void putBack(Records records, String reason) {
    hub.invoke(HELD, "decide", records.type(), "smartsheet", "", "put-back", reason);
  }

  /** Whether the guard has stopped something of a type. */
  boolean isStopped(Records records) {
    TabularData items = (TabularData) hub.invoke(HELD, "list", records.type());
    return items.values().stream()
        .map(CompositeData.class::cast)
        .anyMatch(item -> "stop".equals(item.get("what")));
  }
}
