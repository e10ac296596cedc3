package io.partnerhub.sandbox.demo.world;

import io.partnerhub.model.SystemName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The copies of one record type in one simulated system, read and edited as people do. */
public interface Copies {

  SystemName system();

  /** All that are not deleted, in the system's order. */
  List<Copy> all();

  /** The first one with a business key; empty when it is deleted or was never there. */
  Optional<Copy> find(String key);

  /** Makes one; fields by the system's own names. */
  void add(Map<String, Object> fields);

  /** Changes one; fields by the system's own names. */
  void edit(String key, Map<String, Object> fields);

  void delete(String key);
}
