package io.partnerhub.sandbox.sim;

/** Told of every call at the two moments between which its caller may die. */
public interface CallWatch {

  /** Lets every call pass. */
  CallWatch NONE =
      new CallWatch() {
        @Override
        public boolean arrives(Call call) {
          return true;
        }

        @Override
        public void answered(Call call) {
          // nothing to do
        }
      };

  /** Before the effect. False: the call never arrives, its connection is reset. */
  boolean arrives(Call call);

  /** After the effect, or the fault instead of it, and before the answer is on its way. */
  void answered(Call call);
}
