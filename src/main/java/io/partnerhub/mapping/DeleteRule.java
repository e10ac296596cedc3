package io.partnerhub.mapping;

/** What a deletion in one system means for the record. */
public sealed interface DeleteRule {

  /** A field is set to a value, so that the other systems show it; nothing else is touched. */
  record Mark(String field, String value) implements DeleteRule {}

  /** The record ends: its copies in the other systems are deleted too. */
  record Propagate() implements DeleteRule {}

  /** The copy is made again. */
  record Restore() implements DeleteRule {}

  /** Nothing follows; the copy is only no longer written. */
  record Ignore() implements DeleteRule {}
}
