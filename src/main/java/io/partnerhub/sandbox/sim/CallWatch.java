package io.partnerhub.sandbox.sim;

/** Told of every call at the two moments between which its caller may die. */
public interface CallWatch {

  /** Lets every call pass. */
  CallWatch NONE = new CallWatch() {};

  /** Before the effect. False: the call never arrives, its connection is reset. */
  default boolean arrives(Call call) {
    return true;
  }

  /** After the effect, or the fault instead of it, and before the answer is on its way. */
  default void answered(Call call) {}
}
