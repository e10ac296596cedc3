package io.partnerhub.sandbox.salesforce;

import io.partnerhub.sandbox.sim.SimAnswer;
import java.util.Map;

/** Finds the endpoint for a call below {@code /services/data/vNN.0}. */
final class RestApi {

  private final OrgState org;
  private final SObjectsEndpoint sobjects;
  private final CollectionsEndpoint collections;
  private final UpsertCollectionEndpoint upserts;
  private final RetrieveEndpoint retrieve;
  private final CompositeEndpoint composite;

  RestApi(OrgState org) {
    Database database = org.database();
    this.org = org;
    this.sobjects = new SObjectsEndpoint(database, org.writer());
    this.collections = new CollectionsEndpoint(database, org.writer());
    this.upserts = new UpsertCollectionEndpoint(database, org.writer());
    this.retrieve = new RetrieveEndpoint(database);
    this.composite = new CompositeEndpoint(database, this::answer);
  }

  /** Answers a call, an error as the API words it. */
  SimAnswer answer(ApiRequest request) {
    int mark = org.database().mark();
    try {
      return route(request);
    } catch (ApiError e) {
      org.database().rollback(mark);
      return e.answer();
    }
  }

  private SimAnswer route(ApiRequest request) {
    return switch (request.segment(0)) {
      case "" -> resources(request);
      case "query", "queryAll" -> org.queries().answer(request);
      case "sobjects" -> sobjects.answer(request);
      case "composite" -> composite(request);
      case "limits" -> limits();
      default -> throw ApiError.notFound();
    };
  }

  private SimAnswer composite(ApiRequest request) {
    if (request.path().size() == 1) {
      return composite.answer(request);
    }
    if (!request.segment(1).equals("sobjects")) {
      throw ApiError.notFound();
    }
    switch (request.path().size()) {
      case 2:
        return collections.answer(request);
      case 3:
        return retrieve.answer(request, Records.type(org.database(), request.segment(2)));
      case 4:
        SObjectType type = Records.type(org.database(), request.segment(2));
        return upserts.answer(request, type, Records.externalId(type, request.segment(3)));
      default:
        throw ApiError.notFound();
    }
  }

  private static SimAnswer resources(ApiRequest request) {
    String base = "/services/data/" + request.version() + "/";
    return SimAnswer.json(
        200,
        Map.of(
            "composite", base + "composite",
            "limits", base + "limits",
            "query", base + "query",
            "queryAll", base + "queryAll",
            "sobjects", base + "sobjects"));
  }

  private SimAnswer limits() {
    return SimAnswer.json(
        200,
        Map.of(
            "DailyApiRequests",
            Map.of("Max", org.usage().most(), "Remaining", org.usage().left()),
            "DailyBulkV2QueryJobs",
            Map.of("Max", 10_000, "Remaining", 10_000)));
  }
}
