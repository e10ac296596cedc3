package io.partnerhub.connector.fulfillment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnerhub.connector.Batches;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Outcome.Reason;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.Write;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes records of one resource, many in one call. */
final class BatchCalls {

  private static final int SERVER_ERROR = 500;
  private static final Outcome NOT_REACHED =
      new Outcome.RetryLater(
          new Reason(
              ReasonClass.CONFLICT,
              "NOT_REACHED",
              "Not written: other records made the API refuse whole calls"),
          null);

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
    Batches.of(indices, resource.batch().most()).forEach(some -> send(progress, some, false));
  }

  /** What was sent before is not put off: only an answer tells whether it was written then. */
  private void send(Progress progress, List<Integer> indices, boolean again) {
    if (again || progress.goesOn(indices)) {
      call(progress, indices, again).ifPresent(fault -> handle(progress, indices, fault, again));
    }
  }

  /**
   * Makes one call and settles what it answers.
   *
   * @param again the records were sent before, and may have been written then
   * @return why nothing is settled
   */
  private Optional<ApiFault> call(Progress progress, List<Integer> indices, boolean again) {
    try {
      Request request = request(progress, indices);
      settle(progress, indices, request, api.call(request), again);
      return Optional.empty();
    } catch (ApiFault fault) {
      return Optional.of(fault);
    }
  }

  private void handle(Progress progress, List<Integer> indices, ApiFault fault, boolean again) {
    if (indices.size() > 1 && fault.meaning() == Meaning.DATA) {
      culprits(progress, indices, again);
    } else if (indices.size() > 1
        && isServerError(fault)
        && isRepeatable()
        && progress.mayHalve()) {
      apart(progress, indices);
    } else {
      progress.failed(fault);
      indices.forEach(i -> progress.settle(i, failed(fault, progress.write(i), again)));
    }
  }

  /** The call did nothing: the records that it was refused for are looked for by halves. */
  private void culprits(Progress progress, List<Integer> indices, boolean again) {
    if (progress.mayHalve()) {
      halves(indices).forEach(half -> send(progress, half, again));
    } else {
      indices.forEach(i -> progress.settle(i, doubted(NOT_REACHED, again)));
    }
  }

  /**
   * The server itself failed, perhaps over one record: the call is repeated in halves, which its
   * keys and versions make safe. Where both fail it is not one record's fault.
   */
  private void apart(Progress progress, List<Integer> indices) {
    List<List<Integer>> halves = halves(indices);
    Optional<ApiFault> first = call(progress, halves.get(0), true);
    Optional<ApiFault> second = call(progress, halves.get(1), true);
    if (first.isPresent() && second.isPresent()) {
      progress.failed(first.get());
      indices.forEach(i -> progress.settle(i, failed(first.get(), progress.write(i), true)));
    } else {
      first.ifPresent(fault -> narrow(progress, halves.get(0), fault));
      second.ifPresent(fault -> narrow(progress, halves.get(1), fault));
    }
  }

  /** The other half went well, so a record that fails alone stops nothing. */
  private void narrow(Progress progress, List<Integer> half, ApiFault fault) {
    if (half.size() == 1 && isServerError(fault)) {
      progress.settle(half.get(0), failed(fault, progress.write(half.get(0)), true));
    } else {
      handle(progress, half, fault, true);
    }
  }

  private static List<List<Integer>> halves(List<Integer> indices) {
    int half = indices.size() / 2;
    return List.of(indices.subList(0, half), indices.subList(half, indices.size()));
  }

  private static boolean isServerError(ApiFault fault) {
    return fault.meaning() == Meaning.UNKNOWN && fault.status() >= SERVER_ERROR;
  }

  private boolean isRepeatable() {
    Resource.Batch form = resource.batch();
    return form.create().toString().contains("{key}")
        && form.update().toString().contains("{version}");
  }

  private Outcome failed(ApiFault fault, Write write, boolean again) {
    return doubted(answers.failedTogether(fault, write), again);
  }

  /** What a second try could not write, the first one may have written. */
  private static Outcome doubted(Outcome outcome, boolean again) {
    return again && outcome instanceof Outcome.RetryLater later
        ? new Outcome.Unknown(later.reason())
        : outcome;
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

  private void settle(
      Progress progress, List<Integer> indices, Request request, JsonNode answer, boolean again) {
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
              : doubted(answers.refused(status, result.at(form.error()), write), again));
    }
  }
}
