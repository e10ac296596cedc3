package io.partnerhub.sync.store;

import java.util.List;
import java.util.Set;

/**
 * By which mapping the copies of one type were read, and what a changed one concerns, within a
 * transaction on that type.
 */
public interface FieldForms {

  /** Records with a held field that is none of these, by their ids. */
  List<Long> heldBeside(Set<String> fields, int limit);
}
