package io.partnerhub.intake;

import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Inbox;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a doorkeeper judge a request, stores what it told, and only then has it answered. */
final class Reception {

  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

  /** For the inbox to be worked off a little. */
  private static final int FULL_SECONDS = 30;

  /** For the store to be back. */
  private static final int AWAY_SECONDS = 10;

  private final Inbox inbox;
  private final Consumer<SystemName> told;
  private final Complaints complaints;

  /**
   * @param told is called when there are hints of a system to be worked off
   */
  Reception(Inbox inbox, Consumer<SystemName> told, Complaints complaints) {
    this.inbox = inbox;
    this.told = told;
    this.complaints = complaints;
  }

  /** Never throws: whatever goes wrong is an answer. */
  Answer receive(Doorkeeper keeper, Knock knock) {
    Verdict verdict;
    try {
      verdict = keeper.judge(knock);
    } catch (RuntimeException e) {
      LOG.error("A call of {} cannot be judged", keeper.name(), e);
      return Answer.FAILED;
    }
    if (verdict instanceof Verdict.Refuse refused) {
      complaints.add(keeper.name(), refused.why());
      return refused.answer();
    }
    Verdict.Admit admitted = (Verdict.Admit) verdict;
    return admitted.notices().isEmpty() ? admitted.answer() : store(keeper, admitted);
  }

  private Answer store(Doorkeeper keeper, Verdict.Admit admitted) {
    Inbox.Receipt receipt;
    try {
      receipt = inbox.take(keeper.system(), admitted.source(), admitted.notices(), null);
    } catch (RuntimeException e) {
      LOG.debug("A notice of {} cannot be stored", keeper.name(), e);
      complaints.add(keeper.name(), "the store is away");
      return Answer.unavailable(AWAY_SECONDS);
    }
    if (receipt == Inbox.Receipt.FULL) {
      complaints.add(keeper.name(), "the inbox is full, as what came before was not read yet");
      return Answer.unavailable(FULL_SECONDS);
    }
    if (receipt == Inbox.Receipt.STORED) {
      told.accept(keeper.system());
    }
    return admitted.answer();
  }
}
