package io.partnerhub.connector.fulfillment;

import io.partnerhub.connector.Pace;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Metadata;
import io.partnerhub.mapping.Metadata.NativeField;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.system.Answer;
import io.partnerhub.sync.system.CallBudget;
import io.partnerhub.sync.system.Checkpoint;
import io.partnerhub.sync.system.Connector;
import io.partnerhub.sync.system.Edit;
import io.partnerhub.sync.system.News;
import io.partnerhub.sync.system.Page;
import io.partnerhub.sync.system.RowsRead;
import io.partnerhub.sync.system.Source;
import io.partnerhub.sync.system.Sweep;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.ProducerTemplate;

/** A fulfillment API as its connector file describes it; a location is the name of a resource. */
public final class FulfillmentConnector implements Connector {

  /** Five reads of 200 ids and two writes of 500, which many an API takes in one call. */
  private static final int BATCH = 1_000;

  private final Api api;
  private final Definition definition;
  private final Caller caller;
  private final Clock clock;
  private final Changes changes;
  private final Copies copies;
  private final Writes writes;

  /**
   * A connector that has called nothing yet.
   *
   * @param definition what the connector file says
   * @param template sends through the HTTP endpoints that the connector adds to its Camel context
   * @param clock measures the pauses that the API asks for, and how long a token is good
   * @throws IllegalArgumentException when the settings ask for what the definition does not tell
   */
  public FulfillmentConnector(
      FulfillmentSettings settings, Definition definition, ProducerTemplate template, Clock clock) {
    this.definition = definition;
    this.api = new Api(settings, definition, template, clock);
    Map<String, Resource> resources = definition.resources();
    this.caller = new Caller(api, definition.caller());
    this.clock = clock;
    this.changes = new Changes(api, resources, caller);
    this.copies = new Copies(api, resources, caller);
    this.writes = new Writes(api, resources, caller, settings.hubId());
  }

  /**
   * Judges what an operator sets beside a connector file, and calls nothing.
   *
   * @param secrets as for {@link #doorkeeper}; empty where the API does not call the hub
   * @return a sentence for each thing that does not go with the file, without any secret
   */
  public static List<String> misfits(
      FulfillmentSettings settings, Definition definition, Optional<String> secrets) {
    List<String> misfits = new ArrayList<>();
    if (settings.login() instanceof FulfillmentSettings.ClientCredentials) {
      note(misfits, () -> Api.tokenAddress(settings, definition));
    }
    secrets.ifPresent(
        given -> note(misfits, () -> FulfillmentDoorkeeper.signatures(definition, given)));
    return misfits;
  }

  private static void note(List<String> misfits, Runnable check) {
    try {
      check.run();
    } catch (IllegalArgumentException e) {
      misfits.add(e.getMessage());
    }
  }

  @Override
  public SystemName system() {
    return SystemName.FULFILLMENT;
  }

  /**
   * Takes the API's calls.
   *
   * @param secrets by which they are signed: one, or several parted by spaces
   * @throws IllegalArgumentException when the connector file does not say how the API calls, or a
   *     secret is none
   */
  public FulfillmentDoorkeeper doorkeeper(String secrets) {
    return new FulfillmentDoorkeeper(definition, secrets, caller::is, clock);
  }

  /** What lets its calls through. */
  public Pace pace() {
    return api.pace();
  }

  @Override
  public Optional<CallBudget> calls() {
    return Optional.of(api.pace().budget());
  }

  /** What the connector file declares; the API itself is not asked. */
  @Override
  public List<Metadata> metadata(Mapping mapping) {
    List<Metadata> found = new ArrayList<>();
    for (String location : locations(mapping)) {
      Resource resource = definition.resources().get(location);
      if (resource != null) {
        Map<String, NativeField> fields = new LinkedHashMap<>();
        resource.fields().forEach((name, field) -> fields.put(name, field.describe()));
        found.add(new Metadata(SystemName.FULFILLMENT, location, resource.title(), fields));
      }
    }
    return found;
  }

  /** Its file may be older than what the API takes; but whether a key is taken its list tells. */
  @Override
  public boolean describes(Outcome.Reason reason) {
    return reason.kind() == ReasonClass.DUPLICATE;
  }

  /** Only its list can tell whether a source has news. */
  @Override
  public List<News> news(List<Source> sources, Instant now) {
    return sources.stream().<News>map(source -> new News.Perhaps()).toList();
  }

  @Override
  public Page changes(Mapping mapping, Checkpoint from, String cursor, Instant now) {
    return changes.next(mapping, from, cursor, now);
  }

  /** Never needed: a cursor shows every change, and the overlap covers late stamps. */
  @Override
  public Optional<Page> secondPass(Mapping mapping, Checkpoint from, String cursor, Instant now) {
    return Optional.empty();
  }

  /** Empty where pages are numbered: records move between them while they are read. */
  @Override
  public Optional<Sweep> sweep(Mapping mapping, String source) {
    return changes.sweep(mapping, source);
  }

  @Override
  public RowsRead read(Mapping mapping, Collection<NativeId> ids) {
    return copies.read(mapping, ids);
  }

  @Override
  public List<Observation> find(Mapping mapping, Collection<String> keys) {
    return copies.find(mapping, keys);
  }

  @Override
  public Answer write(Mapping mapping, List<Write> due, Instant sendBefore) {
    return api.pace().until(sendBefore, () -> writes.write(mapping, due));
  }

  /** Nothing: versions keep edits from being overwritten, so that no history is looked at. */
  @Override
  public Map<String, List<Edit>> history(
      Mapping mapping, NativeId id, Set<String> fields, Instant since) {
    return Map.of();
  }

  @Override
  public int batchSize() {
    return BATCH;
  }

  private static Set<String> locations(Mapping mapping) {
    return mapping.side(SystemName.FULFILLMENT).placement().locations();
  }
}
