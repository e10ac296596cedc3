package io.partnerhub.connector.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.connector.salesforce.CollectionAnswer.Result;
import java.util.HashMap;
import java.util.Map;

/** What a composite call came to, group by group; always answered with status 200. */
final class CompositeAnswer {

  private final Map<String, JsonNode> byReference = new HashMap<>();
  private final CollectionAnswer collection;

  CompositeAnswer(JsonNode answer, CollectionAnswer collection) throws UnusableAnswer {
    this.collection = collection;
    if (!answer.path("compositeResponse").isArray()) {
      throw AnswerJson.unexpected("a composite answer without compositeResponse");
    }
    for (JsonNode part : answer.path("compositeResponse")) {
      byReference.put(part.path("referenceId").asText(), part);
    }
  }

  Result of(WriteGroup group, String reference) {
    JsonNode part = byReference.get(reference);
    return part == null
        ? CollectionAnswer.unknown(group, "the answer leaves out a part of the call")
        : collection.of(group, part.path("httpStatusCode").asInt(), part.path("body"));
  }
}
