package io.partnerhub.sandbox;

import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.salesforce.Refusal;
import io.partnerhub.sandbox.sim.FaultRule;
import io.partnerhub.sandbox.sim.SimRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * One record that is refused, in the words of each system.
 *
 * @param salesforce a status code of a record's result
 * @param smartsheet an error code
 * @param status of the record in fulfillment, with a code
 * @param times how often; {@link FaultRule#FOREVER} until it is mended
 */
public record Refused(String salesforce, int smartsheet, int status, String code, int times) {

  /** For what it holds, until it is mended: a write of it is given up at once. */
  public static final Refused FOR_ITS_VALUE =
      new Refused("FIELD_CUSTOM_VALIDATION_EXCEPTION", 1042, 422, "invalid", FaultRule.FOREVER);

  private static final String MESSAGE = "on command";

  /** From now on a system refuses the record with this key. */
  public void in(Rig rig, SystemName system, String key) {
    if (system.equals(SALESFORCE)) {
      rig.org().refuse(new Refusal(key, salesforce, MESSAGE, List.of(), times));
    } else if (system.equals(SMARTSHEET)) {
      rig.simulators()
          .smartsheet()
          .controls()
          .refuseKey(key, smartsheet, MESSAGE, times == FaultRule.FOREVER ? null : times);
    } else {
      String body =
          "{\"key\":\"%s\",\"status\":%d,\"code\":\"%s\",\"pointer\":\"/notes\",\"times\":%d}"
              .formatted(key, status, code, times);
      rig.simulators()
          .fulfillment()
          .command(
              SimRequest.of(
                  "POST", "/__sim/refuse", Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }
  }

  /** No system refuses a record any more. */
  public static void none(Rig rig) {
    rig.org().clearRefusals();
    rig.simulators().smartsheet().controls().refuseNothing();
    rig.simulators().fulfillment().warehouse().clearRefusals();
  }
}
