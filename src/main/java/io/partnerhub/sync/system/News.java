package io.partnerhub.sync.system;

/** What one glance at a source told. */
public sealed interface News {

  /**
   * Nothing that others did since its checkpoint.
   *
   * @param certain whether that is known; else the newest change may be an own call's whose answer
   *     is still to come
   */
  record None(boolean certain) implements News {}

  /** Something may have changed: its changes are to be read. */
  record Perhaps() implements News {}

  /** The glance brought the first page of its changes along. */
  record Found(Page page) implements News {}
}
