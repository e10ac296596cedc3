package io.partnerhub.sync;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.SettableClock;
import io.partnerhub.mapping.DeleteRule;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.FieldRule;
import io.partnerhub.mapping.Kind;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Placement;
import io.partnerhub.mapping.Side;
import io.partnerhub.mapping.Transitions;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.held.Choice;
import io.partnerhub.sync.held.Guard;
import io.partnerhub.sync.held.Held;
import io.partnerhub.sync.held.HeldField;
import io.partnerhub.sync.merge.Merge;
import io.partnerhub.sync.merge.Tolerances;
import io.partnerhub.sync.read.Ahead;
import io.partnerhub.sync.read.ChangedMapping;
import io.partnerhub.sync.read.Intake;
import io.partnerhub.sync.read.Pull;
import io.partnerhub.sync.store.Joining;
import io.partnerhub.sync.store.Stop;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.system.ToldEdit;
import io.partnerhub.sync.write.Push;
import io.partnerhub.sync.write.Settle;
import io.partnerhub.sync.write.Telling;
import io.partnerhub.sync.write.Timing;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A Salesforce, a sheet, a fulfillment API and a hub between them, moved step by step. */
public final class World {

  static final String HUB = "test";
  static final String NORTH = "north";

  /** requested to shipped to active, which may be suspended; cancelled from everywhere. */
  static final Transitions STEPS =
      new Transitions(
          Map.of(
              "requested", Set.of("shipped", "cancelled"),
              "shipped", Set.of("active", "cancelled"),
              "active", Set.of("suspended", "cancelled"),
              "suspended", Set.of("active", "cancelled"),
              "cancelled", Set.of()));

  private static final int MOST_BATCHES = 20;
  static final Duration GRACE = Duration.ofSeconds(60);
  private static final Timing TIMING =
      new Timing(
          Duration.ofSeconds(120),
          GRACE,
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          Duration.ofHours(6));

  final SettableClock clock = new SettableClock("2026-03-02T09:00:00.123456789Z");
  final FakeSystem salesforce = new FakeSystem(SALESFORCE, false, clock);
  final FakeSystem sheet = new FakeSystem(SMARTSHEET, true, clock);
  final FakeSystem fulfillment = new FakeSystem(FULFILLMENT, false, clock);
  final List<FakeSystem> systems = List.of(salesforce, sheet, fulfillment);
  final Hoard hoard;
  final List<String> told = new ArrayList<>();
  Store store;
  Mapping mapping;
  private final UnaryOperator<Store> around;
  private final Map<SystemName, Pull> pulls = new HashMap<>();
  private final Map<SystemName, Push> pushes = new HashMap<>();
  private final Map<SystemName, Telling> tellings = new HashMap<>();

  World(Function<Clock, Hoard> hoards) {
    this(hoards, new DeleteRule.Mark("status", "removed"));
  }

  World(Function<Clock, Hoard> hoards, DeleteRule onDelete) {
    this(hoards, UnaryOperator.identity(), onDelete);
  }

  /**
   * @param around wraps the store that the hub sees
   * @param onDelete what a deletion in any of the systems means
   */
  World(Function<Clock, Hoard> hoards, UnaryOperator<Store> around, DeleteRule onDelete) {
    this(hoards, around, mapping(onDelete));
  }

  /** One whose records say, in Salesforce and in the sheet, what stands in their way. */
  static World thatTells(Function<Clock, Hoard> hoards) {
    List<Field> fields = new ArrayList<>(mapping().fields());
    fields.add(told("syncStatus", FieldRule.Sync.Part.STATUS));
    fields.add(told("syncMessage", FieldRule.Sync.Part.MESSAGE));
    return with(hoards, of(mapping(), fields));
  }

  /** One whose systems hold more than the mapping names. */
  static World with(Function<Clock, Hoard> hoards, Mapping mapping) {
    World world = new World(hoards, UnaryOperator.identity(), mapping);
    world.systems.forEach(system -> system.isReadBy(mapping));
    return world;
  }

  /** A mapping with other fields. */
  static Mapping of(Mapping mapping, List<Field> fields) {
    return new Mapping(mapping.type(), mapping.version(), mapping.key(), fields, mapping.sides());
  }

  /** A mapping without a field. */
  static Mapping without(String field, Mapping mapping) {
    return of(mapping, mapping.fields().stream().filter(f -> !f.name().equals(field)).toList());
  }

  /** One whose sheet of the system's name gives those with the address North to another. */
  static World withANorthernSheet(Function<Clock, Hoard> hoards, DeleteRule onDelete) {
    return new World(
        hoards, UnaryOperator.identity(), placed(mapping(onDelete), onDelete, northern("North")));
  }

  /** A place of its own for records with one of these addresses. */
  static Placement northern(String... addresses) {
    Map<String, String> places = new HashMap<>();
    List.of(addresses).forEach(address -> places.put(address, NORTH));
    return new Placement.ByField("addr", places, SMARTSHEET.value());
  }

  /** A mapping whose sheets are others. */
  static Mapping placed(Mapping one, DeleteRule onDelete, Placement places) {
    Map<SystemName, Side> sides = new HashMap<>(one.sides());
    sides.put(SMARTSHEET, new Side(SMARTSHEET, places, onDelete));
    return new Mapping(one.type(), one.version(), one.key(), one.fields(), sides);
  }

  /** One whose partners must not be without tags. */
  static World whoseTagsAreRequired(Function<Clock, Hoard> hoards) {
    Mapping lax = mapping();
    List<Field> fields =
        lax.fields().stream().map(f -> f.name().equals("tags") ? required(f) : f).toList();
    Mapping strict = new Mapping(lax.type(), lax.version(), lax.key(), fields, lax.sides());
    return new World(hoards, UnaryOperator.identity(), strict);
  }

  private static Field required(Field f) {
    return new Field(
        f.name(), Kind.TEXT, true, 255, false, 0, f.rule(), List.of(), null, f.names(), Map.of(),
        1);
  }

  private static Field told(String name, FieldRule.Sync.Part part) {
    return field(name, new FieldRule.Sync(part), Map.of(SALESFORCE, name, SMARTSHEET, name));
  }

  private World(Function<Clock, Hoard> hoards, UnaryOperator<Store> around, Mapping mapping) {
    this.around = around;
    this.hoard = hoards.apply(clock);
    startHub(mapping);
  }

  /** One in which the type is kept in these systems alone. */
  static World in(Function<Clock, Hoard> hoards, DeleteRule onDelete, SystemName... kept) {
    return new World(hoards, UnaryOperator.identity(), mapping(onDelete, kept));
  }

  /** A hub whose mapping names these systems, on what the store holds. */
  final void startHubIn(DeleteRule onDelete, SystemName... kept) {
    startHub(mapping(onDelete, kept));
  }

  private void startHub(Mapping newMapping) {
    mapping = newMapping;
    store = around.apply(hoard.store(mapping));
    startHub();
  }

  /** The hub stops, and starts with another mapping. */
  final void startHubWith(Mapping other) {
    mapping = other;
    systems.forEach(system -> system.isReadBy(other));
    startHub();
  }

  /**
   * The hub stops, and another start ends in the middle.
   *
   * @param transactions so many are stored before
   * @return whether it ended there
   */
  final boolean startIsCutOff(Mapping other, int transactions) {
    Store whole = store;
    store = CutOff.after(transactions, whole);
    try {
      startHubWith(other);
      return false;
    } catch (CutOff.Dead e) {
      return true;
    } finally {
      store = whole;
    }
  }

  /** A hub that knows nothing but what the store holds. */
  final void startHub() {
    startHub(Ahead.NONE);
  }

  /** The same, which stores what a call came to in this way. */
  final void startHub(Ahead beside) {
    store.expireAllOf(HUB);
    mapping = new ChangedMapping(store, mapping, told::add).settle();
    Joining.of(store, List.of(mapping));
    List.of(pulls, pushes, tellings).forEach(Map::clear);
    Merge merge = new Merge(mapping, new Tolerances(Duration.ofSeconds(1), Duration.ofSeconds(2)));
    Intake intake = new Intake(store, mapping, merge, Guard.USUAL);
    for (FakeSystem system : kept()) {
      Pull pull = new Pull(store, mapping, system, intake, merge);
      Settle settle = new Settle(store, mapping, merge, TIMING);
      pulls.put(system.system(), pull);
      pushes.put(
          system.system(), new Push(store, mapping, system, intake, pull, settle, TIMING, beside));
      tellings.put(system.system(), new Telling(store, mapping, system, intake, pull, TIMING));
    }
  }

  /** The systems that the mapping names. */
  private List<FakeSystem> kept() {
    return systems.stream().filter(s -> mapping.sides().containsKey(s.system())).toList();
  }

  /** All systems hold the same partners, and the hub knows it. */
  World inStepWith(int partners) {
    for (int i = 0; i < partners; i++) {
      Map<String, String> fields = partner("K" + i);
      systems.forEach(s -> s.create(fields));
    }
    pass(5);
    kept().forEach(this::poll);
    pass(5);
    return this;
  }

  static Map<String, String> partner(String key) {
    Map<String, String> fields = new HashMap<>();
    fields.put("key", key);
    fields.put("name", "n0");
    fields.put("track", "t0");
    fields.put("addr", "a0");
    fields.put("note", "o0");
    fields.put("memo", "m0");
    fields.put("status", "active");
    fields.put("tags", "x");
    fields.put("step", "requested");
    return fields;
  }

  void pass(int seconds) {
    clock.advance(Duration.ofSeconds(seconds));
    systems.forEach(FakeSystem::catchUp);
  }

  /** Salesforce tells by events what is changed there from now on. */
  World withEvents() {
    salesforce.tells(mapping.type());
    return this;
  }

  /** The next events come; behind the last one, the word that there are no more. */
  void tell(int events) {
    Optional<List<ToldEdit>> next = Optional.empty();
    for (int i = 0; i < events && (next = salesforce.nextEvent()).isPresent(); i++) {
      next.filter(e -> !e.isEmpty()).ifPresent(e -> hoard.tell(e, e.get(0).at()));
    }
    if (next.isEmpty() && events > 0) {
      hoard.tell(List.of(), clock.instant());
    }
  }

  /** What the events tell that were not told yet is lost. */
  void loseEvents() {
    while (salesforce.nextEvent().isPresent()) {}
  }

  /** Writes that may have replaced an edit, and were not judged yet. */
  int suspects() {
    return hoard.suspects();
  }

  /** All events come. */
  void tellAll() {
    tell(Integer.MAX_VALUE);
  }

  /** Reads a system a row a page, and others before each page. */
  void pollPageByPage(FakeSystem system, FakeSystem... others) {
    system.pagesOf(1);
    system.pauses(
        call -> {
          if (call.equals("page")) {
            List.of(others).forEach(this::poll);
          }
        });
    poll(system);
  }

  void poll(FakeSystem system) {
    pass(1);
    pulls.get(system.system()).news();
  }

  void sweep(FakeSystem system) {
    pulls.get(system.system()).sweep();
  }

  void secondPass() {
    pulls.values().forEach(Pull::secondPass);
  }

  /** Somebody edits the system's first partner, certainly after all that was read. */
  void edit(FakeSystem system, String field, String value) {
    pass(4);
    system.edit(system.system().value() + "1", field, value);
  }

  /** Somebody edits it, and the hub sees that. */
  void editSeen(FakeSystem system, String field, String value) {
    edit(system, field, value);
    poll(system);
  }

  FakeSystem system(SystemName name) {
    return systems.stream().filter(s -> s.system().equals(name)).findFirst().orElseThrow();
  }

  /** How many values the hub has written in all systems. */
  int written() {
    return systems.stream().mapToInt(FakeSystem::written).sum();
  }

  void push(FakeSystem system) {
    pass(1);
    boolean mayBeDue = !store.mayBeDue(List.of(mapping.type()), system.system()).isEmpty();
    boolean wasDue = pushes.get(system.system()).once();
    assertThat(mayBeDue || !wasDue).as("what is due is never overlooked").isTrue();
    List<NativeId> untold = tellings.get(system.system()).untold();
    if (!untold.isEmpty()) {
      tellings.get(system.system()).tell(untold);
    }
  }

  /** As a hub does it, which goes on as long as something is due. */
  private void pushAll(FakeSystem system) {
    push(system);
    for (int more = 0; more < MOST_BATCHES && pusher(system).once(); more++) {}
  }

  /** A push whose call goes wrong. */
  void push(FakeSystem system, FakeSystem.Fault fault) {
    system.nextWrite(fault);
    push(system);
  }

  Push pusher(FakeSystem system) {
    return pushes.get(system.system());
  }

  /** Lets everything come to rest; fails when writes never stop. */
  World rest() {
    int quiet = 0;
    for (int round = 0; round < 60 && quiet < 6; round++) {
      pass(30);
      int before = written();
      pulls.get(SALESFORCE).closeLost(GRACE);
      tellAll();
      for (FakeSystem system : kept()) {
        poll(system);
        sweep(system);
      }
      secondPass();
      kept().forEach(this::pushAll);
      pushAll(salesforce);
      quiet = written() == before ? quiet + 1 : 0;
    }
    if (quiet < 6) {
      throw new AssertionError("writes still flow after 60 rounds");
    }
    return this;
  }

  /** What all systems show of the first partner's field: Salesforce, sheet, fulfillment. */
  List<String> all(String field) {
    List<String> shown = new ArrayList<>();
    systems.forEach(s -> shown.add(s.get(s.system() + "1", field)));
    return shown;
  }

  Map<Long, Dossier> dossiers() {
    List<Long> ids = hoard.records();
    return store.inTransaction(mapping.type(), tx -> tx.dossiers(ids));
  }

  /** An admin settles a held field of a partner. */
  Decision choose(String key, String field, Choice choice) {
    return new Held(store, List.of(mapping))
        .choose(mapping.type(), key, field, choice, new Chooser("ada", "checked by phone"));
  }

  /** What waits for an admin. */
  List<HeldField> held() {
    return new Held(store, List.of(mapping)).fields(mapping.type(), 0, 100);
  }

  List<Stop> stops() {
    return new Held(store, List.of(mapping)).stops(mapping.type());
  }

  /** An admin answers the guard. */
  void decide(FakeSystem system, Stop.Verdict verdict) {
    new Held(store, List.of(mapping))
        .decide(mapping.type(), system.system(), null, verdict, new Chooser("ada", "I asked them"));
  }

  AgreedRecord first() {
    return dossiers().values().iterator().next().record();
  }

  List<String> strays() {
    return hoard.strays();
  }

  List<String> letters() {
    return hoard.letters();
  }

  Pull puller(FakeSystem system) {
    return pulls.get(system.system());
  }

  static Mapping mapping() {
    return mapping(new DeleteRule.Mark("status", "removed"));
  }

  static Mapping mapping(DeleteRule onDelete) {
    return mapping(onDelete, SALESFORCE, SMARTSHEET, FULFILLMENT);
  }

  private static Mapping mapping(DeleteRule onDelete, SystemName... kept) {
    Map<SystemName, Side> sides = new HashMap<>();
    List.of(kept).forEach(system -> sides.put(system, side(system, onDelete)));
    List<Field> fields = new ArrayList<>();
    fields.add(field("key", new FieldRule.Prefer(SALESFORCE), kept));
    fields.add(field("name", new FieldRule.Owner(SALESFORCE), kept));
    fields.add(field("track", new FieldRule.Owner(SMARTSHEET), kept));
    fields.add(field("addr", new FieldRule.Latest(), kept));
    fields.add(field("note", new FieldRule.Prefer(SMARTSHEET), kept));
    fields.add(field("memo", new FieldRule.Hold(), kept));
    fields.add(field("status", new FieldRule.Prefer(SALESFORCE), kept));
    fields.add(field("tags", new FieldRule.Union(), kept));
    fields.add(field("step", new FieldRule.Advance(STEPS), kept));
    return new Mapping(new RecordType("partner"), "1", "key", fields, sides);
  }

  private static Side side(SystemName system, DeleteRule onDelete) {
    return new Side(system, new Placement.One(system.value()), onDelete);
  }

  private static Field field(String name, FieldRule rule, SystemName... kept) {
    Map<SystemName, String> names = new HashMap<>();
    List.of(kept).forEach(system -> names.put(system, name));
    return field(name, rule, names);
  }

  static Field field(String name, FieldRule rule) {
    return field(name, rule, Map.of(SALESFORCE, name, SMARTSHEET, name, FULFILLMENT, name));
  }

  static Field field(String name, FieldRule rule, int max) {
    return field(name, rule, max, field(name, rule).names());
  }

  static Field field(String name, FieldRule rule, Map<SystemName, String> names) {
    return field(name, rule, 255, names);
  }

  private static Field field(String name, FieldRule rule, int max, Map<SystemName, String> names) {
    return new Field(
        name, Kind.TEXT, false, max, false, 0, rule, List.of(), null, names, Map.of(), 1);
  }
}
