package io.partnerhub.sandbox.crash;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.Rig;
import io.partnerhub.sandbox.salesforce.Refusal;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.FaultRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Something that goes wrong for a while in one system. */
record Mishap(SystemName system, String what, FaultRule rule, int among) {

  private static final List<SystemName> ALL = List.of(SALESFORCE, SMARTSHEET, FULFILLMENT);
  private static final int SLOW = 300;

  /**
   * One of those that a healthy hub gets over.
   *
   * @param soonOver none after which a system has to be left alone for a minute
   */
  static Mishap of(Random random, boolean soonOver) {
    SystemName system = ALL.get(random.nextInt(ALL.size()));
    List<Fault> some =
        new ArrayList<>(
            List.of(
                new Fault.CutBefore(),
                new Fault.CutAfter(),
                new Fault.CutAfter(),
                new Fault.Html(),
                new Fault.Empty(),
                new Fault.Failure(503, "SERVER_UNAVAILABLE", "on command"),
                new Fault.Delay(Duration.ofMillis(SLOW)),
                new Fault.InvalidUtf8()));
    if (!soonOver) {
      some.add(new Fault.RateLimit());
    }
    String method = List.of("", "POST", "PUT", "PATCH", "POST").get(random.nextInt(5));
    int kind = random.nextInt(some.size() + 2);
    if (kind >= some.size()) {
      return kind == some.size()
          ? new Mishap(system, "token expires", null, 0)
          : new Mishap(system, "a record is locked", null, 1 + random.nextInt(CrashPlan.ORDERS));
    }
    FaultRule rule =
        new FaultRule(method, Pattern.compile(""), "", 1 + random.nextInt(2), some.get(kind));
    return new Mishap(system, "", rule, 0);
  }

  void happen(Rig rig) {
    if (rule != null) {
      rig.server(system).faults().add(rule);
    } else if (among > 0) {
      lock(rig, CrashPlan.order(among));
    } else {
      expireToken(rig);
    }
  }

  /** One record of a bulk call is refused, the others are not. */
  private void lock(Rig rig, String key) {
    if (system.equals(SALESFORCE)) {
      rig.org().refuse(new Refusal(key, "UNABLE_TO_LOCK_ROW", "on command", List.of(), 1));
    } else if (system.equals(SMARTSHEET)) {
      rig.simulators().smartsheet().controls().refuseKey(key, 4004, "on command", 1);
    } else {
      rig.server(system)
          .faults()
          .add(FaultRule.once("", "/orders", new Fault.Failure(503, "unavailable", "on command")));
    }
  }

  private void expireToken(Rig rig) {
    if (system.equals(SALESFORCE)) {
      rig.org().expireTokens();
    } else {
      String code = system.equals(SMARTSHEET) ? "1003" : "token-expired";
      rig.server(system)
          .faults()
          .add(FaultRule.once("", "", new Fault.Failure(401, code, "on command")));
    }
  }

  @Override
  public String toString() {
    return system + " " + what + (rule == null ? "" : rule.method() + " " + rule.fault());
  }
}
