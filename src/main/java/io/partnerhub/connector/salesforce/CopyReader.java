package io.partnerhub.connector.salesforce;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.partnerhub.connector.Batches;
import io.partnerhub.connector.salesforce.CompositeQueries.Part;
import io.partnerhub.connector.salesforce.Queries.Rows;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.system.SystemUnavailable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads copies by their ids or business keys. */
final class CopyReader {

  /** Most ids that Salesforce takes in one retrieve call. */
  static final int MOST_IDS = 2_000;

  /** A fifth of that: an id takes 27 bytes of an address that may have 16,384. */
  private static final int MOST_IDS_A_QUERY = MOST_IDS / CompositeQueries.MOST;

  private final SalesforceApi api;
  private final Reads reads;
  private final Queries queries;
  private final CompositeQueries together;
  private final Observer observer;

  CopyReader(SalesforceApi api, Queries queries, CompositeQueries together, Observer observer) {
    this.api = api;
    this.reads = new Reads(api);
    this.queries = queries;
    this.together = together;
    this.observer = observer;
  }

  List<Observation> byId(Mapping mapping, Collection<NativeId> ids) {
    Map<String, Set<String>> byObject = new TreeMap<>();
    for (NativeId id : ids) {
      // One malformed id would make Salesforce refuse the query for all the others.
      if (SalesforceId.isId(id.id())) {
        byObject
            .computeIfAbsent(id.location(), object -> new LinkedHashSet<>())
            .add(SalesforceId.widen(id.id()));
      }
    }
    List<Observation> found = new ArrayList<>();
    byObject.forEach((object, some) -> found.addAll(ofObject(mapping, object, some)));
    return found;
  }

  /** Live copies with one of these business keys, in any object of the mapping. */
  List<Observation> byKey(Mapping mapping, Collection<String> keys) {
    String keyField = mapping.field(mapping.key()).names().get(SystemName.SALESFORCE);
    List<Observation> found = new ArrayList<>();
    for (String object : mapping.side(SystemName.SALESFORCE).placement().locations()) {
      found.addAll(in(mapping, object, false, keyField, new TreeSet<>(keys)));
    }
    return found;
  }

  private List<Observation> ofObject(Mapping mapping, String object, Set<String> ids) {
    if (!ParentPath.in(mapping).isEmpty()) {
      return withParents(mapping, object, ids);
    }
    List<Observation> found = new ArrayList<>();
    for (List<String> some : Batches.of(List.copyOf(ids), MOST_IDS)) {
      found.addAll(retrieve(mapping, object, some));
    }
    Set<String> missing = new LinkedHashSet<>(ids);
    found.forEach(row -> missing.remove(row.id().id()));
    found.addAll(in(mapping, object, true, "Id", missing));
    return found;
  }

  /** Retrieving by ids gives no field of a parent, so five queries go in one call instead. */
  private List<Observation> withParents(Mapping mapping, String object, Set<String> ids) {
    String select = Soql.select(observer.queryFields(mapping), object);
    List<String> paths = new ArrayList<>();
    for (List<String> some : Batches.of(List.copyOf(ids), MOST_IDS_A_QUERY)) {
      paths.addAll(Soql.in(queries.resource(true), select, "Id", some));
    }
    List<Observation> found = new ArrayList<>();
    for (Part part : together.run(paths)) {
      if (part instanceof Part.Refused refused) {
        throw new SystemUnavailable(refused.why(), null, null);
      }
      found.addAll(rows(mapping, object, ((Part.Answered) part).rows()));
    }
    return found;
  }

  private List<Observation> rows(Mapping mapping, String object, Rows<NativeRecord> rows) {
    List<Observation> found = new ArrayList<>();
    try {
      for (NativeRecord row : rows.rows()) {
        found.add(observer.observe(mapping, object, row));
      }
    } catch (UnusableAnswer e) {
      throw new SystemUnavailable(e.reason(), null, e);
    }
    if (rows.next() != null) {
      found.addAll(queries.all(rows.next(), row -> observer.observe(mapping, object, row)));
    }
    return found;
  }

  private List<Observation> retrieve(Mapping mapping, String object, List<String> ids) {
    String path = api.path("composite/sobjects/" + object);
    return reads.post(
        path, body(ids, observer.fields(mapping)), parser -> rows(parser, mapping, object));
  }

  private List<Observation> in(
      Mapping mapping, String object, boolean deletedToo, String field, Collection<String> values) {
    String select = Soql.select(observer.queryFields(mapping), object);
    List<Observation> found = new ArrayList<>();
    for (String path : Soql.in(queries.resource(deletedToo), select, field, values)) {
      found.addAll(queries.all(path, row -> observer.observe(mapping, object, row)));
    }
    return found;
  }

  /** Rows come in the order of the ids, with null for one that is deleted or hidden. */
  private List<Observation> rows(JsonParser parser, Mapping mapping, String object)
      throws IOException, UnusableAnswer {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      throw AnswerJson.unexpected("a retrieve answer that is no list");
    }
    List<Observation> found = new ArrayList<>();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      switch (t) {
        case START_OBJECT ->
            found.add(observer.observe(mapping, object, NativeRecord.read(parser)));
        case VALUE_NULL -> {}
        default -> throw AnswerJson.unexpected("a retrieve answer with " + t);
      }
    }
    return found;
  }

  private static byte[] body(Collection<String> ids, Collection<String> fields) {
    return JsonBody.write(
        json -> {
          json.writeStartObject();
          writeTexts(json, "ids", ids);
          writeTexts(json, "fields", fields);
          json.writeEndObject();
        });
  }

  private static void writeTexts(JsonGenerator json, String name, Collection<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
