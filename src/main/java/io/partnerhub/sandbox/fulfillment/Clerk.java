package io.partnerhub.sandbox.fulfillment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Checks what is asked for, and does it to the stock; the same for a single call and a batch. */
final class Clerk {

  private final Stock stock;
  private final Contract contract;
  private final IdempotencyKeys keys = new IdempotencyKeys();
  private final Refusals refusals;

  Clerk(Stock stock, Contract contract, Refusals refusals) {
    this.stock = stock;
    this.contract = contract;
    this.refusals = refusals;
  }

  /** Creates, or gives what the same request made before. */
  Item create(Resource resource, String idempotencyKey, ObjectNode value, String client) {
    return keys.made(client, resource, idempotencyKey, value)
        .orElseGet(
            () -> {
              refusals.check(value.path(resource.key()).asText());
              Item made = create(resource, value, client);
              keys.remember(client, resource, idempotencyKey, value, made);
              return made;
            });
  }

  Item create(Resource resource, ObjectNode value, String by) {
    refuse(contract.faults(resource, "Create", value));
    ObjectNode fields = Wire.merged(Wire.MAPPER.createObjectNode(), value);
    checkKey(resource, fields, null);
    checkOrder(resource, fields);
    return stock.add(resource, fields, by);
  }

  Item update(Resource resource, String id, String version, ObjectNode patch, String by) {
    return update(resource, current(resource, id, version), patch, by);
  }

  Item update(Resource resource, Item item, ObjectNode patch, String by) {
    refuse(contract.faults(resource, "Patch", patch));
    ObjectNode fields = Wire.merged(item.fields(), patch);
    if (fields.equals(item.fields())) {
      return item;
    }
    checkKey(resource, fields, item.id());
    checkOrder(resource, fields);
    String to = fields.path("status").asText();
    if (!resource.course().leads(item.text("status"), to)) {
      throw Problem.invalid(
          "/status", "illegal-transition", "cannot move from " + item.text("status") + " to " + to);
    }
    return stock.change(resource, item, fields, by);
  }

  void delete(Resource resource, String id, String version, String by) {
    stock.remove(resource, current(resource, id, version), by);
  }

  /** The one that a client just read, if it may be written. */
  private Item current(Resource resource, String id, String version) {
    Item item = live(resource, id);
    if (!item.version().equals(version)) {
      throw Problem.of(412, "version-mismatch", "It has the version " + item.version());
    }
    refusals.check(item.text(resource.key()));
    return item;
  }

  Item live(Resource resource, String id) {
    Item item =
        stock
            .table(resource)
            .get(id)
            .orElseThrow(() -> Problem.of(404, "not-found", "There is no " + id));
    if (item.deleted()) {
      throw Problem.of(404, "deleted", id + " was deleted");
    }
    return item;
  }

  private void checkKey(Resource resource, ObjectNode fields, String ownId) {
    String key = fields.path(resource.key()).asText();
    stock
        .table(resource)
        .find(key)
        .filter(other -> !other.id().equals(ownId))
        .ifPresent(
            other -> {
              throw Problem.duplicate(key, other.id());
            });
  }

  private void checkOrder(Resource resource, ObjectNode fields) {
    String key = Resource.ORDERS.key();
    if (resource != Resource.ORDERS
        && stock.table(Resource.ORDERS).find(fields.path(key).asText()).isEmpty()) {
      throw Problem.invalid("/" + key, "unknown-reference", "is the number of no order");
    }
  }

  private static void refuse(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
  }
}
