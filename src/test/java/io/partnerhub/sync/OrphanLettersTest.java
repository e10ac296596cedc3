package io.partnerhub.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.deadletter.DeadLetter;
import io.partnerhub.deadletter.Filter;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Side;
import io.partnerhub.model.SystemName;
import io.partnerhub.store.MappedSystems;
import io.partnerhub.store.PostgresQueue;
import io.partnerhub.store.TestStore;
import io.partnerhub.sync.letter.FieldEdits;
import io.partnerhub.sync.letter.Forecast;
import io.partnerhub.sync.letter.LastTry;
import io.partnerhub.sync.letter.Mending;
import io.partnerhub.sync.store.Letter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters of writes that no mapping asks for any more, on the real store. */
class OrphanLettersTest {

  private static final Chooser ADA = new Chooser("ada", "no longer kept there");

  private static final String NO = "No mapping names the type partner any more";

  private World world;
  private final PostgresQueue queue = TestStore.queue();

  /** One of Salesforce and one of the fulfillment API, of one record. */
  @BeforeEach
  void two_letters() {
    world = new World(Hoard::onPostgres).inStepWith(1);
    for (FakeSystem system : List.of(world.salesforce, world.fulfillment)) {
      system.takesAtMost(5, "addr");
    }
    world.editSeen(world.sheet, "addr", "much too long");
    world.push(world.salesforce);
    world.push(world.fulfillment);
  }

  @Test
  void those_of_a_type_that_no_mapping_names_are_not_tried_and_can_be_put_away() {
    Mending mending = mending(List.of());
    long id = letter(world.salesforce).id();

    assertThat(replayed(mending)).hasSize(2).allSatisfy((l, why) -> assertThat(why).contains(NO));
    assertThat(forecasts(mending))
        .hasSize(2)
        .containsEntry(id, fails("no mapping names its type any more: discard it"));
    mending.discard(world.mapping.type(), id, ADA);

    assertThat(letter(world.salesforce).state()).isEqualTo(Letter.State.DISCARDED);
    assertThat(queue.story(letter(world.salesforce), 1).get(0).entry().note())
        .isEqualTo("dead letter %d discarded by ada: no longer kept there".formatted(id));
    assertThat(forecasts(mending).get(id).verdict()).isEqualTo(Forecast.Verdict.SUPERSEDED);
    assertThatThrownBy(() -> mending.discard(world.mapping.type(), id, ADA))
        .isInstanceOf(ChoiceRefused.class)
        .hasMessageContaining("discarded");
    assertThatThrownBy(() -> mending.restore(world.mapping.type(), id, ADA))
        .isInstanceOf(ChoiceRefused.class)
        .hasMessageContaining(NO);
  }

  @Test
  void those_of_a_system_that_the_mapping_drops_are_put_away_and_stop_no_other() {
    Mending mending = mending(List.of(without(world.salesforce)));
    long id = letter(world.salesforce).id();
    String why = "The mapping of partner does not name salesforce any more";

    assertThat(forecasts(mending))
        .hasSize(2)
        .containsEntry(
            id, fails("the mapping of partner does not name salesforce any more: discard it"));
    assertThat(replayed(mending))
        .containsOnlyKeys(id)
        .allSatisfy((l, w) -> assertThat(w).startsWith(why));
    assertThat(letter(world.fulfillment).state()).isEqualTo(Letter.State.REPLAYING);
    FieldEdits edit = new FieldEdits(Map.of("addr", "short"), Map.of());
    assertThatThrownBy(() -> mending.edit(world.mapping.type(), id, edit, ADA))
        .isInstanceOf(ChoiceRefused.class)
        .hasMessageStartingWith(why);
    mending.discard(world.mapping.type(), id, ADA);

    assertThat(letter(world.salesforce).state()).isEqualTo(Letter.State.DISCARDED);
    assertThatThrownBy(() -> mending.restore(world.mapping.type(), id, ADA))
        .isInstanceOf(ChoiceRefused.class)
        .hasMessageStartingWith(why);
  }

  private Mending mending(List<Mapping> mappings) {
    MappedSystems mapped = MappedSystems.of(mappings);
    return new Mending(TestStore.kept(world.clock, mapped), mappings, world::system);
  }

  private Mapping without(FakeSystem system) {
    Mapping all = world.mapping;
    Map<SystemName, Side> sides = new TreeMap<>(all.sides());
    sides.remove(system.system());
    return new Mapping(all.type(), all.version(), all.key(), all.fields(), sides);
  }

  private Map<Long, String> replayed(Mending mending) {
    return mending.replay(world.mapping.type(), list().stream().map(DeadLetter::id).toList(), ADA);
  }

  private Map<Long, Forecast> forecasts(Mending mending) {
    return mending.forecast(
        world.mapping.type(),
        list().stream().map(l -> new LastTry(l.id(), l.action(), l.sent(), l.reason())).toList());
  }

  private static Forecast fails(String why) {
    return new Forecast(Forecast.Verdict.STILL_FAILS, why);
  }

  private DeadLetter letter(FakeSystem of) {
    return list().stream().filter(l -> l.system().equals(of.system())).findFirst().orElseThrow();
  }

  private List<DeadLetter> list() {
    return queue.list(Filter.parse("state=any"), 0, 10, world.clock.instant());
  }
}
