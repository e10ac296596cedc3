package io.partnerhub.sync;

import io.partnerhub.mapping.Field;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import java.util.Map;
import java.util.TreeMap;

/**
 * What all systems should show of one record.
 *
 * @param id the hub's own id, which outlives every rename
 * @param origins why each field has its value, by field
 * @param held fields that wait for a decision, by field
 */
public record AgreedRecord(
    long id, Values agreed, Map<String, Origin> origins, Map<String, Hold> held) {

  /**
   * Whether the value of a derived field has never been worked out; false for any other field, and
   * for one that is empty as long as there is nothing to tell.
   */
  public boolean isYetToBeDerived(Field field) {
    return field.isDerived() && !field.isSync() && !isOfTheHub(origins.get(field.name()));
  }

  private static boolean isOfTheHub(Origin origin) {
    return origin != null && origin.system().equals(SystemName.HUB);
  }

  /** The same with this value agreed; null empties the field. */
  public AgreedRecord accept(String field, String value, Origin origin) {
    Map<String, Origin> more = new TreeMap<>(origins);
    more.put(field, origin);
    return new AgreedRecord(id, agreed.with(field, value), more, held);
  }

  /** The same with this field waiting for a decision. */
  public AgreedRecord hold(String field, Hold hold) {
    Map<String, Hold> more = new TreeMap<>(held);
    more.put(field, hold);
    return new AgreedRecord(id, agreed, origins, more);
  }

  /** The same with this field waiting no more; its value stays. */
  public AgreedRecord release(String field) {
    Map<String, Hold> fewer = new TreeMap<>(held);
    fewer.remove(field);
    return new AgreedRecord(id, agreed, origins, fewer);
  }
}
