package io.partnerhub.connector.fulfillment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnerhub.sync.Write;
import java.util.List;
import java.util.Map;

/** Writes records of one resource, many in one call. */
final class BatchCalls {

  private final Api api;
  private final Resource resource;
  private final Bodies bodies;
  private final Answers answers;

  BatchCalls(Api api, Resource resource, Bodies bodies, Answers answers) {
    this.api = api;
    this.resource = resource;
    this.bodies = bodies;
    this.answers = answers;
  }

  /** Writes the records in calls as large as the API takes. */
  void write(Progress progress, List<Integer> indices) {
    int most = resource.batch().most();
    for (int start = 0; start < indices.size(); start += most) {
      send(progress, indices.subList(start, Math.min(indices.size(), start + most)));
    }
  }

  private void send(Progress progress, List<Integer> indices) {
    if (!progress.goesOn(indices)) {
      return;
    }
    try {
      Request request = request(progress, indices);
      settle(progress, indices, request, api.call(request));
    } catch (ApiFault fault) {
      if (fault.meaning() == Meaning.DATA && indices.size() > 1) {
        halve(progress, indices);
      } else {
        progress.failed(fault);
        indices.forEach(i -> progress.settle(i, answers.failedTogether(fault, progress.write(i))));
      }
    }
  }

  /** The call was refused and nothing was done: the records to blame are found by halving it. */
  private void halve(Progress progress, List<Integer> indices) {
    int half = indices.size() / 2;
    send(progress, indices.subList(0, half));
    send(progress, indices.subList(half, indices.size()));
  }

  private Request request(Progress progress, List<Integer> indices) {
    Resource.Batch form = resource.batch();
    ObjectNode body = Api.JSON.createObjectNode();
    ArrayNode items = body.putArray(form.items());
    for (int index : indices) {
      Write write = progress.write(index);
      boolean add = write.action() == Write.Action.ADD;
      items.add(bodies.template(write, resource).tree(add ? form.create() : form.update()));
    }
    return new Request(
        form.method(),
        indices.size() + " " + resource.title(),
        form.path(),
        Map.of(),
        Map.of(),
        form.type(),
        Bodies.bytes(body));
  }

  private void settle(Progress progress, List<Integer> indices, Request request, JsonNode answer) {
    Resource.Batch form = resource.batch();
    JsonNode results = answer.at(form.results());
    if (!results.isArray() || results.size() != indices.size()) {
      throw api.errors().unreadable(request, "got another number of results than were sent");
    }
    for (int i = 0; i < results.size(); i++) {
      int index = indices.get(i);
      Write write = progress.write(index);
      JsonNode result = results.get(i);
      int status = result.at(form.status()).asInt();
      boolean done = status >= 200 && status < 300;
      progress.settle(
          index,
          done
              ? answers.written(write, result.at(form.item()))
              : answers.refused(status, result.at(form.error()), write));
    }
  }
}
