package io.partnerhub.mapping;

import io.partnerhub.model.SystemName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a system says about one of its places, to check a mapping against it.
 *
 * @param location a sheet's id, an object's name
 * @param title how people call the place
 * @param fields by name, as the system spells it
 */
public record Metadata(
    SystemName system, String location, String title, Map<String, NativeField> fields) {

  /**
   * One field or column.
   *
   * @param type as the system calls it, for messages; of a path that leads to no field that can be
   *     used, why not
   * @param kinds what a value of it can carry; empty where it carries none of ours
   * @param maxLength greatest number of characters; {@link Integer#MAX_VALUE} when there is no
   *     limit
   * @param required a new copy is refused without it
   * @param unique no two copies may share a value
   * @param writable false for formulas, system columns and the like
   * @param options the only values it takes; null when it takes any
   */
  public record NativeField(
      String name,
      String type,
      Set<Kind> kinds,
      int maxLength,
      boolean required,
      boolean unique,
      boolean writable,
      List<String> options) {}
}
