package io.partnerhub.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.mapping.DeleteRule;
import io.partnerhub.sync.read.Pull;
import io.partnerhub.sync.store.Batch;
import io.partnerhub.sync.system.Hint;
import io.partnerhub.sync.system.SystemUnavailable;
import io.partnerhub.sync.write.Push;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Runs a history of steps on a world, and remembers what people meant by it. */
final class History {

  private static final List<String> FIELDS =
      List.of("name", "track", "addr", "note", "memo", "status", "tags", "step");

  private static final List<FakeSystem.Fault> LOST =
      List.of(
          FakeSystem.Fault.NO_EFFECT_NO_ANSWER,
          FakeSystem.Fault.EFFECT_NO_ANSWER,
          FakeSystem.Fault.LANDS_LATER);

  private static final String GARBLED = "?";

  private static final String TOO_LONG = "x".repeat(255);

  /** Rows that a history begins with. */
  enum Start {
    IN_STEP,
    FIRST_SYNC
  }

  private static final Set<Step.Kind> ALIKE_FOR_ALL_FIELDS =
      EnumSet.of(Step.Kind.DELETE, Step.Kind.COPY, Step.Kind.GARBLE);

  final Start start;
  final World world;
  final Witness witness;
  final Set<String> fresh = new HashSet<>();
  final Set<String> usedKeys = new HashSet<>();
  final Map<String, String> originalOf = new HashMap<>();
  final Set<String> undeleted = new HashSet<>();
  final boolean events;
  boolean died;
  boolean callsWereLost;
  private final Strands strands;
  private int next = 1;

  /**
   * @param events Salesforce tells by events what is changed there
   */
  History(Function<Clock, Hoard> hoards, Start start, DeleteRule onDelete, boolean events) {
    this.start = start;
    this.events = events;
    Strands[] late = new Strands[1];
    witness =
        new Witness(
            () -> {
              if (late[0] != null) {
                late[0].pause("transaction");
              }
            });
    world = new World(hoards, witness::before, onDelete);
    if (events) {
      world.withEvents();
    }
    strands = new Strands(world.clock);
    late[0] = strands;
    world.systems.forEach(s -> s.pauses(strands::pause));
    world.systems.forEach(s -> s.takesForNoValue(History::isGarbled));
    if (start == Start.IN_STEP) {
      world.inStepWith(2);
    } else {
      firstRows();
    }
  }

  /** Whether a text is no value of its field's kind. */
  static boolean isGarbled(String text) {
    return text != null && text.startsWith(GARBLED);
  }

  private void firstRows() {
    create(world.salesforce, "K0");
    create(world.salesforce, "K1");
    create(world.sheet, "K1");
    create(world.sheet, "K2");
    create(world.fulfillment, "K1");
    create(world.fulfillment, "K3");
    world.pass(5);
  }

  History run(List<Step> steps) {
    for (Step step : steps) {
      pass(1);
      take(step);
    }
    while (!strands.isEmpty()) {
      pass(1);
      strands.step(0);
    }
    pass(400);
    world.systems.forEach(FakeSystem::healthy);
    return this;
  }

  private void pass(int seconds) {
    for (int left = seconds; left > 0; left -= 10) {
      world.pass(Math.min(left, 10));
      strands.endLongCalls();
    }
  }

  private void take(Step step) {
    FakeSystem system = world.systems.get(step.a() % world.systems.size());
    switch (step.kind()) {
      case EDIT, EDIT_COMMITTED_LATE, RETYPE, CLEAR, RENAME, COPY, DELETE, GARBLE ->
          user(system, step);
      case CREATE -> createOnceMore(system, step);
      case POLL -> start(world.puller(system)::news);
      case SWEEP -> start(world.puller(world.sheet)::sweep);
      case SECOND_PASS -> start(world.puller(system)::secondPass);
      case READ_AGAIN -> start(world.puller(system)::again);
      case TOLD -> told(system, step);
      case PUSH -> start(() -> push(world.pusher(system)));
      case GO_ON -> strands.step(step.b());
      case FAULT -> fault(system, step);
      case HITCH -> hitch(system, step);
      case UNDELETE -> undelete(step);
      case LAND -> system.landLateCalls();
      case WAIT -> pass(5 + step.b() * step.c());
      case CLOSE_LOST -> world.puller(system).closeLost(World.GRACE);
      case DIE -> die();
    }
  }

  private void start(Runnable work) {
    strands.start(
        () -> {
          world.systems.forEach(FakeSystem::sawNothing);
          try {
            work.run();
          } catch (SystemUnavailable e) {
            assertThat(e.reason().code()).isEqualTo("cut");
          }
        });
  }

  /** As a route does it: what cannot be read first is given back. */
  private void push(Push push) {
    Optional<Batch> batch = push.claim();
    if (batch.isPresent()) {
      Push.Fresh fresh;
      try {
        fresh = push.readFirst(batch.get());
      } catch (SystemUnavailable e) {
        push.giveBack(batch.get(), world.clock.instant().plusSeconds(1));
        return;
      }
      push.settle(push.send(push.storeIntent(fresh), () -> false, () -> true));
    }
  }

  /** The hub is told of a copy that may have changed or not, or may be gone; or of a place. */
  private void told(FakeSystem system, Step step) {
    if (system == world.salesforce) {
      world.tell(1 + step.c());
    }
    String place = system.system().value();
    List<String> ids = system.ids();
    List<Hint> hints = new ArrayList<>();
    if (step.c() == 8 || ids.isEmpty()) {
      hints.add(Hint.somewhereIn(place));
    }
    for (int i = 0; i <= step.c() % 3 && !ids.isEmpty(); i++) {
      hints.add(new Hint(place, ids.get((step.b() + i) % ids.size()), step.a() > 5));
    }
    hints.add(Hint.of(place, "nobody knows this one"));
    hints.add(Hint.of("nor this place", "1"));
    Pull pull = world.puller(system);
    start(
        () -> {
          if (pull.everythingReadOnce()) {
            pull.hinted(hints, rows -> {});
          }
        });
  }

  private void fault(FakeSystem system, Step step) {
    callsWereLost = true;
    system.nextWrite(LOST.get(step.c() % LOST.size()));
  }

  /** The system says of its own accord that something was not done, or fails to be read. */
  private void hitch(FakeSystem system, Step step) {
    switch (step.c() % 4) {
      case 0 -> system.nextWrite(FakeSystem.Fault.PUT_OFF);
      case 1 -> system.nextWrite(FakeSystem.Fault.LOCKED_COPIES);
      case 2 -> {
        callsWereLost = true;
        system.nextWrite(FakeSystem.Fault.COPIES_LEFT_OUT);
      }
      default -> system.failsNextRead();
    }
  }

  /** Somebody takes a record out of the recycle bin, where no other has its key by now. */
  private void undelete(Step step) {
    FakeSystem system = world.salesforce;
    List<String> deleted = system.ids().stream().filter(system::isDeleted).toList();
    if (!deleted.isEmpty()) {
      String id = deleted.get(step.b() % deleted.size());
      if (system.liveWith("key", system.get(id, "key")).isEmpty()) {
        system.undelete(id);
        undeleted.add(id);
      }
    }
  }

  private void die() {
    died = true;
    callsWereLost = true;
    strands.killAll();
    world.startHub();
  }

  private void user(FakeSystem system, Step step) {
    List<String> live = system.liveIds();
    if (live.isEmpty()) {
      return;
    }
    String id = live.get(step.b() % live.size());
    String field = FIELDS.get(step.c() % FIELDS.size());
    if (isSpecial(field) && !ALIKE_FOR_ALL_FIELDS.contains(step.kind())) {
      special(system, id, field, step);
      return;
    }
    switch (step.kind()) {
      case EDIT -> system.edit(id, field, fresh(field));
      case EDIT_COMMITTED_LATE -> {
        if (system == world.salesforce) {
          Duration lag = Duration.ofSeconds(1 + 3L * step.a());
          system.editVisibleAfter(lag, id, field, fresh(field));
        }
      }
      case RETYPE -> retype(system, id, field, step.a());
      case CLEAR -> system.edit(id, field, null);
      case GARBLE -> system.edit(id, field, GARBLED + next++ + TOO_LONG);
      case RENAME -> {
        String key = step.a() > 6 ? key(step) : fresh("key");
        if (system == world.sheet || system.liveWith("key", key).isEmpty()) {
          system.edit(id, "key", key);
        }
      }
      case COPY -> {
        if (system == world.sheet) {
          originalOf.put(system.copy(id), id);
        }
      }
      case DELETE -> {
        usedKeys.add(system.get(id, "key"));
        system.delete(id);
      }
      default -> throw new IllegalArgumentException("no user does " + step);
    }
  }

  private static boolean isSpecial(String field) {
    return field.equals("tags") || field.equals("step");
  }

  /** Somebody adds to or takes from a set, or tells of a step: nearly always of a legal one. */
  private void special(FakeSystem system, String id, String field, Step step) {
    String now = lastValue(system, id, field);
    if (field.equals("tags")) {
      TreeSet<String> tags = new TreeSet<>(now == null ? List.of() : List.of(now.split(";")));
      if (step.a() < 6 || tags.isEmpty()) {
        tags.add("tag-" + next++);
      } else {
        tags.pollFirst();
      }
      system.edit(id, field, tags.isEmpty() ? null : String.join(";", tags));
    } else {
      List<String> steps = List.copyOf(new TreeSet<>(World.STEPS.next().keySet()));
      List<String> legal =
          now == null
              ? List.of()
              : List.copyOf(new TreeSet<>(World.STEPS.next().getOrDefault(now, Set.of())));
      List<String> some = step.a() == 8 || legal.isEmpty() ? steps : legal;
      system.edit(id, field, some.get(step.b() % some.size()));
    }
  }

  /** People mend a text that is no value to what it was, or go on from there. */
  private static String lastValue(FakeSystem system, String id, String field) {
    List<String> values =
        system.shown(id, field).stream().filter(value -> !isGarbled(value)).toList();
    return values.isEmpty() ? null : values.get(values.size() - 1);
  }

  private void retype(FakeSystem system, String id, String field, int which) {
    List<String> shown = new ArrayList<>(system.shown(id, field));
    shown.removeIf(v -> Objects.equals(v, system.get(id, field)));
    if (!shown.isEmpty()) {
      String value = shown.get(which % shown.size());
      fresh.remove(value);
      system.edit(id, field, value);
    }
  }

  private void createOnceMore(FakeSystem system, Step step) {
    String key = key(step);
    if (!usedKeys.contains(key)
        && system.ids().stream().noneMatch(id -> system.shown(id, "key").contains(key))) {
      create(system, key);
    }
  }

  private static String key(Step step) {
    return "K" + step.c() % 5;
  }

  private void create(FakeSystem system, String key) {
    Map<String, String> fields = new HashMap<>();
    fields.put("key", key);
    for (String field : FIELDS) {
      if (!isSpecial(field)) {
        fields.put(field, fresh(field));
      }
    }
    fields.put("tags", "x");
    fields.put("step", "requested");
    system.create(fields);
  }

  private String fresh(String field) {
    String value = field + "-" + next++;
    fresh.add(value);
    return value;
  }
}
