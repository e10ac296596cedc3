package io.partnerhub.sandbox.salesforce;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the org holds orders to, beside their fields: an order begins in a status of the category
 * Draft; activating it changes its status alone; an activated one keeps its account. From the
 * object reference; the codes and texts of the refusals are inferred.
 */
final class OrderRules {

  private static final String ORDER = "Order";

  /** The one status of the category Activated; every other option is of the category Draft. */
  private static final String ACTIVATED = "Activated";

  private OrderRules() {}

  /**
   * Checks a version of any object.
   *
   * @param before the version that it replaces; empty when it is new
   */
  static void check(Optional<Row> before, Row after) throws RowRefused {
    if (!after.type().name().equals(ORDER)) {
      return;
    }
    Field status = field(after, "Status");
    boolean wasActivated = before.isPresent() && ACTIVATED.equals(before.get().get(status));
    boolean isActivated = ACTIVATED.equals(after.get(status));
    if (!status.options().contains((String) after.get(status))
        || (before.isEmpty() && isActivated)) {
      throw new RowRefused(
          "FAILED_ACTIVATION", "Choose a valid order status and save your changes.", status);
    }
    if (!wasActivated && isActivated && changesMore(before.orElseThrow(), after, status)) {
      throw new RowRefused(
          "FAILED_ACTIVATION", "Activating an order changes its status and nothing else.", status);
    }
    Field account = field(after, "AccountId");
    if (wasActivated && !after.get(account).equals(before.get().get(account))) {
      throw new RowRefused(
          "FIELD_INTEGRITY_EXCEPTION", "The account of an activated order stays.", account);
    }
  }

  private static boolean changesMore(Row before, Row after, Field status) {
    Object[] changed = before.values();
    changed[status.ordinal()] = after.get(status);
    changed[SObjectType.LAST_MODIFIED_DATE] = after.lastModified();
    changed[SObjectType.LAST_MODIFIED_BY] = after.values()[SObjectType.LAST_MODIFIED_BY];
    changed[SObjectType.SYSTEM_MODSTAMP] = after.stamp();
    return !Arrays.equals(changed, after.values());
  }

  private static Field field(Row row, String name) {
    return row.type().field(name).orElseThrow();
  }
}
