package io.partnerhub.sandbox.salesforce;

import io.partnerhub.sandbox.sim.SimAnswer;
import java.util.List;
import java.util.Map;

/** Answers everything below {@code sobjects}. */
final class SObjectsEndpoint {

  private final Database database;
  private final RowEndpoint rows;
  private final UpsertEndpoint upserts;

  SObjectsEndpoint(Database database, RecordWriter writer) {
    this.database = database;
    this.rows = new RowEndpoint(database, writer);
    this.upserts = new UpsertEndpoint(database, writer, rows);
  }

  SimAnswer answer(ApiRequest request) {
    if (request.path().size() == 1) {
      return list(request);
    }
    SObjectType type = Records.type(database, request.segment(1));
    try {
      return switch (request.path().size()) {
        case 2 -> object(request, type);
        case 3 -> member(request, type);
        case 4 -> {
          Field key = Records.externalId(type, request.segment(2));
          yield upserts.answer(request, type, key, request.segment(3));
        }
        default -> throw ApiError.notFound();
      };
    } catch (RowRefused e) {
      throw ApiError.of(e);
    }
  }

  private SimAnswer list(ApiRequest request) {
    onlyGet(request);
    List<Map<String, Object>> types =
        database.schema().types().stream().map(t -> Describe.brief(t, request.version())).toList();
    return SimAnswer.json(200, Map.of("encoding", "UTF-8", "maxBatchSize", 200, "sobjects", types));
  }

  private SimAnswer object(ApiRequest request, SObjectType type) throws RowRefused {
    if (request.method().equals("POST")) {
      return rows.create(request, type);
    }
    onlyGet(request);
    return SimAnswer.json(
        200,
        Map.of(
            "objectDescribe", Describe.brief(type, request.version()), "recentItems", List.of()));
  }

  private SimAnswer member(ApiRequest request, SObjectType type) throws RowRefused {
    if (request.segment(2).equals("describe")) {
      onlyGet(request);
      return SimAnswer.json(200, Describe.full(type, request.version()));
    }
    return rows.answer(request, type, rows.live(type, request.segment(2)));
  }

  private static void onlyGet(ApiRequest request) {
    if (!request.method().equals("GET")) {
      throw request.wrongMethod();
    }
  }
}
