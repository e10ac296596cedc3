package io.partnerhub.connector.smartsheet;

import io.partnerhub.connector.Pace;
import io.partnerhub.intake.WebhookControl;
import io.partnerhub.mapping.Fault;
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
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.camel.ProducerTemplate;

/** Smartsheet: one row of a sheet is one copy of a record; a location is a sheet's id as text. */
public final class SmartsheetConnector implements Connector, WebhookControl {

  /** Five full reads by ids and four full writes: the least that fills both kinds of calls. */
  private static final int BATCH = 2_000;

  private final Api api;
  private final Layouts layouts;
  private final Fills fills = new Fills();
  private final Outlines outlines = new Outlines();
  private final Glance glance;
  private final Changes changes;
  private final Sweeps sweeps;
  private final RowReads reads;
  private final Histories histories;
  private final Writes writes;
  private final Clock clock;
  private final Optional<Callbacks> callbacks;
  private final Optional<SmartsheetDoorkeeper> doorkeeper;
  private volatile Webhooks webhooks;

  /**
   * A connector that has called nothing yet.
   *
   * @param template sends through the HTTP endpoint that the connector adds to its Camel context
   * @param clock measures the pause that the service asks for
   */
  SmartsheetConnector(SmartsheetSettings settings, ProducerTemplate template, Clock clock) {
    this(settings, template, clock, Optional.empty(), place -> List.of());
  }

  /**
   * A connector that Smartsheet calls.
   *
   * @param callbacks empty for one that only polls
   * @param fit what of a sheet cannot hold what is mapped to it; asked again when its columns are
   *     found to be others
   */
  public SmartsheetConnector(
      SmartsheetSettings settings,
      ProducerTemplate template,
      Clock clock,
      Optional<Callbacks> callbacks,
      Function<Metadata, List<Fault>> fit) {
    this(
        settings,
        template,
        clock,
        Pace.perMinute("Smartsheet", settings.requestsPerMinute(), clock),
        callbacks,
        fit);
  }

  /**
   * A connector with a pace of its own.
   *
   * @param pace lets its calls through
   */
  SmartsheetConnector(
      SmartsheetSettings settings, ProducerTemplate template, Clock clock, Pace pace) {
    this(settings, template, clock, pace, Optional.empty(), place -> List.of());
  }

  private SmartsheetConnector(
      SmartsheetSettings settings,
      ProducerTemplate template,
      Clock clock,
      Pace pace,
      Optional<Callbacks> callbacks,
      Function<Metadata, List<Fault>> fit) {
    this.clock = clock;
    this.callbacks = callbacks;
    this.doorkeeper =
        callbacks.map(c -> new SmartsheetDoorkeeper(c.subscriptions(), settings.hubId(), clock));
    this.api = new Api(settings, template, pace);
    OwnUser own = new OwnUser(api);
    this.layouts = new Layouts(api, fills, fit);
    Sheets sheets = new Sheets(api, layouts, fills);
    OwnVersions versions = new OwnVersions();
    this.glance = new Glance(api, versions, outlines);
    this.changes = new Changes(sheets, outlines, own, settings);
    this.sweeps = new Sweeps(sheets, outlines, settings.rowsPerPage());
    this.reads = new RowReads(sheets, sweeps, outlines, own, versions);
    this.histories = new Histories(api, layouts, own);
    Headings headings = new Headings(sheets, sweeps, clock, settings.timeout());
    this.writes =
        new Writes(
            api,
            sheets,
            layouts,
            fills,
            new SheetLocks(settings.timeout()),
            versions,
            outlines,
            headings);
  }

  @Override
  public SystemName system() {
    return SystemName.SMARTSHEET;
  }

  /** What lets its calls through. */
  public Pace pace() {
    return api.pace();
  }

  @Override
  public Optional<CallBudget> calls() {
    return Optional.of(api.pace().budget());
  }

  /** How full each sheet was when it was last read or written, by its id. */
  Map<String, SheetFill> fills() {
    return fills.all();
  }

  @Override
  public List<Metadata> metadata(Mapping mapping) {
    return layouts.describe(mapping.side(system()).placement().locations());
  }

  @Override
  public boolean describes(Outcome.Reason reason) {
    return ErrorCodes.isDescribed(reason);
  }

  @Override
  public List<News> news(List<Source> sources, Instant now) {
    return glance.at(sources.stream().map(Source::from).toList());
  }

  @Override
  public Page changes(Mapping mapping, Checkpoint from, String cursor, Instant now) {
    return changes.next(mapping, from, cursor, now);
  }

  /** Never needed: a sheet's version shows every change, and the overlap covers late stamps. */
  @Override
  public Optional<Page> secondPass(Mapping mapping, Checkpoint from, String cursor, Instant now) {
    return Optional.empty();
  }

  @Override
  public Optional<Sweep> sweep(Mapping mapping, String source) {
    return sweeps.unbroken(mapping, source);
  }

  /** A row that is certainly gone has no stamp: Smartsheet does not say when it went. */
  @Override
  public RowsRead read(Mapping mapping, Collection<NativeId> ids) {
    return reads.read(mapping, ids);
  }

  @Override
  public List<Observation> find(Mapping mapping, Collection<String> keys) {
    return reads.find(mapping, keys);
  }

  /** A move takes its fields along in a second call; give it none to move the row as it is. */
  @Override
  public Answer write(Mapping mapping, List<Write> due, Instant sendBefore) {
    return api.pace().until(sendBefore, () -> writes.write(mapping, due));
  }

  @Override
  public Map<String, List<Edit>> history(
      Mapping mapping, NativeId id, Set<String> fields, Instant since) {
    return histories.read(mapping, id, fields, since);
  }

  @Override
  public Listening listening(List<Mapping> mappings, Inbox inbox, Runnable wake) {
    if (callbacks.isEmpty()) {
      return Listening.NONE;
    }
    SmartsheetDoorkeeper keeper = doorkeeper.orElseThrow();
    webhooks = new Webhooks(api, layouts, mappings, callbacks.get(), keeper, inbox, wake, clock);
    return webhooks;
  }

  /** Takes Smartsheet's callbacks; empty where it makes none. */
  public Optional<SmartsheetDoorkeeper> doorkeeper() {
    return doorkeeper;
  }

  @Override
  public List<Standing> standings() {
    return webhooks == null ? List.of() : webhooks.standings();
  }

  @Override
  public int renewSecrets() {
    return webhooks == null ? 0 : webhooks.renewSecrets();
  }

  @Override
  public int batchSize() {
    return BATCH;
  }

  /** Beneath headings, each of them has calls of its own. */
  @Override
  public int callSize(Mapping mapping) {
    return Outlines.isGrouped(mapping) ? BATCH : RowWrites.ROWS_A_CALL;
  }

  @Override
  public int enoughForNews() {
    return RowReads.IDS_A_CALL + 1;
  }
}
