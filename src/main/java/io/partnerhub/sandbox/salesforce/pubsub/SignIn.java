package io.partnerhub.sandbox.salesforce.pubsub;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import java.util.function.Predicate;

/** Lets calls in by their metadata: an open session, its instance and its org. */
final class SignIn implements ServerInterceptor {

  private static final Metadata.Key<String> TOKEN = key("accesstoken");
  private static final Metadata.Key<String> INSTANCE = key("instanceurl");
  private static final Metadata.Key<String> TENANT = key("tenantid");

  private final Predicate<String> isOpen;
  private final String tenant;

  SignIn(Predicate<String> isOpen, String tenant) {
    this.isOpen = isOpen;
    this.tenant = tenant;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata metadata, ServerCallHandler<Q, A> next) {
    String token = metadata.get(TOKEN);
    String instance = metadata.get(INSTANCE);
    if (token == null
        || !isOpen.test(token)
        || instance == null
        || !instance.startsWith("http")
        || !tenant.equals(metadata.get(TENANT))) {
      StatusRuntimeException refused =
          ErrorCode.AUTH_ERROR.with(
              "accesstoken, instanceurl and tenantid must be those of an open session");
      call.close(refused.getStatus(), refused.getTrailers());
      return new ServerCall.Listener<>() {};
    }
    return next.startCall(call, metadata);
  }

  private static Metadata.Key<String> key(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }
}
