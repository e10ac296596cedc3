package io.partnerhub.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.salesforce.eventbus.protobuf.ConsumerEvent;
import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.FetchResponse;
import com.salesforce.eventbus.protobuf.PubSubGrpc;
import com.salesforce.eventbus.protobuf.ReplayPreset;
import com.salesforce.eventbus.protobuf.SchemaRequest;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import io.partnerhub.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;

/** A client of the Pub/Sub API, with the generated classes and nothing else. */
final class Subscriber implements StreamObserver<FetchResponse>, AutoCloseable {

  private final ManagedChannel channel;
  private final PubSubGrpc.PubSubStub stub;
  private final PubSubGrpc.PubSubBlockingStub calls;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
  final List<FetchResponse> frames = new CopyOnWriteArrayList<>();
  private volatile Throwable error;
  private volatile boolean ended;
  private StreamObserver<FetchRequest> server;

  Subscriber(int port, String token) {
    channel = ManagedChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    Metadata metadata = new Metadata();
    metadata.put(key("accesstoken"), token);
    metadata.put(key("instanceurl"), "http://127.0.0.1");
    metadata.put(key("tenantid"), Ids.to18(TokenEndpoint.ORG_ID));
    var signedIn = MetadataUtils.newAttachHeadersInterceptor(metadata);
    stub = PubSubGrpc.newStub(channel).withInterceptors(signedIn);
    calls = PubSubGrpc.newBlockingStub(channel).withInterceptors(signedIn);
  }

  PubSubGrpc.PubSubBlockingStub calls() {
    return calls;
  }

  Subscriber subscribe(String topic, ReplayPreset preset, ByteString replayId, int count) {
    server = stub.subscribe(this);
    return request(
        FetchRequest.newBuilder()
            .setTopicName(topic)
            .setReplayPreset(preset)
            .setReplayId(replayId)
            .setNumRequested(count)
            .build());
  }

  Subscriber request(FetchRequest request) {
    server.onNext(request);
    return this;
  }

  Subscriber more(int count) {
    return request(FetchRequest.newBuilder().setNumRequested(count).build());
  }

  List<ConsumerEvent> events() {
    List<ConsumerEvent> events = new ArrayList<>();
    frames.forEach(frame -> events.addAll(frame.getEventsList()));
    return events;
  }

  /** Waits for so many events; there must be no more. */
  List<GenericRecord> await(int count) {
    Patience.await().until(() -> events().size() >= count || error != null);
    assertThat(events()).hasSize(count);
    return events().stream().map(this::record).toList();
  }

  /** Waits for the end; gives the error code, or "" for an end without one. */
  String end() {
    Patience.await().until(() -> ended);
    return error == null ? "" : code(error);
  }

  static String code(Throwable error) {
    Metadata trailers = Status.trailersFromThrowable(error);
    return String.valueOf(trailers.get(key("error-code")))
        .replace("sfdc.platform.eventbus.grpc.", "");
  }

  GenericRecord record(ConsumerEvent event) {
    Schema schema =
        schemas.computeIfAbsent(
            event.getEvent().getSchemaId(),
            id ->
                new Schema.Parser()
                    .parse(
                        calls
                            .getSchema(SchemaRequest.newBuilder().setSchemaId(id).build())
                            .getSchemaJson()));
    try {
      return new GenericDatumReader<GenericRecord>(schema)
          .read(
              null,
              DecoderFactory.get()
                  .binaryDecoder(event.getEvent().getPayload().toByteArray(), null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void onNext(FetchResponse frame) {
    frames.add(frame);
  }

  @Override
  public void onError(Throwable problem) {
    error = problem;
    ended = true;
  }

  @Override
  public void onCompleted() {
    ended = true;
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }

  private static Metadata.Key<String> key(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }
}
