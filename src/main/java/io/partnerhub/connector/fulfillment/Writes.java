package io.partnerhub.connector.fulfillment;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.system.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a claim: resource by resource, many records a call where the API takes them. */
final class Writes {

  private final Api api;
  private final Map<String, Resource> resources;
  private final Caller caller;
  private final String hubId;

  Writes(Api api, Map<String, Resource> resources, Caller caller, String hubId) {
    this.api = api;
    this.resources = resources;
    this.caller = caller;
    this.hubId = hubId;
  }

  Answer write(Mapping mapping, List<Write> writes) {
    Progress progress = new Progress(writes);
    Map<String, List<Integer>> byResource = new LinkedHashMap<>();
    for (int index = 0; index < writes.size(); index++) {
      String location = writes.get(index).id().location();
      byResource.computeIfAbsent(location, l -> new ArrayList<>()).add(index);
    }
    byResource.forEach((location, indices) -> write(mapping, progress, location, indices));
    return new Answer(progress.outcomes(), Map.of());
  }

  private void write(Mapping mapping, Progress progress, String location, List<Integer> indices) {
    Resource resource = resources.get(location);
    Answers answers =
        new Answers(
            mapping,
            resource,
            new RecordReading(mapping, location, resource, caller),
            new Outcomes(api.errors()));
    Bodies bodies = new Bodies(mapping, hubId);
    SingleCalls singles = new SingleCalls(api, resource, bodies, answers);
    List<Integer> many = new ArrayList<>();
    for (int index : indices) {
      boolean delete = progress.write(index).action() == Write.Action.DELETE;
      if (resource.batch() == null || delete) {
        singles.write(progress, index);
      } else {
        many.add(index);
      }
    }
    if (many.size() == 1) {
      singles.write(progress, many.get(0));
    } else if (!many.isEmpty()) {
      new BatchCalls(api, resource, bodies, answers).write(progress, many);
    }
  }
}
