package io.partnerhub.sync;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.Values;
import java.time.Duration;

/** What a write came to. */
public sealed interface Outcome {

  /** Not written, or not known to be written; it is tried again. */
  sealed interface Failed extends Outcome {

    Reason reason();

    /** The ledger's word for it. */
    LedgerEntry.Event event();

    /** How long the system wants to be left alone; null where it does not say. */
    default Duration after() {
      return null;
    }

    /** Whether the call may have had its effect, or still may. */
    default boolean mayHaveLanded() {
      return false;
    }
  }

  /**
   * The system took it.
   *
   * @param id the copy's id, new after an add or a move
   * @param shown what the system now shows of the fields sent, made canonical; null where its
   *     answer does not tell
   */
  record Written(NativeId id, Values shown) implements Outcome {}

  /**
   * An add met a copy that has the key already.
   *
   * @param existingId that copy's id; null where the system does not tell
   */
  record Duplicate(String existingId, Reason reason) implements Failed {
    @Override
    public LedgerEntry.Event event() {
      return LedgerEntry.Event.DUPLICATE;
    }
  }

  /** The system refused the values; the same values will be refused again. */
  record Rejected(Reason reason) implements Failed {
    @Override
    public LedgerEntry.Event event() {
      return LedgerEntry.Event.REJECTED;
    }
  }

  /**
   * Nothing was written; a later try may succeed.
   *
   * @param after how long the system wants to be left alone; null where it does not say
   */
  record RetryLater(Reason reason, Duration after) implements Failed {

    /**
     * Of a write for which no call was made.
     *
     * @param because what kept it from being made, for people
     * @param after null where nobody says
     */
    public static RetryLater notTried(ReasonClass kind, String because, Duration after) {
      return new RetryLater(new Reason(kind, "NOT_TRIED", "Not tried: " + because), after);
    }

    @Override
    public LedgerEntry.Event event() {
      return LedgerEntry.Event.RETRY_LATER;
    }
  }

  /** The copy no longer exists. */
  record Gone(Reason reason) implements Outcome {}

  /** No usable answer: it may or may not have been written. */
  record Unknown(Reason reason) implements Failed {
    @Override
    public LedgerEntry.Event event() {
      return LedgerEntry.Event.UNKNOWN;
    }

    @Override
    public boolean mayHaveLanded() {
      return true;
    }
  }

  /**
   * Why.
   *
   * @param kind what it comes to, whatever the system calls it
   * @param code the system's own code, or a word of ours where it gave none
   * @param message a sentence for people; holds no secret
   * @param answer the system's own answer about the record, cut and without secrets; null where it
   *     gave none or the message says it all
   * @param ofRecord the system said it of this record alone; false where a whole call came to it
   */
  record Reason(ReasonClass kind, String code, String message, String answer, boolean ofRecord) {
    public Reason(ReasonClass kind, String code, String message, String answer) {
      this(kind, code, message, answer, false);
    }

    public Reason(ReasonClass kind, String code, String message) {
      this(kind, code, message, null);
    }

    /** The same, said of this record alone: whatever its class, it tells nothing of the system. */
    public Reason alone() {
      return new Reason(kind, code, message, answer, true);
    }
  }
}
