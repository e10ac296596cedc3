package io.partnerhub.connector;

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
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A connector whose calls are each made with the urgency of what they are for. */
public final class Ranked implements Connector {

  private final Connector connector;
  private final Pace pace;

  /**
   * @param pace of the connector's own calls
   */
  public Ranked(Connector connector, Pace pace) {
    this.connector = connector;
    this.pace = pace;
  }

  /** No call follows: what was used of the budget is kept. */
  public void settle() {
    pace.settle();
  }

  @Override
  public SystemName system() {
    return connector.system();
  }

  @Override
  public List<Metadata> metadata(Mapping mapping) {
    return pace.during(Urgency.NEWS, () -> connector.metadata(mapping));
  }

  @Override
  public boolean describes(Outcome.Reason reason) {
    return connector.describes(reason);
  }

  @Override
  public List<News> news(List<Source> sources, Instant now) {
    return pace.during(Urgency.NEWS, () -> connector.news(sources, now));
  }

  @Override
  public Page changes(Mapping mapping, Checkpoint from, String cursor, Instant now) {
    return pace.during(
        from.complete() ? Urgency.NEWS : Urgency.BULK,
        () -> connector.changes(mapping, from, cursor, now));
  }

  @Override
  public Optional<Page> secondPass(Mapping mapping, Checkpoint from, String cursor, Instant now) {
    return pace.during(Urgency.BULK, () -> connector.secondPass(mapping, from, cursor, now));
  }

  @Override
  public Optional<Sweep> sweep(Mapping mapping, String source) {
    return pace.during(Urgency.BULK, () -> connector.sweep(mapping, source));
  }

  @Override
  public RowsRead read(Mapping mapping, Collection<NativeId> ids) {
    return pace.during(Urgency.CHANGE, () -> connector.read(mapping, ids));
  }

  @Override
  public List<Observation> find(Mapping mapping, Collection<String> keys) {
    return pace.during(Urgency.NEWS, () -> connector.find(mapping, keys));
  }

  @Override
  public Answer write(Mapping mapping, List<Write> writes, Instant sendBefore) {
    return pace.during(urgency(writes), () -> connector.write(mapping, writes, sendBefore));
  }

  /** One copy that exists makes its whole call urgent. */
  private static Urgency urgency(List<Write> writes) {
    return writes.stream().allMatch(w -> w.action() == Write.Action.ADD)
        ? Urgency.BULK
        : Urgency.CHANGE;
  }

  @Override
  public Map<String, List<Edit>> history(
      Mapping mapping, NativeId id, Set<String> fields, Instant since) {
    return pace.during(Urgency.NEWS, () -> connector.history(mapping, id, fields, since));
  }

  @Override
  public int batchSize() {
    return connector.batchSize();
  }

  @Override
  public int callSize(Mapping mapping) {
    return connector.callSize(mapping);
  }

  @Override
  public int enoughForNews() {
    return connector.enoughForNews();
  }

  @Override
  public Optional<CallBudget> calls() {
    return connector.calls();
  }

  @Override
  public Optional<CallBudget> budget() {
    return Optional.of(pace.budget());
  }

  @Override
  public Optional<Instant> spentUntil(Urgency urgency) {
    return Stream.of(pace.spentUntil(urgency), connector.spentUntil(urgency))
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder());
  }

  @Override
  public boolean holdsOthers() {
    return connector.holdsOthers();
  }

  @Override
  public boolean tellsEdits() {
    return connector.tellsEdits();
  }

  @Override
  public Listening listening(List<Mapping> mappings, Inbox inbox, Runnable wake) {
    return connector.listening(mappings, inbox, wake);
  }
}
