package io.partnerhub.intake;

import io.partnerhub.intake.DoorCounts.Result;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.system.Inbox;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a doorkeeper judge a request, stores what it told, and only then has it answered. */
final class Reception {

  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

  /** For the inbox to be worked off a little. */
  private static final int FULL_SECONDS = 30;

  private final Inbox inbox;
  private final Consumer<SystemName> told;
  private final Complaints complaints;
  private final DoorCounts counts;

  /**
   * @param told is called when there are hints of a system to be worked off
   */
  Reception(Inbox inbox, Consumer<SystemName> told, Complaints complaints, DoorCounts counts) {
    this.inbox = inbox;
    this.told = told;
    this.complaints = complaints;
    this.counts = counts;
  }

  /** Never throws: whatever goes wrong is an answer. */
  Answer receive(Doorkeeper keeper, Knock knock) {
    Verdict verdict;
    try {
      verdict = keeper.judge(knock);
    } catch (RuntimeException e) {
      LOG.error("A call of {} cannot be judged", keeper.name(), e);
      return refuse(keeper.name(), Answer.FAILED, "it cannot be judged, by a fault of the hub");
    }
    if (verdict instanceof Verdict.Refuse refused) {
      return refuse(keeper.name(), refused.answer(), refused.why());
    }
    Verdict.Admit admitted = (Verdict.Admit) verdict;
    return admitted.notices().isEmpty()
        ? admit(keeper, Result.ADMITTED, admitted)
        : store(keeper, admitted);
  }

  /** Turns one away for a reason that operators are told. */
  Answer refuse(String name, Answer answer, String why) {
    return turnAway(name, Result.REFUSED, answer, why);
  }

  private Answer turnAway(String name, Result result, Answer answer, String why) {
    counts.add(name, result, answer.status(), why);
    complaints.add(name, why);
    return answer;
  }

  /** Turns one away whose path nobody has: of these there are many in the internet. */
  Answer refuseUnknown() {
    counts.add(DoorCounts.NOBODY, Result.REFUSED, Answer.NOT_FOUND.status(), "nobody has its path");
    return Answer.NOT_FOUND;
  }

  private Answer admit(Doorkeeper keeper, Result result, Verdict.Admit admitted) {
    counts.add(keeper.name(), result, admitted.answer().status(), "");
    return admitted.answer();
  }

  private Answer store(Doorkeeper keeper, Verdict.Admit admitted) {
    Inbox.Receipt receipt;
    try {
      receipt = inbox.take(keeper.system(), admitted.source(), admitted.notices(), null);
    } catch (RuntimeException e) {
      LOG.debug("A notice of {} cannot be stored", keeper.name(), e);
      return refuse(keeper.name(), Answer.STORE_AWAY, "the store is away");
    }
    if (receipt == Inbox.Receipt.FULL) {
      String why = "the inbox is full, as what came before was not read yet";
      return turnAway(keeper.name(), Result.FULL, Answer.unavailable(FULL_SECONDS), why);
    }
    if (receipt == Inbox.Receipt.DUPLICATE) {
      return admit(keeper, Result.DUPLICATE, admitted);
    }
    told.accept(keeper.system());
    return admit(keeper, Result.ADMITTED, admitted);
  }
}
