package io.partnerhub.sync;

import io.partnerhub.mapping.Conversion;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Kind;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Metadata;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sync.system.Answer;
import io.partnerhub.sync.system.Checkpoint;
import io.partnerhub.sync.system.Connector;
import io.partnerhub.sync.system.Edit;
import io.partnerhub.sync.system.News;
import io.partnerhub.sync.system.Page;
import io.partnerhub.sync.system.RowsRead;
import io.partnerhub.sync.system.Source;
import io.partnerhub.sync.system.Sweep;
import io.partnerhub.sync.system.SystemUnavailable;
import io.partnerhub.sync.system.ToldEdit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * A system in memory with the properties that the facts give the real ones: whole-second stamps,
 * commits behind the stamp, deletes that a sheet's poll does not show, versions, answers that get
 * lost and calls that land late.
 */
public class FakeSystem implements Connector {

  private static final Duration OVERLAP = Duration.ofSeconds(2);
  private static final Duration LATEST_LANDING = Duration.ofSeconds(50);

  private static final int BATCH = 100;

  private static final Outcome NOT_SENT =
      new Outcome.RetryLater(
          new Outcome.Reason(ReasonClass.RATE_LIMIT, "NOT_SENT", "the calls took too long"), null);

  /** What happens to the next write call. */
  private static final Outcome LOCKED =
      new Outcome.RetryLater(
          new Outcome.Reason(ReasonClass.CONFLICT, "LOCKED", "somebody else has it").alone(), null);

  private static final Outcome LEFT_OUT =
      new Outcome.Unknown(
          new Outcome.Reason(ReasonClass.PARSE, "LEFT_OUT", "the answer lacks it").alone());

  /** After these nobody knows what a call did. */
  private static final Set<Fault> LOST =
      EnumSet.of(Fault.NO_EFFECT_NO_ANSWER, Fault.EFFECT_NO_ANSWER, Fault.LANDS_LATER);

  public enum Fault {
    NO_EFFECT_NO_ANSWER,
    EFFECT_NO_ANSWER,
    LANDS_LATER,
    /** Nothing is done now, and the system says so. */
    PUT_OFF,
    /** Somebody else has every second of the copies. */
    LOCKED_COPIES,
    /** Of every second copy the answer does not tell whether it was written. */
    COPIES_LEFT_OUT
  }

  private static final class Row {
    final String id;
    final String place;
    final boolean byHub;
    final Map<String, String> fields = new LinkedHashMap<>();
    final Map<String, List<Change>> history = new LinkedHashMap<>();
    final Map<String, String> parents = new LinkedHashMap<>();
    long deletedAt;
    long changedAt;
    Instant stamp;
    boolean changedByHub;
    boolean deleted;

    Row(String id, String place, boolean byHub) {
      this.id = id;
      this.place = place;
      this.byHub = byHub;
    }
  }

  /**
   * One value that a field got.
   *
   * @param seq order of all changes here
   * @param sawUntil for the hub's: the last change that its read before this write could see
   */
  record Change(Edit edit, long seq, long sawUntil) {}

  /** The last change before a worker's last look at the values it writes, and at all rows. */
  private record Saw(long values, long rows) {}

  private final List<Long> effects = new ArrayList<>();

  private record Pending(Instant at, Row row, Runnable commit) {}

  private final SystemName name;
  private final boolean sheet;

  /** Takes an update only of the version that was read, as an API with If-Match does. */
  private final boolean refusesStale;

  private final Clock clock;
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final List<Pending> pending = new ArrayList<>();
  private final Map<String, Integer> longest = new LinkedHashMap<>();
  private final Map<String, UnaryOperator<String>> renderings = new LinkedHashMap<>();
  private final Map<String, UnaryOperator<String>> automations = new LinkedHashMap<>();
  private final Set<String> hidden = new TreeSet<>();
  private final Map<String, FakeSystem> lookups = new LinkedHashMap<>();
  private final Map<String, Predicate<String>> refusals = new LinkedHashMap<>();
  private final Map<String, String> titles = new LinkedHashMap<>();
  private String unfit;
  private Mapping readBy;
  private Predicate<String> noValue = text -> false;
  private final Deque<Fault> faults = new ArrayDeque<>();
  private volatile boolean failsNextRead;
  private final Map<String, String> above = new HashMap<>();
  private final Map<NativeId, NativeId> along = new HashMap<>();
  private int batchSize = BATCH;
  private int callSize = BATCH;
  private final List<Pending> late = new ArrayList<>();
  private final ThreadLocal<Long> sawUntil = ThreadLocal.withInitial(() -> 0L);
  private final ThreadLocal<Long> sawRowsUntil = ThreadLocal.withInitial(() -> 0L);
  private Function<Write, Outcome> refusal = write -> null;
  private Consumer<String> pause = call -> {};
  private Runnable afterNextRead = () -> {};
  private Runnable beforeNextEffect = () -> {};
  private Runnable afterNextEffect = () -> {};
  private Runnable afterNextRecord = () -> {};
  private Runnable betweenSweepPages = () -> {};
  private Runnable afterNextSweep = () -> {};
  private int pageSize = Integer.MAX_VALUE / 2;
  private Page answer;
  private Instant answerBegun;
  private boolean keepsCursors;
  private long version = 1;
  private final NavigableSet<Long> ownVersions = new ConcurrentSkipListSet<>();
  private final AtomicLong reads = new AtomicLong();
  private final Map<NativeId, Set<String>> tags = new ConcurrentHashMap<>();
  private final Deque<List<ToldEdit>> untold = new ArrayDeque<>();
  private RecordType tells;
  private boolean tellsTimes = true;
  private int next = 1;
  private final AtomicInteger writers = new AtomicInteger();
  private int written;
  private int valuesRefused;
  private int asked;
  private int described;
  private long seq;

  public FakeSystem(SystemName name, boolean sheet, Clock clock) {
    this.name = name;
    this.sheet = sheet;
    this.refusesStale = !sheet && name.equals(SystemName.FULFILLMENT);
    this.clock = clock;
  }

  /** From now on events tell of what is changed here. */
  void tells(RecordType type) {
    tells = type;
  }

  /** The next event that nobody was told of; empty when there is none. */
  Optional<List<ToldEdit>> nextEvent() {
    return Optional.ofNullable(untold.poll());
  }

  /** From now on it does not tell when a copy was changed. */
  void tellsNoTimes() {
    tellsTimes = false;
  }

  /** From now on it refuses longer values of a field. */
  void takesAtMost(int characters, String field) {
    longest.put(field, characters);
  }

  // ---- what people do there

  String create(Map<String, String> fields) {
    return insert(name.value(), fields, false);
  }

  String createIn(String place, Map<String, String> fields) {
    return insert(place, fields, false);
  }

  void edit(String id, String field, String value) {
    put(rows.get(id), Map.of(field, Optional.ofNullable(value)), clock.instant(), false);
  }

  void editVisibleAfter(Duration lag, String id, String field, String value) {
    Instant stamp = clock.instant();
    Row row = rows.get(id);
    pending.add(
        new Pending(
            stamp.plus(lag),
            row,
            () -> put(row, Map.of(field, Optional.ofNullable(value)), stamp, false)));
  }

  String copy(String id) {
    return insert(rows.get(id).place, rows.get(id).fields, false);
  }

  void delete(String id) {
    Row row = rows.get(id);
    remove(row);
    row.changedByHub = false;
  }

  /** Somebody indents a row below another. */
  void indent(String id, String below) {
    above.put(id, below);
  }

  void undelete(String id) {
    Row row = rows.get(id);
    row.deleted = false;
    row.stamp = seconds(clock.instant());
    row.changedByHub = false;
    version++;
  }

  /** From now on no read shows it to the hub, nor says that it was deleted. */
  void hide(String id) {
    hidden.add(id);
  }

  void showAgain(String id) {
    hidden.remove(id);
  }

  String get(String id, String field) {
    return rows.get(id).fields.get(field);
  }

  /** What a reader sees, parents' keys included. */
  String shows(String id, String field) {
    return values(rows.get(id)).get(field);
  }

  List<String> liveIds() {
    return rows.values().stream().filter(r -> !r.deleted).map(r -> r.id).toList();
  }

  /** Those in a place; people put all into the one that has the system's name. */
  List<String> liveIn(String place) {
    return liveIds().stream().filter(id -> rows.get(id).place.equals(place)).toList();
  }

  List<String> liveWith(String field, String value) {
    return liveIds().stream().filter(id -> value.equals(get(id, field))).toList();
  }

  /** Every value the field ever had, first to last. */
  List<String> shown(String id, String field) {
    return changes(id, field).stream().map(c -> c.edit().value()).toList();
  }

  List<Change> changes(String id, String field) {
    return rows.get(id).history.getOrDefault(field, List.of());
  }

  List<String> ids() {
    return List.copyOf(rows.keySet());
  }

  boolean isDeleted(String id) {
    return rows.get(id).deleted;
  }

  /** The last change before it was deleted. */
  long deletedAt(String id) {
    return rows.get(id).deletedAt;
  }

  boolean isByHub(String id) {
    return rows.get(id).byHub;
  }

  /** The attempts whose calls took effect, in order. */
  List<Long> effects() {
    return effects;
  }

  int written() {
    return written;
  }

  /** Answers come in pages of so many rows; only for one reader at a time. */
  void pagesOf(int rows) {
    pageSize = rows;
  }

  /** A read that ended in the middle goes on where it was, through what its first page found. */
  void keepsCursors() {
    keepsCursors = true;
  }

  // ---- what goes wrong there

  /** Such a text is no value of any field's kind: people typed something else. */
  void takesForNoValue(Predicate<String> text) {
    noValue = text;
  }

  /** What it holds is read by a mapping, which calls the fields as it does. */
  void isReadBy(Mapping mapping) {
    readBy = mapping;
  }

  /** Copies in this place cannot be read by their ids; null mends it. */
  void cannotRead(String place) {
    unfit = place;
  }

  /** Its people call a field otherwise from now on. */
  void calls(String field, String title) {
    titles.put(field, title);
  }

  void renders(String field, UnaryOperator<String> rendering) {
    renderings.put(field, rendering);
  }

  void automates(String field, UnaryOperator<String> automation) {
    automations.put(field, automation);
  }

  /** The field is a lookup: it shows whatever key the other system's row has now. */
  void looksUp(String field, FakeSystem parents) {
    lookups.put(field, parents);
  }

  /** It takes no such value of a field, from the hub. */
  void refuses(String field, Predicate<String> value) {
    refusals.put(field, value);
  }

  void refusesNoMore(String field) {
    refusals.remove(field);
  }

  /** How many writes it refused for a value. */
  int refused() {
    return valuesRefused;
  }

  /**
   * Until further notice.
   *
   * @param answer what a write comes to that is not taken; null for one that is
   */
  void refuses(Function<Write, Outcome> answer) {
    refusal = answer;
  }

  /** Writes that came here, whatever they came to. */
  int asked() {
    return asked;
  }

  /** The next call that reads gets no answer. */
  void failsNextRead() {
    failsNextRead = true;
  }

  private void asked(String call) {
    pause.accept(call);
    if (failsNextRead) {
      failsNextRead = false;
      throw new SystemUnavailable(
          new Outcome.Reason(ReasonClass.CONNECTION, "cut", "the connection was cut"), null, null);
    }
  }

  void nextWrite(Fault fault) {
    faults.add(fault);
  }

  void healthy() {
    faults.clear();
    failsNextRead = false;
  }

  void landLateCalls() {
    List<Pending> calls = List.copyOf(late);
    late.clear();
    calls.forEach(c -> c.commit().run());
  }

  /** Late calls land at last, and transactions commit. */
  void catchUp() {
    List<Pending> ripe = late.stream().filter(p -> !p.at().isAfter(clock.instant())).toList();
    late.removeAll(ripe);
    ripe.forEach(p -> p.commit().run());
    commit();
  }

  /** A worker begins, and has read nothing yet. */
  void sawNothing() {
    sawUntil.remove();
    sawRowsUntil.remove();
  }

  /** Runs before and after every call, with the call's name; it may block or throw. */
  void pauses(Consumer<String> action) {
    pause = action;
  }

  void afterNextRead(Runnable action) {
    afterNextRead = action;
  }

  void beforeNextEffect(Runnable action) {
    beforeNextEffect = action;
  }

  void afterNextEffect(Runnable action) {
    afterNextEffect = action;
  }

  /** Each record of the next write has a call of its own; after the first of them. */
  void afterNextRecord(Runnable action) {
    afterNextRecord = action;
  }

  void betweenSweepPages(Runnable action) {
    betweenSweepPages = action;
  }

  void afterNextSweep(Runnable action) {
    afterNextSweep = action;
  }

  // ---- the connector

  @Override
  public SystemName system() {
    return name;
  }

  /** It tells how long a value may be; what else it refuses is its own rule. */
  @Override
  public List<Metadata> metadata(Mapping mapping) {
    described++;
    Map<String, Metadata.NativeField> fields = new LinkedHashMap<>();
    for (Field field : mapping.fieldsIn(name)) {
      String its = field.names().get(name);
      int most = longest.getOrDefault(field.name(), Integer.MAX_VALUE);
      fields.put(
          its,
          new Metadata.NativeField(
              its, "text", EnumSet.allOf(Kind.class), most, false, false, true, null));
    }
    return mapping.side(name).placement().locations().stream()
        .map(location -> new Metadata(name, location, location, fields))
        .toList();
  }

  @Override
  public boolean describes(Outcome.Reason reason) {
    return Set.of("TOO_LONG", "DUPLICATE_VALUE").contains(reason.code());
  }

  /** How often it was asked for copies by their ids. */
  long reads() {
    return reads.get();
  }

  /** How often it was asked for its metadata. */
  int described() {
    return described;
  }

  @Override
  public List<News> news(List<Source> sources, Instant now) {
    asked("news");
    commit();
    sawRowsUntil.set(seq); // where own calls explain all versions, nobody else made a row
    return sources.stream().map(source -> glance(source.from())).toList();
  }

  /** A sheet moved by own calls alone has none; the newest may be that of a call under way. */
  private News glance(Checkpoint from) {
    if (!sheet || !from.complete()) {
      return new News.Perhaps();
    }
    long others =
        version - from.version() - ownVersions.subSet(from.version(), false, version, true).size();
    boolean mayBeOwn = others == 1 && writers.get() > 0 && !ownVersions.contains(version);
    return others == 0 || mayBeOwn ? new News.None(others == 0) : new News.Perhaps();
  }

  @Override
  public Page changes(Mapping mapping, Checkpoint from, String cursor, Instant now) {
    String kept = cursor == null ? from.cursor() : cursor;
    if (kept != null) {
      asked("page");
      return page(from, Integer.parseInt(kept));
    }
    asked("changes");
    commit();
    answerBegun = keepsCursors ? now : null;
    sawUntil.set(seq);
    sawRowsUntil.set(seq);
    Instant mark = from.watermark();
    List<Observation> found = new ArrayList<>();
    Instant greatest = mark;
    boolean nothing = sheet && from.complete() && from.version() == version;
    for (Row row : nothing ? List.<Row>of() : shown()) {
      boolean inWindow = mark == null || !row.stamp.isBefore(mark.minus(OVERLAP));
      boolean shows = inWindow && row.place.equals(from.source());
      if (shows && !(row.deleted && (sheet || mark == null))) {
        found.add(observation(row));
        greatest = greatest == null || row.stamp.isAfter(greatest) ? row.stamp : greatest;
      }
    }
    Checkpoint next =
        new Checkpoint(
            from.source(), true, sheet ? version : 0, greatest, now, false, from.surplus());
    OptionalInt total =
        sheet && !nothing ? OptionalInt.of(liveIn(from.source()).size()) : OptionalInt.empty();
    run(afterNextRead, () -> afterNextRead = () -> {});
    pause.accept("changes");
    answer = new Page(found, next, null, total);
    return page(from, 0);
  }

  /** A part of the last answer. */
  private Page page(Checkpoint from, int start) {
    List<Observation> rows = answer.rows();
    int end = Math.min(rows.size(), start + pageSize);
    return end == rows.size()
        ? new Page(rows.subList(start, end), answer.next(), null, answer.totalRows(), answerBegun)
        : new Page(
            rows.subList(start, end),
            keepsCursors ? from.readOnAt(String.valueOf(end)) : from,
            String.valueOf(end),
            OptionalInt.empty(),
            answerBegun);
  }

  @Override
  public Optional<Page> secondPass(Mapping mapping, Checkpoint from, String cursor, Instant now) {
    if (sheet) {
      return Optional.empty();
    }
    asked("secondPass");
    commit();
    List<Observation> found = shown().stream().map(this::observation).toList();
    pause.accept("secondPass");
    return Optional.of(new Page(found, from, null, OptionalInt.empty()));
  }

  @Override
  public Optional<Sweep> sweep(Mapping mapping, String source) {
    if (!sheet) {
      return Optional.empty();
    }
    asked("sweep");
    commit();
    long before = version;
    Set<String> ids = new TreeSet<>(liveIn(source).stream().limit(2).toList());
    run(betweenSweepPages, () -> betweenSweepPages = () -> {});
    asked("sweep");
    commit();
    ids.addAll(liveIn(source).stream().skip(2).toList());
    boolean unbroken = before == version;
    run(afterNextSweep, () -> afterNextSweep = () -> {});
    pause.accept("sweep");
    return unbroken ? Optional.of(new Sweep(source, ids, ids.size())) : Optional.empty();
  }

  @Override
  public RowsRead read(Mapping mapping, Collection<NativeId> ids) {
    asked("read");
    if (ids.stream().anyMatch(id -> id.location().equals(unfit))) {
      throw new SystemUnavailable(
          new Outcome.Reason(ReasonClass.PERMISSION, "UNFIT", unfit + " lost a column"),
          null,
          null);
    }
    commit();
    sawUntil.set(seq);
    List<Observation> found =
        ids.stream()
            .map(id -> rows.get(id.id()))
            .filter(row -> row != null && !hidden.contains(row.id))
            .map(this::observation)
            .toList();
    long seen = version;
    run(afterNextRead, () -> afterNextRead = () -> {});
    pause.accept("read");
    return new RowsRead(found, sheet ? Map.of(name.value(), seen) : Map.of(), tagged(found));
  }

  private Map<NativeId, String> tagged(List<Observation> found) {
    String tag = "read " + reads.incrementAndGet();
    found.forEach(
        row -> tags.computeIfAbsent(row.id(), id -> ConcurrentHashMap.newKeySet()).add(tag));
    return found.stream().collect(Collectors.toMap(Observation::id, row -> tag, (a, b) -> a));
  }

  /** What is written to a copy names a version that a read of this very copy showed. */
  private void checkTag(Write write) {
    if (write.action() != Write.Action.ADD
        && !tags.getOrDefault(write.id(), Set.of()).contains(write.tag())) {
      throw new AssertionError("no read of " + write.id() + " showed the version " + write.tag());
    }
  }

  @Override
  public List<Observation> find(Mapping mapping, Collection<String> keys) {
    FakeSystem parents = lookups.get(mapping.type().name());
    if (parents != null) {
      return parents.find(mapping, keys);
    }
    asked("find");
    commit();
    List<Observation> found =
        shown().stream()
            .filter(r -> !r.deleted && keys.contains(r.fields.get("key")))
            .map(this::observation)
            .toList();
    pause.accept("find");
    return found;
  }

  @Override
  public Answer write(Mapping mapping, List<Write> writes, Instant sendBefore) {
    writers.incrementAndGet();
    try {
      return make(writes, sendBefore);
    } finally {
      writers.decrementAndGet();
    }
  }

  private Answer make(List<Write> writes, Instant sendBefore) {
    Saw saw = new Saw(sawUntil.get(), sawRowsUntil.get());
    writes.forEach(this::checkTag);
    asked += writes.size();
    pause.accept("write");
    run(beforeNextEffect, () -> beforeNextEffect = () -> {});
    Fault fault = faults.poll();
    if (fault == Fault.PUT_OFF) {
      return new Answer(Collections.nCopies(writes.size(), NOT_SENT), Map.of());
    }
    Outcome.Reason lost =
        new Outcome.Reason(ReasonClass.UNKNOWN_OUTCOME, "cut", "the connection was cut");
    if (LOST.contains(fault)) {
      if (fault == Fault.EFFECT_NO_ANSWER) {
        writes.forEach(w -> apply(w, saw));
      } else if (fault == Fault.LANDS_LATER) {
        late.add(
            new Pending(
                clock.instant().plus(LATEST_LANDING),
                null,
                () -> writes.forEach(w -> apply(w, saw))));
      }
      pause.accept("written");
      return new Answer(
          writes.stream().map(w -> (Outcome) new Outcome.Unknown(lost)).toList(), Map.of());
    }
    long before = version;
    List<Outcome> outcomes = new ArrayList<>();
    for (Write write : writes) {
      boolean mayBeSent = outcomes.isEmpty() || clock.instant().isBefore(sendBefore);
      outcomes.add(mayBeSent ? apply(write, saw, fault, outcomes.size()) : NOT_SENT);
      run(afterNextRecord, () -> afterNextRecord = () -> {});
    }
    long after = version;
    run(afterNextEffect, () -> afterNextEffect = () -> {});
    pause.accept("written");
    if (writes.stream().noneMatch(write -> write.action() == Write.Action.MOVE)) {
      LongStream.rangeClosed(before + 1, after).forEach(ownVersions::add); // as the answer tells
    }
    Map<NativeId, NativeId> tookAlong = Map.copyOf(along);
    along.clear();
    return new Answer(
        outcomes,
        sheet
            ? versions(writes, new Answer.Versions((int) (after - before), after, null))
            : Map.of(),
        tookAlong);
  }

  /** All places of a sheet count together. */
  private Map<String, Answer.Versions> versions(List<Write> writes, Answer.Versions made) {
    Map<String, Answer.Versions> versions = new HashMap<>(Map.of(name.value(), made));
    for (Write write : writes) {
      if (write.destination() != null) {
        versions.put(write.id().location(), made);
        versions.put(write.destination(), made);
      }
    }
    return versions;
  }

  private Outcome apply(Write write, Saw saw, Fault fault, int place) {
    if (fault == null || place % 2 == 0) {
      return apply(write, saw);
    }
    if (fault == Fault.LOCKED_COPIES) {
      return LOCKED;
    }
    if (place % 4 == 1) {
      apply(write, saw);
    }
    return LEFT_OUT;
  }

  @Override
  public Map<String, List<Edit>> history(
      Mapping mapping, NativeId id, Set<String> fields, Instant since) {
    asked("history");
    if (!sheet) {
      return Map.of();
    }
    Map<String, List<Edit>> found = new LinkedHashMap<>();
    for (String field : fields) {
      List<Edit> newestFirst =
          new ArrayList<>(
              changes(id.id(), field).stream()
                  .map(Change::edit)
                  .filter(e -> !e.at().isBefore(seconds(since)))
                  .toList());
      Collections.reverse(newestFirst);
      found.put(field, newestFirst);
    }
    return found;
  }

  @Override
  public int batchSize() {
    return batchSize;
  }

  /** So many replicas are claimed at once. */
  public void takesABatch(int writes) {
    batchSize = writes;
  }

  /** Writes go in calls of so many, where they are alike. */
  public void takesACall(int writes) {
    callSize = writes;
  }

  @Override
  public int callSize(Mapping mapping) {
    return callSize;
  }

  // ---- inside

  private Outcome apply(Write write, Saw saw) {
    commit();
    Outcome refused = refusal.apply(write);
    if (refused != null) {
      return refused;
    }
    sawUntil.set(write.action() == Write.Action.ADD ? saw.rows() : saw.values());
    Map<String, Optional<String>> changes = new LinkedHashMap<>();
    write
        .fields()
        .forEach(
            f ->
                changes.put(
                    f,
                    Optional.ofNullable(write.values().get(f))
                        .map(v -> renderings.getOrDefault(f, x -> x).apply(v))));
    for (String field : write.fields()) {
      String value = write.values().get(field);
      if (value != null && value.length() > longest.getOrDefault(field, Integer.MAX_VALUE)) {
        return new Outcome.Rejected(
            new Outcome.Reason(ReasonClass.VALUE, "TOO_LONG", field + " is too long"));
      }
    }
    if (lacksParent(write)) {
      return new Outcome.Rejected(
          new Outcome.Reason(ReasonClass.REFERENCE, "NO_PARENT", "no such parent"));
    }
    for (Map.Entry<String, Predicate<String>> refusal : refusals.entrySet()) {
      String value = write.values().get(refusal.getKey());
      if (value != null && refusal.getValue().test(value)) {
        valuesRefused++;
        String sentence = "%s refused %s: no such value".formatted(name, refusal.getKey());
        return new Outcome.Rejected(new Outcome.Reason(ReasonClass.VALUE, "REFUSED", sentence));
      }
    }
    if (write.action() == Write.Action.ADD) {
      return add(write.id().location(), changes, write.attempt());
    }
    Row row = rows.get(write.id().id());
    if (row.deleted) {
      return new Outcome.Gone(new Outcome.Reason(ReasonClass.GONE, "ENTITY_IS_DELETED", "deleted"));
    }
    if (refusesStale && row.changedAt > saw.values()) {
      return new Outcome.RetryLater(
          new Outcome.Reason(ReasonClass.CONFLICT, "PRECONDITION_FAILED", "changed"), null);
    }
    landOpenTransactionsOf(row);
    if (write.action() == Write.Action.DELETE) {
      remove(row);
      effects.add(write.attempt());
      written++;
      return new Outcome.Written(write.id(), null);
    }
    if (write.action() == Write.Action.MOVE) {
      return move(row, write.destination(), changes, write.attempt());
    }
    String key = write.values().get("key");
    if (!sheet && key != null && liveWith("key", key).stream().anyMatch(id -> !id.equals(row.id))) {
      return new Outcome.Rejected(
          new Outcome.Reason(ReasonClass.DUPLICATE, "DUPLICATE_VALUE", "duplicate"));
    }
    put(row, changes, clock.instant(), true);
    effects.add(write.attempt());
    automate(row, write.fields());
    return new Outcome.Written(write.id(), sheet ? values(row) : null);
  }

  private Outcome add(String place, Map<String, Optional<String>> changes, long attempt) {
    String key = changes.get("key").orElse(null);
    if (!sheet && !liveWith("key", key).isEmpty()) {
      return new Outcome.Duplicate(
          liveWith("key", key).get(0),
          new Outcome.Reason(ReasonClass.DUPLICATE, "DUPLICATE_VALUE", "duplicate"));
    }
    Map<String, String> fields = new LinkedHashMap<>();
    changes.forEach((f, v) -> fields.put(f, v.orElse(null)));
    Row row = rows.get(insert(place, fields, true));
    effects.add(attempt);
    return new Outcome.Written(new NativeId(row.place, row.id), sheet ? values(row) : null);
  }

  /** It gets another id there, and is as much people's as before. */
  private Outcome move(Row row, String place, Map<String, Optional<String>> changes, long attempt) {
    remove(row);
    Row moved = rows.get(insert(place, row.fields, row.byHub));
    put(moved, changes, clock.instant(), true);
    effects.add(attempt);
    List.copyOf(above.keySet()).stream()
        .filter(id -> row.id.equals(above.get(id)) && !rows.get(id).deleted)
        .forEach(id -> takeAlong(rows.get(id), moved));
    return new Outcome.Written(new NativeId(place, moved.id), sheet ? values(moved) : null);
  }

  private void takeAlong(Row below, Row moved) {
    remove(below);
    String id = insert(moved.place, below.fields, below.byHub);
    above.put(id, moved.id);
    along.put(new NativeId(below.place, below.id), new NativeId(moved.place, id));
  }

  private void remove(Row row) {
    pending.removeIf(p -> p.row() == row);
    row.deleted = true;
    row.deletedAt = seq;
    row.changedByHub = true;
    row.stamp = seconds(clock.instant());
    version++;
  }

  private void automate(Row row, Set<String> fields) {
    for (String field : fields) {
      UnaryOperator<String> automation = automations.get(field);
      if (automation != null) {
        pending.add(
            new Pending(
                clock.instant().plusSeconds(1),
                row,
                () ->
                    put(
                        row,
                        Map.of(field, Optional.of(automation.apply(row.fields.get(field)))),
                        clock.instant(),
                        false)));
      }
    }
  }

  private String insert(String place, Map<String, String> fields, boolean byHub) {
    Row row = new Row(name.value() + next++, place, byHub);
    rows.put(row.id, row);
    Map<String, Optional<String>> changes = new LinkedHashMap<>();
    fields.forEach((f, v) -> changes.put(f, Optional.ofNullable(v)));
    put(row, changes, clock.instant(), byHub);
    return row.id;
  }

  private void put(Row row, Map<String, Optional<String>> changes, Instant at, boolean byHub) {
    if (tells != null && row.stamp != null) {
      untold.add(event(row, changes, byHub));
    }
    changes.forEach(
        (field, value) -> {
          row.fields.put(field, value.orElse(null));
          row.parents.remove(field);
          if (lookups.containsKey(field) && value.isPresent()) {
            row.parents.put(field, lookups.get(field).liveWith("key", value.get()).get(0));
          }
          row.history
              .computeIfAbsent(field, f -> new ArrayList<>())
              .add(
                  new Change(
                      new Edit(value.orElse(null), at, byHub), ++seq, byHub ? sawUntil.get() : 0));
        });
    row.changedAt = seq;
    row.stamp = row.stamp == null || seconds(at).isAfter(row.stamp) ? seconds(at) : row.stamp;
    row.changedByHub = byHub;
    written += byHub ? 1 : 0;
    version++;
  }

  /** Of the fields that are not what they were; the system's clock is the store's. */
  private List<ToldEdit> event(Row row, Map<String, Optional<String>> changes, boolean byHub) {
    NativeId copy = new NativeId(row.place, row.id);
    List<ToldEdit> edits = new ArrayList<>();
    changes.forEach(
        (field, value) -> {
          if (!Objects.equals(row.fields.get(field), value.orElse(null))) {
            String event = "event " + seq;
            edits.add(
                new ToldEdit(
                    0,
                    tells,
                    copy,
                    event,
                    field,
                    value.orElse(null),
                    true,
                    clock.instant(),
                    byHub));
          }
        });
    return edits;
  }

  @Override
  public boolean holdsOthers() {
    return !sheet;
  }

  @Override
  public boolean tellsEdits() {
    return tells != null;
  }

  private List<Row> shown() {
    return rows.values().stream().filter(row -> !hidden.contains(row.id)).toList();
  }

  private Observation observation(Row row) {
    Values values = values(row);
    return new Observation(
        new NativeId(row.place, row.id),
        values,
        values.fields().stream()
            .filter(field -> noValue.test(values.get(field)))
            .collect(Collectors.toMap(f -> f, f -> "\"%s\" is no value".formatted(values.get(f)))),
        tellsTimes ? row.stamp : null,
        row.deleted,
        row.changedByHub,
        row.byHub);
  }

  private Values values(Row row) {
    Values values = Values.of(row.fields);
    for (Map.Entry<String, String> parent : row.parents.entrySet()) {
      String key = lookups.get(parent.getKey()).get(parent.getValue(), "key");
      values = values.with(parent.getKey(), key);
    }
    return readBy == null ? values : read(values);
  }

  private Values read(Values shown) {
    Map<String, Object> byTitle = new LinkedHashMap<>();
    shown.asMap().forEach((field, value) -> byTitle.put(titles.getOrDefault(field, field), value));
    return Conversion.toCanonical(readBy, name, byTitle).values();
  }

  private boolean lacksParent(Write write) {
    return lookups.entrySet().stream()
        .filter(l -> write.values().get(l.getKey()) != null)
        .anyMatch(l -> l.getValue().liveWith("key", write.values().get(l.getKey())).isEmpty());
  }

  /** Our write waits for the row's lock. */
  private void landOpenTransactionsOf(Row row) {
    List<Pending> open =
        pending.stream().filter(p -> p.row() == row && automations.isEmpty()).toList();
    pending.removeAll(open);
    open.forEach(p -> p.commit().run());
  }

  private void commit() {
    List<Pending> ripe = pending.stream().filter(p -> !p.at().isAfter(clock.instant())).toList();
    pending.removeAll(ripe);
    ripe.forEach(p -> p.commit().run());
  }

  private static Instant seconds(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }

  private static void run(Runnable action, Runnable clear) {
    clear.run();
    action.run();
  }
}
