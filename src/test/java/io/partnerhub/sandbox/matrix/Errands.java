package io.partnerhub.sandbox.matrix;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.Refused;
import io.partnerhub.sandbox.fulfillment.ClientSettings;
import io.partnerhub.sandbox.matrix.Scene.Open;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.FaultRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What makes the hub call beside its reads and writes, or once more to end one of them. */
final class Errands {

  private static final Duration ASKED_AGAIN = Duration.ofMinutes(6);
  private static final Duration TOLD_AGAIN = Duration.ofHours(2);
  private static final Duration TOKENS_LIVE = Duration.ofHours(1);
  private static final Duration SILENCE = Duration.ofHours(2);
  private static final int WHOLE_PAGE = 2_000;
  private static final int CALLS_A_DAY = 100_000;

  private Errands() {}

  /** An order was given up for its value, and the account's owner is told next. */
  static Scene task() {
    return (stage, turn) -> {
      Open open = Scenes.update(SMARTSHEET, List.of(Setting.number(1))).begin(stage, turn);
      Refused.FOR_ITS_VALUE.in(stage.rig(), SMARTSHEET, open.one());
      open.makeTheCall();
      return new Open(
          stage,
          open.records(),
          open.keys(),
          open.typedIn(),
          SMARTSHEET,
          () -> {
            stage.pass(TOLD_AGAIN);
            stage.hub().escalate();
          },
          OwnerTask.of(stage, open.aim()));
    };
  }

  /** The answer to that was lost, and the hub looks whether there is a task next. */
  static Scene lookForTask() {
    return (stage, turn) -> {
      Open open = task().begin(stage, turn);
      stage.fail(SALESFORCE, FaultRule.once("POST", "/composite$", new Fault.CutAfter()));
      open.makeTheCall();
      return open;
    };
  }

  /** Three orders were edited in a system, which shows two at a time; the first one is judged. */
  static Scene furtherPage(SystemName in) {
    return (stage, turn) -> {
      stage.poll(in); // what was read last is read again once, and would have pages too
      Open open =
          Scenes.news(in, List.of(Setting.number(1), Setting.number(2), Setting.number(3)))
              .begin(stage, turn);
      return open.calling(
          () -> {
            stage.rig().org().pageSize(Setting.PAGE);
            stage.poll(in);
            stage.rig().org().pageSize(WHOLE_PAGE);
          });
    };
  }

  /** Two orders were edited elsewhere, and the token with which the hub writes them is over. */
  static Scene tokenIsOver() {
    return (stage, turn) -> {
      ClientSettings client = ClientSettings.sandbox();
      stage.restartWith(
          Map.of(
              "FULFILLMENT_AUTH",
              "client-credentials",
              "FULFILLMENT_CLIENT_ID",
              client.id(),
              "FULFILLMENT_CLIENT_SECRET",
              client.secret()));
      Open open = Scenes.update(FULFILLMENT).begin(stage, turn);
      stage.pass(TOKENS_LIVE);
      return open;
    };
  }

  /** Two orders were edited, and the org has not told for long how many calls are left. */
  static Scene longSilence() {
    return (stage, turn) -> {
      stage.pass(SILENCE);
      return Scenes.news(SALESFORCE).begin(stage, turn);
    };
  }

  /** Two orders were edited while the org had no call left, and the hub asks again next. */
  static Scene spent() {
    return (stage, turn) -> {
      Open open = Scenes.news(SALESFORCE).begin(stage, turn);
      stage.rig().org().dailyCalls(1);
      stage.poll(SALESFORCE);
      stage.rig().org().dailyCalls(CALLS_A_DAY);
      return open.calling(
          () -> {
            stage.pass(ASKED_AGAIN);
            stage.poll(SALESFORCE);
          });
    };
  }
}
