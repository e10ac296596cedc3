package io.partnerhub.connector.salesforce.event;

import com.google.protobuf.ByteString;
import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.FetchResponse;
import com.salesforce.eventbus.protobuf.PubSubGrpc;
import com.salesforce.eventbus.protobuf.ReplayPreset;
import com.salesforce.eventbus.protobuf.SchemaRequest;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;

/**
 * One subscription to the change events of an org, on a connection of its own that ends with it.
 * More events are asked for only when those before were taken. What comes while some is taken is
 * taken at once after it: a server may send each event by itself.
 */
public final class EventStream implements AutoCloseable {

  /** All selected objects of the org in one topic, so that there is one position. */
  public static final String TOPIC = "/data/ChangeEvents";

  /** Most that the API lets a client ask for. */
  private static final int BATCH = 100;

  private static final int MOST_BYTES = 32 * 1024 * 1024;
  private static final long CALL_SECONDS = 30;
  private static final long IDLE_SECONDS = 10;

  private final ManagedChannel channel;
  private final PubSubGrpc.PubSubBlockingStub calls;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
  private final EventReader reader = new EventReader(this::schema);
  private final Receiver receiver;
  private final Queue<Frame> arrived = new ConcurrentLinkedQueue<>(); // no more than asked for
  private final ExecutorService taking = takingThread();
  private StreamObserver<FetchRequest> server;
  private volatile boolean closed;

  /** Who takes what comes; called by one thread at a time. */
  public interface Receiver {

    /**
     * Takes a frame.
     *
     * @return whether it is stored: only then is more asked for, else by {@link EventStream#more}
     */
    boolean take(Frame frame);

    /** No more will come; not called after {@link EventStream#close}. */
    void ended(StreamEnd end);
  }

  private EventStream(EventServer at, Signed signed, Receiver receiver) {
    this.receiver = receiver;
    NettyChannelBuilder builder =
        NettyChannelBuilder.forAddress(at.host(), at.port()).maxInboundMessageSize(MOST_BYTES);
    this.channel = (at.isThisMachine() ? builder.usePlaintext() : builder).build();
    this.calls = PubSubGrpc.newBlockingStub(channel).withCallCredentials(signed.credentials());
  }

  /**
   * Subscribes; what comes of it, failures included, the receiver is told.
   *
   * @param position a replay id in base64, behind which to go on; null for what comes from now on
   * @throws IllegalArgumentException when the position is none
   */
  public static EventStream open(
      EventServer at, Signed signed, String position, Receiver receiver) {
    FetchRequest first = first(position);
    EventStream stream = new EventStream(at, signed, receiver);
    stream.subscribe(signed, first);
    return stream;
  }

  private static FetchRequest first(String position) {
    FetchRequest.Builder first =
        FetchRequest.newBuilder().setTopicName(TOPIC).setNumRequested(BATCH);
    if (position == null) {
      return first.setReplayPreset(ReplayPreset.LATEST).build();
    }
    ByteString replayId = ByteString.copyFrom(Base64.getDecoder().decode(position));
    return first.setReplayPreset(ReplayPreset.CUSTOM).setReplayId(replayId).build();
  }

  private void subscribe(Signed signed, FetchRequest first) {
    server =
        PubSubGrpc.newStub(channel)
            .withCallCredentials(signed.credentials())
            .subscribe(new Observer());
    server.onNext(first);
  }

  /** Whether a server of the protocol is at the other end, and not just an open connection. */
  public boolean isAnswered() {
    return channel.getState(false) == ConnectivityState.READY; // after its first frame, SETTINGS
  }

  /** Asks for as many events as were taken; once for each frame. */
  public synchronized void more(Frame taken) {
    if (!closed && !taken.events().isEmpty()) {
      server.onNext(
          FetchRequest.newBuilder()
              .setTopicName(TOPIC)
              .setNumRequested(taken.events().size())
              .build());
    }
  }

  private Schema schema(String id) {
    return schemas.computeIfAbsent(
        id,
        unknown ->
            new Schema.Parser()
                .parse(
                    calls
                        .withDeadlineAfter(CALL_SECONDS, TimeUnit.SECONDS)
                        .getSchema(SchemaRequest.newBuilder().setSchemaId(unknown).build())
                        .getSchemaJson()));
  }

  private final class Observer implements StreamObserver<FetchResponse> {

    private boolean ending;

    @Override
    public void onNext(FetchResponse received) {
      if (closed || ending) {
        return;
      }
      Frame frame;
      try {
        frame =
            new Frame(
                received.getEventsList().stream().map(reader::read).toList(), position(received));
      } catch (StatusRuntimeException e) {
        onError(e); // a schema could not be had: these events come again
        return;
      }
      arrived.add(frame);
      taking.execute(EventStream.this::takeArrived);
    }

    /** Of the last event itself: the frame's own may be ahead of events not yet sent. */
    private static String position(FetchResponse received) {
      int events = received.getEventsCount();
      ByteString id =
          events == 0 ? received.getLatestReplayId() : received.getEvents(events - 1).getReplayId();
      return Base64.getEncoder().encodeToString(id.toByteArray());
    }

    @Override
    public void onError(Throwable error) {
      end(StreamEnd.of(error));
    }

    @Override
    public void onCompleted() {
      end(new StreamEnd(StreamEnd.Kind.OVER, "the server ended the stream"));
    }

    /** Behind what came before it. */
    private void end(StreamEnd end) {
      ending = true; // behind events that could not be read, none may be taken
      taking.execute(
          () -> {
            if (!closed) {
              close();
              receiver.ended(end);
            }
          });
    }
  }

  private void takeArrived() {
    List<Frame> frames = new ArrayList<>();
    for (Frame frame = arrived.poll(); frame != null; frame = arrived.poll()) {
      frames.add(frame);
    }
    if (closed || frames.isEmpty()) {
      return;
    }
    Frame all = Frame.together(frames);
    try {
      if (receiver.take(all)) {
        more(all);
      }
    } catch (RuntimeException e) { // behind what was not taken, none may be
      close();
      receiver.ended(new StreamEnd(StreamEnd.Kind.OVER, "what came could not be taken: " + e));
    }
  }

  /** What comes when the stream is closed comes again in the next. */
  private static ExecutorService takingThread() {
    return new ThreadPoolExecutor(
        0,
        1,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        work -> {
          Thread thread = new Thread(work, "salesforce-events");
          thread.setDaemon(true);
          return thread;
        },
        new ThreadPoolExecutor.DiscardPolicy());
  }

  /** Breaks the connection off; nothing more is received. */
  @Override
  public void close() {
    closed = true;
    taking.shutdown();
    channel.shutdownNow();
  }
}
