package io.partnerhub.sync.store;

import java.util.List;
import java.util.Set;

/**
 * By which mapping the copies of one type were read, and what a changed one concerns, within a
 * transaction on that type.
 */
public interface FieldForms {

  /** How each field was read last; none before the first start. */
  List<FieldForm> all();

  /** Takes these for what there is. */
  void replace(List<FieldForm> all);

  /** Records of the type with a greater id than {@code after}, in the order of their ids. */
  List<Long> records(long after, int limit);

  /** Those of which a copy is due, or says why it cannot be written. */
  List<Long> recordsDue(long after, int limit);

  /** Fields that are no longer mapped refer to no record. */
  void forgetReferences(Set<String> fields);

  /** Records with a held field that is none of these, by their ids. */
  List<Long> heldBeside(Set<String> fields, int limit);
}
