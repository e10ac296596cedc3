package io.partnerhub.sandbox.salesforce.pubsub;

import com.google.protobuf.ByteString;
import com.salesforce.eventbus.protobuf.ConsumerEvent;
import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.FetchResponse;
import com.salesforce.eventbus.protobuf.ProducerEvent;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.partnerhub.sandbox.salesforce.pubsub.EventLog.Logged;
import io.partnerhub.sandbox.salesforce.pubsub.ReplayIds.Place;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * One open stream of a subscriber: never more events than it asked for, none behind the day's
 * allocation; its lock keeps the frames in order.
 */
final class Subscription implements StreamObserver<FetchRequest> {

  /** Most events that a client may have asked for and not yet got. */
  private static final int MOST_REQUESTED = 100;

  private final Bus bus;
  private final StreamObserver<FetchResponse> client;
  private final Runnable waking = this::deliver;
  private String topic;
  private Predicate<BusEvent> wanted;
  private Place at;
  private int requested;
  private boolean over;

  Subscription(Bus bus, StreamObserver<FetchResponse> client) {
    this.bus = bus;
    this.client = client;
  }

  @Override
  public void onNext(FetchRequest request) {
    synchronized (this) {
      if (over) {
        return;
      }
      try {
        take(request);
      } catch (StatusRuntimeException e) {
        fail(e);
        return;
      }
    }
    deliver();
  }

  /** The first request opens the subscription; in later ones the preset means nothing. */
  private void take(FetchRequest request) {
    if (request.getNumRequested() < 1 || requested + request.getNumRequested() > MOST_REQUESTED) {
      throw ErrorCode.REQUESTED_EVENTS.with("num_requested must be from 1 to " + MOST_REQUESTED);
    }
    if (topic == null) {
      wanted = bus.topics().wanted(request.getTopicName());
      topic = request.getTopicName();
      bus.faults().check();
      at = bus.start(request);
      bus.log().read(waking);
      bus.opened(this);
    } else if (!request.getTopicName().isEmpty() && !request.getTopicName().equals(topic)) {
      throw ErrorCode.TOPIC_CHANGED.with("the topic of a subscription cannot be changed");
    }
    requested += request.getNumRequested();
  }

  private synchronized void deliver() {
    while (!over && topic != null && requested > 0 && !bus.faults().isSilent()) {
      List<Logged> next = bus.log().after(at.position(), requested, wanted);
      if (next.isEmpty()) {
        return;
      }
      int left = bus.allocation().left();
      if (left == 0) {
        fail(ErrorCode.LIMIT_EXCEEDED.with("the daily event delivery allocation is used up"));
        return;
      }
      send(next.subList(0, Math.min(left, next.size())));
    }
  }

  private void send(List<Logged> events) {
    Logged newest = events.get(events.size() - 1);
    at = new Place(newest.position(), newest.at());
    requested -= events.size();
    bus.allocation().delivered(events.size());
    FetchResponse.Builder frame = frame(newest.replayId());
    events.forEach(event -> frame.addEvents(consumerEvent(event)));
    client.onNext(frame.build());
  }

  /** An empty frame that says where the log is, unless events are waiting to be asked for. */
  synchronized void keepAlive() {
    if (!over && topic != null && !bus.faults().isSilent()) {
      Place tip = bus.log().tip();
      if (bus.log().after(at.position(), 1, wanted).isEmpty()) {
        at = tip;
      }
      client.onNext(frame(ReplayIds.of(at)).build());
    }
  }

  private FetchResponse.Builder frame(ByteString latest) {
    return FetchResponse.newBuilder()
        .setRpcId(UUID.randomUUID().toString())
        .setPendingNumRequested(requested)
        .setLatestReplayId(latest);
  }

  private static ConsumerEvent consumerEvent(Logged logged) {
    BusEvent event = logged.event();
    return ConsumerEvent.newBuilder()
        .setReplayId(logged.replayId())
        .setEvent(
            ProducerEvent.newBuilder()
                .setId(event.uuid())
                .setSchemaId(event.schemaId())
                .setPayload(event.payload()))
        .build();
  }

  synchronized void fail(StatusRuntimeException e) {
    if (close()) {
      client.onError(e);
    }
  }

  /** The server ends the stream without an error. */
  synchronized void end() {
    if (close()) {
      client.onCompleted();
    }
  }

  /** The client is no longer there. */
  void gone() {
    close();
  }

  @Override
  public void onError(Throwable problem) {
    close();
  }

  @Override
  public void onCompleted() {
    end();
  }

  private synchronized boolean close() {
    boolean first = !over;
    over = true;
    bus.log().leave(waking);
    bus.closed(this);
    return first;
  }
}
