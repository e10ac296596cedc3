package io.partnerhub.sandbox.matrix;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SALESFORCE;

import io.partnerhub.sandbox.Refused;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.FaultRule;
import java.time.Duration;
import java.util.Locale;

/** What goes wrong with a call; the table's rows. */
enum Mishap {
  CUT_BEFORE,
  CUT_AFTER,
  TOO_MANY_CALLS,
  UNAVAILABLE,
  LOCKED,
  EXPIRED_TOKEN,
  HTML,
  EMPTY,
  BROKEN_TEXT,
  SLOW,
  ONE_LOCKED,
  ONE_REFUSED,
  ONE_FORBIDDEN,
  AWAY_FOR_LONG;

  /** Longer than hub.give-up-after. */
  private static final int HOURS = 8;

  /** More calls than are made in that time. */
  private static final int MANY = 10_000;

  /** As the table names it. */
  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  boolean isForLong() {
    return this == AWAY_FOR_LONG || this == ONE_FORBIDDEN;
  }

  /** Whether it is about one record of a call, which the others have to survive. */
  boolean isAboutOne() {
    return name().startsWith("ONE_");
  }

  /** Makes the call while it goes wrong. */
  void happen(HubCall call, Scene.Open scene) {
    arm(call, scene);
    scene.makeTheCall();
    for (int hour = 0; isForLong() && hour < HOURS; hour++) {
      scene.stage().pass(Duration.ofHours(1));
      scene.stage().poll(call.system());
      scene.makeTheCall();
    }
  }

  /** Whether the call was made, and went wrong; a refused record tells that by itself. */
  boolean wasMet(HubCall call, Stage stage) {
    return stage.faults(call.system()).rules().stream()
        .allMatch(rule -> this == AWAY_FOR_LONG && rule.times() < MANY);
  }

  private void arm(HubCall call, Scene.Open scene) {
    Stage stage = scene.stage();
    switch (this) {
      case CUT_BEFORE -> call.meets(stage, new Fault.CutBefore(), 1);
      case CUT_AFTER -> call.meets(stage, new Fault.CutAfter(), 1);
      case TOO_MANY_CALLS -> call.meets(stage, new Fault.RateLimit(), 1);
      case UNAVAILABLE -> call.meets(stage, unavailable(), 1);
      case AWAY_FOR_LONG -> call.meets(stage, unavailable(), MANY);
      case LOCKED -> call.meets(stage, locked(call), 1);
      case EXPIRED_TOKEN -> call.meets(stage, expired(call), 1);
      case HTML -> call.meets(stage, new Fault.Html(), 1);
      case EMPTY -> call.meets(stage, new Fault.Empty(), 1);
      case BROKEN_TEXT -> call.meets(stage, new Fault.InvalidUtf8(), 1);
      case SLOW -> call.meets(stage, new Fault.Delay(Duration.ofMillis(50)), 1);
      case ONE_LOCKED ->
          refuse(new Refused("UNABLE_TO_LOCK_ROW", 4004, 409, "in-progress", 1), call, scene);
      case ONE_REFUSED -> refuse(Refused.FOR_ITS_VALUE, call, scene);
      case ONE_FORBIDDEN ->
          refuse(
              new Refused(
                  "INSUFFICIENT_ACCESS_OR_READONLY", 1050, 403, "forbidden", FaultRule.FOREVER),
              call,
              scene);
    }
  }

  private static void refuse(Refused refused, HubCall call, Scene.Open scene) {
    refused.in(scene.stage().rig(), call.system(), scene.one());
  }

  private static Fault unavailable() {
    return new Fault.Failure(503, "SERVER_UNAVAILABLE", "on command");
  }

  private static Fault locked(HubCall call) {
    return call.system().equals(FULFILLMENT)
        ? new Fault.Failure(409, "in-progress", "on command")
        : new Fault.Failure(500, "4004", "on command");
  }

  private static Fault expired(HubCall call) {
    if (call.system().equals(SALESFORCE)) {
      return new Fault.Failure(401, "INVALID_SESSION_ID", "on command");
    }
    return new Fault.Failure(
        401, call.system().equals(FULFILLMENT) ? "token-expired" : "1003", "on command");
  }
}
