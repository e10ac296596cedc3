package io.partnerhub.connector.salesforce;

import io.partnerhub.connector.Pace;
import io.partnerhub.intake.Doorkeeper;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Metadata;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.system.Answer;
import io.partnerhub.sync.system.CallBudget;
import io.partnerhub.sync.system.Checkpoint;
import io.partnerhub.sync.system.Connector;
import io.partnerhub.sync.system.Edit;
import io.partnerhub.sync.system.Inbox;
import io.partnerhub.sync.system.Listening;
import io.partnerhub.sync.system.News;
import io.partnerhub.sync.system.Page;
import io.partnerhub.sync.system.RowsRead;
import io.partnerhub.sync.system.Source;
import io.partnerhub.sync.system.Sweep;
import io.partnerhub.sync.system.Urgency;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.salesforce.SalesforceComponent;

/** Salesforce, through Camel's Salesforce endpoints with maps and raw payloads. */
public final class SalesforceConnector implements Connector {

  private final SalesforceApi api;
  private final Describer describer;
  private final ChangeReader changes;
  private final Glance glance;
  private final CopyReader copies;
  private final BatchWriter writer;
  private final SalesforceComponent component;
  private final HubUser hubUser;
  private final Optional<EventSettings> events;
  private final Clock clock;

  /**
   * @param component of {@link SalesforceComponents}, added to the producer's context as {@code
   *     salesforce}
   * @param clock measures the 24 hours of its calls
   * @param events where Salesforce tells of changes; empty to poll alone
   */
  public SalesforceConnector(
      SalesforceSettings settings,
      SalesforceComponent component,
      ProducerTemplate producer,
      Clock clock,
      Optional<EventSettings> events) {
    this.component = component;
    this.events = events;
    this.clock = clock;
    this.api = new SalesforceApi(component, producer, settings, clock);
    Queries queries = new Queries(api);
    this.hubUser = new HubUser(api::identityUrl);
    Observer observer = new Observer(hubUser);
    CompositeQueries together = new CompositeQueries(api);
    this.describer = new Describer(api);
    this.changes = new ChangeReader(settings, queries, observer);
    this.glance = new Glance(changes, together);
    this.copies = new CopyReader(api, queries, together, observer);
    this.writer = new BatchWriter(api, describer);
  }

  /** Calls of the org in the last 24 hours as of the last answer; null until one told. */
  public ApiUsage usage() {
    return api.allocation().usage();
  }

  /** Takes the org's Outbound Messages at the door. */
  public Doorkeeper outboundMessages() {
    return new OutboundMessages(hubUser);
  }

  /** Tasks for people, made by the same calls. */
  public OwnerTasks ownerTasks() {
    return new OwnerTasks(api);
  }

  /** What lets its calls through. */
  public Pace pace() {
    return api.pace();
  }

  @Override
  public Optional<CallBudget> calls() {
    return Optional.ofNullable(usage())
        .map(usage -> new CallBudget(usage.used(), usage.max(), Duration.ofHours(24)));
  }

  /** The org's calls, beside the hub's own budget. */
  @Override
  public Optional<Instant> spentUntil(Urgency urgency) {
    return api.allocation().spentUntil();
  }

  @Override
  public SystemName system() {
    return SystemName.SALESFORCE;
  }

  @Override
  public List<Metadata> metadata(Mapping mapping) {
    return objects(mapping).stream()
        .map(object -> describer.describe(object, mapping))
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public boolean describes(Outcome.Reason reason) {
    return ErrorCode.isDescribed(reason);
  }

  /** Not every account is a partner. */
  @Override
  public boolean holdsOthers() {
    return true;
  }

  /** Asking whether there is news costs as much as asking for it. */
  @Override
  public List<News> news(List<Source> sources, Instant now) {
    return glance.at(sources, now);
  }

  @Override
  public Page changes(Mapping mapping, Checkpoint from, String cursor, Instant now) {
    return changes.changes(mapping, from, cursor, now);
  }

  @Override
  public Optional<Page> secondPass(Mapping mapping, Checkpoint from, String cursor, Instant now) {
    return changes.secondPass(mapping, from, cursor, now);
  }

  /** Salesforce reports deletes. */
  @Override
  public Optional<Sweep> sweep(Mapping mapping, String source) {
    return Optional.empty();
  }

  @Override
  public RowsRead read(Mapping mapping, Collection<NativeId> ids) {
    return new RowsRead(copies.byId(mapping, ids), Map.of());
  }

  @Override
  public List<Observation> find(Mapping mapping, Collection<String> keys) {
    return copies.byKey(mapping, keys);
  }

  @Override
  public Answer write(Mapping mapping, List<Write> writes, Instant sendBefore) {
    return api.pace().until(sendBefore, () -> writer.write(mapping, writes));
  }

  @Override
  public Map<String, List<Edit>> history(
      Mapping mapping, NativeId id, Set<String> fields, Instant since) {
    return Map.of();
  }

  @Override
  public boolean tellsEdits() {
    return events.isPresent();
  }

  @Override
  public Listening listening(List<Mapping> mappings, Inbox inbox, Runnable wake) {
    return events
        .<Listening>map(
            set ->
                new ChangeEvents(
                    set,
                    new EventLogin(component::getSession),
                    new EventHints(mappings, hubUser),
                    inbox,
                    wake,
                    clock))
        .orElse(Listening.NONE);
  }

  @Override
  public int callSize(Mapping mapping) {
    return PendingCalls.MOST_GROUPS * WriteGroup.MOST_ROWS;
  }

  @Override
  public int batchSize() {
    return CopyReader.MOST_IDS;
  }

  private static Set<String> objects(Mapping mapping) {
    return mapping.side(SystemName.SALESFORCE).placement().locations();
  }
}
