package io.partnerhub.sandbox.matrix;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.FaultRule;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A call that the hub makes.
 *
 * @param name as the table's columns name it
 * @param contains what its body holds and those of others under the path do not; may be empty
 * @param before calls of the same step under the same path that come first, and are let through
 * @param scene leads to it
 */
record HubCall(
    SystemName system,
    String name,
    String method,
    String path,
    String contains,
    int before,
    Scene scene) {

  private static final String SHEET = "/sheets/\\d+$";
  private static final String ROWS = "/rows$";
  private static final String MOVE = "/rows/move$";
  private static final String LIMITS = "/limits/?$";
  private static final String COMPOSITE = "/composite$";
  private static final Fault NONE = new Fault.Delay(Duration.ZERO);

  static final List<HubCall> ALL =
      List.of(
          of(SALESFORCE, "login", "POST", "/token$", Scenes.login()),
          of(SALESFORCE, "describe", "GET", "/describe$", Scenes.start(SALESFORCE)),
          composite("news", "queryAll", Scenes.news(SALESFORCE)),
          of(SALESFORCE, "second pass", "GET", "/queryAll$", Scenes.savedLate()).behind(1),
          composite("read first", "\"GET\"", Scenes.update(SALESFORCE)),
          composite("insert", "\"POST\"", Scenes.create(SALESFORCE, 2)),
          composite("update", "\"PATCH\"", Scenes.update(SALESFORCE)),
          composite("delete", "\"DELETE\"", Scenes.delete(SALESFORCE)),
          of(SALESFORCE, "look", "GET", "/query$", Scenes.look(SALESFORCE, "POST", COMPOSITE)),
          of(SALESFORCE, "next page", "GET", "/query/\\w+-\\d+$", Errands.furtherPage(SALESFORCE)),
          composite("task", "/sobjects/Task", Errands.task()),
          of(SALESFORCE, "look for task", "GET", "/query$", Errands.lookForTask()),
          of(SALESFORCE, "limits", "GET", LIMITS, Errands.longSilence()),
          of(SALESFORCE, "limits when spent", "GET", LIMITS, Errands.spent()),
          of(SMARTSHEET, "columns", "GET", SHEET, Scenes.start(SMARTSHEET)),
          of(SMARTSHEET, "user", "GET", "/users/me$", Scenes.start(SMARTSHEET)),
          of(SMARTSHEET, "glance", "GET", "/sheets$", Scenes.news(SMARTSHEET)),
          of(SMARTSHEET, "read", "GET", SHEET, Scenes.news(SMARTSHEET)),
          of(SMARTSHEET, "sweep", "GET", SHEET, Scenes.sweep()).behind(3),
          of(SMARTSHEET, "read first", "GET", SHEET, Scenes.update(SMARTSHEET)),
          of(SMARTSHEET, "add", "POST", ROWS, Scenes.create(SMARTSHEET, 2)),
          of(SMARTSHEET, "update", "PUT", ROWS, Scenes.update(SMARTSHEET)),
          of(SMARTSHEET, "delete", "DELETE", ROWS, Scenes.delete(SMARTSHEET)),
          of(SMARTSHEET, "look", "GET", SHEET, Scenes.look(SMARTSHEET, "POST", ROWS)),
          of(SMARTSHEET, "history", "GET", "/history$", Scenes.history()),
          of(SMARTSHEET, "move", "POST", MOVE, Scenes.move()),
          of(SMARTSHEET, "version", "GET", "/version$", Scenes.move()),
          of(SMARTSHEET, "look for moved", "GET", SHEET, Scenes.lookForMoved(MOVE)),
          of(FULFILLMENT, "user", "GET", "/client$", Scenes.start(FULFILLMENT)),
          of(FULFILLMENT, "list", "GET", "/orders$", Scenes.news(FULFILLMENT)),
          of(FULFILLMENT, "read first", "GET", "/orders$", Scenes.update(FULFILLMENT)),
          of(FULFILLMENT, "create", "POST", "/orders$", Scenes.create(FULFILLMENT, 1)),
          of(FULFILLMENT, "create batch", "POST", "/batch$", Scenes.create(FULFILLMENT, 2)),
          of(FULFILLMENT, "update", "PATCH", "/orders/", Scenes.updateOfOne(FULFILLMENT)),
          of(FULFILLMENT, "update batch", "POST", "/batch$", Scenes.update(FULFILLMENT)),
          of(FULFILLMENT, "delete", "DELETE", "/activations/", Scenes.delete(FULFILLMENT)),
          of(FULFILLMENT, "look", "GET", "/orders$", Scenes.look(FULFILLMENT, "POST", "/batch$"))
              .behind(1),
          of(FULFILLMENT, "next page", "GET", "/orders$", Errands.furtherPage(FULFILLMENT))
              .behind(1),
          of(FULFILLMENT, "login", "POST", "/token$", Errands.tokenIsOver()),
          of(SMARTSHEET, "webhooks", "GET", "/webhooks$", HookScenes.disabled()),
          of(SMARTSHEET, "enable webhook", "PUT", "/webhooks/\\d+$", HookScenes.disabled()),
          of(SMARTSHEET, "make webhook", "POST", "/webhooks$", HookScenes.deleted()),
          of(SMARTSHEET, "delete webhook", "DELETE", "/webhooks/\\d+$", HookScenes.surplus()),
          of(SMARTSHEET, "renew secret", "POST", "/resetSharedSecret$", HookScenes.unsure()));

  private static final Set<String> ONCE = Set.of("describe", "columns", "user");

  private static HubCall of(
      SystemName system, String name, String method, String path, Scene scene) {
    return new HubCall(system, name, method, path, "", 0, scene);
  }

  private static HubCall composite(String name, String contains, Scene scene) {
    return new HubCall(SALESFORCE, name, "POST", COMPOSITE, contains, 0, scene);
  }

  private HubCall behind(int others) {
    return new HubCall(system, name, method, path, contains, others, scene);
  }

  /** The next such call meets a fault. */
  void meets(Stage stage, Fault fault, int times) {
    if (before > 0) {
      stage.fail(system, FaultRule.once(method, path, NONE).times(before));
    }
    stage.fail(system, FaultRule.once(method, path, fault).containing(contains).times(times));
  }

  /**
   * Whether a hub makes it after its start until it succeeds, and then no more; not so where the
   * next record type asks again in the same poll, as in fulfillment.
   */
  boolean isMadeOnceAtMostInAPoll() {
    return ONCE.contains(name) && !system.equals(FULFILLMENT);
  }

  @Override
  public String toString() {
    return system + " " + name;
  }
}
