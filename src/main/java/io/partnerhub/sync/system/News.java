package io.partnerhub.sync.system;

/** What one glance at a source told. */
public sealed interface News {

  /** Nothing changed since its checkpoint. */
  record None() implements News {}

  /** Something may have changed: its changes are to be read. */
  record Perhaps() implements News {}

  /** The glance brought the first page of its changes along. */
  record Found(Page page) implements News {}
}
