package io.partnerhub.sandbox.matrix;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.matrix.Scene.Aim;
import io.partnerhub.sandbox.matrix.Scene.Open;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.FaultRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What people do so that the hub makes a certain call. */
final class Scenes {

  private static final String NOTES = "notes";
  private static final Duration GRACE_IS_OVER = Duration.ofSeconds(70);
  private static final Duration COMMITTED_LATE = Duration.ofMinutes(5);

  private Scenes() {}

  /** Two orders were edited in a system, which the hub polls next. */
  static Scene news(SystemName in) {
    return news(in, List.of(Setting.number(1), Setting.number(2)));
  }

  static Scene news(SystemName in, List<String> orders) {
    return (stage, turn) -> {
      String value = edit(stage, in, orders, turn);
      SystemName judged = in.equals(SALESFORCE) ? SMARTSHEET : SALESFORCE;
      return new Open(
          stage, stage.orders(), orders, in, judged, () -> stage.poll(in), Aim.shows(NOTES, value));
    };
  }

  /** The same for a hub that has just started, and asks what the system has and who the hub is. */
  static Scene start(SystemName in) {
    return (stage, turn) -> {
      stage.startAnew();
      return news(in).begin(stage, turn);
    };
  }

  /** Two orders were edited elsewhere, and the hub writes them next. */
  static Scene update(SystemName in) {
    return update(in, List.of(Setting.number(1), Setting.number(2)));
  }

  /** One order was edited elsewhere, and the hub writes it next. */
  static Scene updateOfOne(SystemName in) {
    return update(in, List.of(Setting.number(1)));
  }

  static Scene update(SystemName in, List<String> orders) {
    return (stage, turn) -> {
      SystemName from = otherThan(in);
      String value = edit(stage, from, orders, turn);
      stage.poll(from);
      return new Open(
          stage, stage.orders(), orders, from, in, () -> stage.push(in), Aim.shows(NOTES, value));
    };
  }

  /** The same, while the session is over. */
  static Scene login() {
    return (stage, turn) -> {
      Open open = update(SALESFORCE).begin(stage, turn);
      stage.rig().org().expireTokens();
      return open;
    };
  }

  /** So many orders were made elsewhere, and the hub adds them next. */
  static Scene create(SystemName in, int orders) {
    return (stage, turn) -> {
      List<String> keys =
          List.of("NEW-%d-A".formatted(turn), "NEW-%d-B".formatted(turn)).subList(0, orders);
      SystemName from = otherThan(in);
      keys.forEach(key -> make(stage, from, key));
      stage.poll(from);
      return new Open(
          stage,
          stage.orders(),
          keys,
          from,
          in,
          () -> stage.push(in),
          Aim.shows("partner", Setting.PARTNER));
    };
  }

  /** Two activations were deleted elsewhere, and the hub deletes them next. */
  static Scene delete(SystemName in) {
    return (stage, turn) -> {
      List<String> units = stage.twoUnits();
      SystemName from = otherThan(in);
      units.forEach(stage.activations().in(from)::delete);
      stage.poll(from);
      return new Open(
          stage, stage.activations(), units, from, in, () -> stage.push(in), Aim.gone());
    };
  }

  /** Two adds never arrived, which the hub cannot know, and it looks for them next. */
  static Scene look(SystemName in, String method, String create) {
    return look(in, create(in, 2), method, create);
  }

  /** Two moves never arrived, which the hub cannot know, and it looks for the rows next. */
  static Scene lookForMoved(String move) {
    return look(SMARTSHEET, move(), "POST", move);
  }

  private static Scene look(SystemName in, Scene write, String method, String path) {
    return (stage, turn) -> {
      Open open = write.begin(stage, turn);
      stage.fail(in, FaultRule.once(method, path, new Fault.CutBefore()));
      open.makeTheCall();
      stage.pass(GRACE_IS_OVER);
      return open.calling(() -> stage.poll(in));
    };
  }

  /** Two partners changed to a region that has a sheet of its own, and their rows move next. */
  static Scene move() {
    return (stage, turn) -> {
      PartnerSheets sheets = stage.partnerSheets();
      String region = sheets.otherRegion(Setting.MOVERS.get(0));
      stage.pass(Duration.ofSeconds(10));
      Setting.MOVERS.forEach(code -> stage.partners().edit(SALESFORCE, code, "region", region));
      stage.poll(SALESFORCE);
      return new Open(
          stage,
          stage.partners(),
          Setting.MOVERS,
          SALESFORCE,
          SMARTSHEET,
          () -> stage.push(SMARTSHEET),
          (partners, code, system) ->
              system.equals(SMARTSHEET)
                  ? sheets.hasMoved(code, region)
                  : region.equals(partners.value(system, code, "region")));
    };
  }

  /** An account's order was saved minutes after its stamp, and the second pass comes next. */
  static Scene savedLate() {
    return (stage, turn) -> {
      String order = Setting.number(1);
      String value = "late " + turn;
      stage.rig().org().editLate("Order", order, Map.of("Notes__c", value), COMMITTED_LATE);
      stage.pass(Duration.ofSeconds(30));
      stage.orders().edit(SALESFORCE, Setting.number(2), NOTES, "meanwhile " + turn);
      stage.poll(SALESFORCE);
      stage.push(SMARTSHEET);
      stage.push(FULFILLMENT);
      stage.pass(COMMITTED_LATE);
      stage.poll(SALESFORCE);
      return new Open(
          stage,
          stage.orders(),
          List.of(order),
          SALESFORCE,
          SMARTSHEET,
          () -> stage.hub().secondPass(SALESFORCE),
          Aim.shows(NOTES, value));
    };
  }

  /** Two rows were deleted, and the sweep comes next. */
  static Scene sweep() {
    return (stage, turn) -> {
      List<String> units = stage.twoUnits();
      units.forEach(stage.activations().tracker()::delete);
      return new Open(
          stage,
          stage.activations(),
          units,
          SMARTSHEET,
          SALESFORCE,
          () -> stage.hub().sweep(SMARTSHEET),
          Aim.gone());
    };
  }

  /** Somebody typed between the hub's read and its write, and it looks into the history next. */
  static Scene history() {
    return (stage, turn) -> {
      String order = stage.freshOrder();
      String typed = "typed between " + turn;
      stage.pass(Duration.ofSeconds(10));
      stage.orders().edit(SALESFORCE, order, NOTES, "from Salesforce " + turn);
      stage.poll(SALESFORCE);
      stage.hub().push(SMARTSHEET, () -> stage.orders().edit(SMARTSHEET, order, NOTES, typed));
      return new Open(
          stage,
          stage.orders(),
          List.of(order),
          SMARTSHEET,
          SMARTSHEET,
          () -> stage.poll(SMARTSHEET),
          (records, key, system) -> stage.whereabouts().isHeld(key, typed));
    };
  }

  private static String edit(Stage stage, SystemName in, List<String> orders, int turn) {
    String value = "typed in turn " + turn;
    stage.pass(Duration.ofSeconds(10));
    orders.forEach(order -> stage.orders().edit(in, order, NOTES, value));
    return value;
  }

  private static void make(Stage stage, SystemName in, String key) {
    if (in.equals(SALESFORCE)) {
      stage.orders().salesforce().add(Setting.order(key));
    } else {
      stage
          .orders()
          .tracker()
          .add(
              Map.of(
                  "Order",
                  key,
                  "Partner",
                  Setting.PARTNER,
                  "Status",
                  "Draft",
                  "Ordered on",
                  "2026-01-15"));
    }
  }

  /** Where people type what is to be written in a system. */
  private static SystemName otherThan(SystemName system) {
    return system.equals(SALESFORCE) ? SMARTSHEET : SALESFORCE;
  }
}
