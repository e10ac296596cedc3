package io.partnerhub.sandbox.salesforce.pubsub;

import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.ReplayPreset;
import io.partnerhub.sandbox.salesforce.pubsub.ReplayIds.Place;
import io.partnerhub.sandbox.sim.Losses;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The org's event bus: what was published, who listens, and what goes wrong on command. */
public final class Bus {

  private final EventLog log;
  private final Topics topics = new Topics();
  private final Allocation allocation;
  private final BusFaults faults = new BusFaults();
  private final Set<Subscription> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger opened = new AtomicInteger();

  /**
   * An empty bus.
   *
   * @param clock measures the retention and the day of the allocation
   */
  public Bus(Clock clock) {
    this.log = new EventLog(clock);
    this.allocation = new Allocation(clock);
  }

  public EventLog log() {
    return log;
  }

  public Topics topics() {
    return topics;
  }

  Allocation allocation() {
    return allocation;
  }

  BusFaults faults() {
    return faults;
  }

  /** How many subscriptions are open now. */
  public int subscribers() {
    return open.size();
  }

  /** How many subscriptions were ever opened. */
  public int opened() {
    return opened.get();
  }

  /** Ends all open streams as a server does that is restarted: without an error. */
  public void end() {
    List.copyOf(open).forEach(Subscription::end);
  }

  /** Ends all open streams with an error, and refuses the next subscriptions with it. */
  public void fail(ErrorCode code, int times) {
    faults.refuse(code, times);
    List.copyOf(open).forEach(s -> s.fail(code.with("ended on command")));
  }

  /** Refuses the next questions for a schema. */
  public void failSchemas(ErrorCode code, int times) {
    faults.refuseSchemas(code, times);
  }

  /** Open streams carry nothing more while it is on, and do not end. */
  public void silent(boolean on) {
    faults.silent(on);
    if (!on) {
      log.append(List.of());
    }
  }

  /** Which events are never published; none unless set. */
  public void losses(Losses some) {
    faults.losses(some);
  }

  /** Adds the events of a transaction, in their order. */
  public void publish(List<BusEvent> events) {
    log.append(events.stream().filter(event -> !faults.losesNext()).toList());
  }

  /** Sends each subscriber an empty frame with the newest replay id. */
  public void keepAlive() {
    open.forEach(Subscription::keepAlive);
  }

  /** How many events may be delivered in 24 hours. */
  public void dailyEvents(int most) {
    allocation.allow(most);
  }

  /** Back to what it was at the start; open streams end. */
  public void reset() {
    faults.clear();
    end();
    log.reset();
    topics.reset();
    allocation.reset();
  }

  void opened(Subscription subscription) {
    open.add(subscription);
    opened.incrementAndGet();
  }

  void closed(Subscription subscription) {
    open.remove(subscription);
  }

  /** Where a new subscription begins. */
  Place start(FetchRequest request) {
    ReplayPreset preset = request.getReplayPreset();
    return switch (preset) {
      case LATEST -> log.tip();
      case EARLIEST -> log.start();
      case CUSTOM -> {
        if (request.getReplayId().isEmpty()) {
          throw ErrorCode.REPLAY_ID_INVALID.with("the preset CUSTOM needs a replay id");
        }
        yield log.place(request.getReplayId())
            .orElseThrow(
                () ->
                    ErrorCode.REPLAY_ID_CORRUPTED.with(
                        "the replay id is invalid, or its event is no longer kept"));
      }
      default -> throw ErrorCode.REPLAY_ID_INVALID.with("there is no preset " + preset);
    };
  }
}
