package io.partnerhub.connector.fulfillment;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Outcome.Reason;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.Write;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes records of one resource, each by a call of its own. */
final class SingleCalls {

  private final Api api;
  private final Resource resource;
  private final Bodies bodies;
  private final Answers answers;

  SingleCalls(Api api, Resource resource, Bodies bodies, Answers answers) {
    this.api = api;
    this.resource = resource;
    this.bodies = bodies;
    this.answers = answers;
  }

  void write(Progress progress, int index) {
    if (!progress.goesOn(List.of(index))) {
      return;
    }
    Write write = progress.write(index);
    Resource.Call call = callFor(write);
    if (call == null) {
      progress.settle(
          index,
          new Outcome.Rejected(
              new Reason(
                  ReasonClass.PERMISSION,
                  "CANNOT_DELETE",
                  "The connector file names no way to delete a record")));
      return;
    }
    try {
      JsonNode answer = api.call(request(call, write));
      progress.wentThrough();
      progress.settle(index, answers.written(write, answer.at(call.item())));
    } catch (ApiFault fault) {
      progress.failedAlone(fault);
      progress.settle(index, answers.failed(fault, write));
    }
  }

  /** Null where the connector file names none. */
  private Resource.Call callFor(Write write) {
    return switch (write.action()) {
      case ADD -> resource.create();
      case DELETE -> resource.delete();
      case UPDATE, MOVE -> resource.update();
    };
  }

  private Request request(Resource.Call call, Write write) {
    Template template = bodies.template(write, resource);
    Map<String, String> headers = new LinkedHashMap<>();
    call.headers()
        .forEach((name, text) -> template.text(text).ifPresent(t -> headers.put(name, t)));
    boolean empty = write.action() == Write.Action.DELETE;
    return new Request(
        call.method(),
        answers.name(write),
        Template.path(call.path(), write.id().id()),
        Map.of(),
        headers,
        call.type(),
        empty ? null : Bodies.bytes(template.tree(call.body())));
  }
}
