package io.partnerhub.sandbox.salesforce.pubsub;

import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.FetchResponse;
import com.salesforce.eventbus.protobuf.PubSubGrpc;
import com.salesforce.eventbus.protobuf.SchemaInfo;
import com.salesforce.eventbus.protobuf.SchemaRequest;
import com.salesforce.eventbus.protobuf.TopicInfo;
import com.salesforce.eventbus.protobuf.TopicRequest;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.UUID;
import java.util.function.Supplier;

/** The operations of the Pub/Sub API that a subscriber needs; others are not implemented. */
final class PubSubApi extends PubSubGrpc.PubSubImplBase {

  private final Bus bus;
  private final String tenant;

  PubSubApi(Bus bus, String tenant) {
    this.bus = bus;
    this.tenant = tenant;
  }

  @Override
  public void getTopic(TopicRequest request, StreamObserver<TopicInfo> client) {
    answer(
        client,
        () ->
            TopicInfo.newBuilder()
                .setTopicName(request.getTopicName())
                .setSchemaId(bus.topics().schemaId(request.getTopicName()))
                .setTenantGuid(tenant)
                .setCanSubscribe(true)
                .setCanPublish(false)
                .setRpcId(UUID.randomUUID().toString())
                .build());
  }

  @Override
  public void getSchema(SchemaRequest request, StreamObserver<SchemaInfo> client) {
    answer(
        client,
        () -> {
          bus.faults().checkSchema();
          return SchemaInfo.newBuilder()
              .setSchemaId(request.getSchemaId())
              .setSchemaJson(bus.topics().schema(request.getSchemaId()))
              .setRpcId(UUID.randomUUID().toString())
              .build();
        });
  }

  @Override
  public StreamObserver<FetchRequest> subscribe(StreamObserver<FetchResponse> client) {
    Subscription subscription = new Subscription(bus, client);
    ((ServerCallStreamObserver<FetchResponse>) client).setOnCancelHandler(subscription::gone);
    return subscription;
  }

  private static <T> void answer(StreamObserver<T> client, Supplier<T> answer) {
    try {
      client.onNext(answer.get());
      client.onCompleted();
    } catch (StatusRuntimeException e) {
      client.onError(e);
    }
  }
}
