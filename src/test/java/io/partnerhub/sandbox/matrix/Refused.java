package io.partnerhub.sandbox.matrix;

import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;

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
record Refused(String salesforce, int smartsheet, int status, String code, int times) {

  private static final String MESSAGE = "on command";

  void in(HubCall call, Scene.Open scene) {
    Stage stage = scene.stage();
    String key = scene.one();
    if (call.system().equals(SALESFORCE)) {
      stage.rig().org().refuse(new Refusal(key, salesforce, MESSAGE, List.of(), times));
    } else if (call.system().equals(SMARTSHEET)) {
      stage
          .rig()
          .simulators()
          .smartsheet()
          .controls()
          .refuseKey(key, smartsheet, MESSAGE, times == FaultRule.FOREVER ? null : times);
    } else {
      String body =
          "{\"key\":\"%s\",\"status\":%d,\"code\":\"%s\",\"pointer\":\"/notes\",\"times\":%d}"
              .formatted(key, status, code, times);
      stage
          .rig()
          .simulators()
          .fulfillment()
          .command(
              SimRequest.of(
                  "POST", "/__sim/refuse", Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
