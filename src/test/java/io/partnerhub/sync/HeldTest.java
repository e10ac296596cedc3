package io.partnerhub.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.mapping.DeleteRule;
import io.partnerhub.store.TestStore;
import io.partnerhub.sync.held.Choice;
import io.partnerhub.sync.held.Held;
import io.partnerhub.sync.store.Stop;
import io.partnerhub.sync.store.Store;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What admins ask and decide about what is held, on the real store. */
class HeldTest {

  private static final Chooser ADA = new Chooser("ada", "I asked them");
  private static final Chooser BOB = new Chooser("bob", "sorted by mistake");

  @Test
  void of_two_admins_who_answer_the_guard_the_second_is_refused_and_one_decision_is_kept() {
    World world = new World(Hoard::onPostgres, new DeleteRule.Ignore()).inStepWith(60);
    world.pass(4);
    for (int i = 1; i <= 21; i++) {
      world.sheet.edit("smartsheet" + i, "memo", "m1");
    }
    world.rest();
    Held bobs = new Held(looking(world.store, world.stops()), List.of(world.mapping));
    world.decide(world.sheet, Stop.Verdict.APPLY);

    assertThatThrownBy(
            () ->
                bobs.decide(
                    world.mapping.type(), world.sheet.system(), null, Stop.Verdict.PUT_BACK, BOB))
        .isInstanceOf(ChoiceRefused.class)
        .hasMessageContaining("somebody else has just decided it");

    assertThat(decided()).singleElement().asString().contains("decided by ada");
  }

  @Test
  void who_looks_at_what_is_held_holds_up_no_merge() {
    World world = new World(Hoard::onPostgres).inStepWith(1);
    Held held = new Held(world.store, List.of(world.mapping));
    long before = world.store.tick();

    held.fields(world.mapping.type(), 0, 10);
    held.show(world.mapping.type(), "K0");

    // each transaction that has the type for itself begins with a tick
    assertThat(world.store.tick()).isEqualTo(before + 1);
  }

  @Test
  void records_of_one_key_are_told_by_their_numbers() {
    World world = new World(Hoard::onPostgres).inStepWith(2);
    world.editSeen(world.salesforce, "key", "K1");
    List<Long> ids = world.dossiers().keySet().stream().sorted().toList();
    Held held = new Held(world.store, List.of(world.mapping));

    assertThatThrownBy(
            () -> held.choose(world.mapping.type(), "K1", "key", new Choice.Agreed(), ADA))
        .isInstanceOf(ChoiceRefused.class)
        .hasMessageEndingWith("name one as #%d or #%d".formatted(ids.get(0), ids.get(1)));
  }

  /** The store as somebody saw its stops a moment ago. */
  private static Store looking(Store store, List<Stop> stops) {
    return (Store)
        Proxy.newProxyInstance(
            Store.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (proxy, method, arguments) -> {
              try {
                return method.getName().equals("stops") ? stops : method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static List<String> decided() {
    return TestStore.jdbi()
        .withHandle(
            h ->
                h.createQuery("select note from ledger where event = 'CHOSEN'")
                    .mapTo(String.class)
                    .list());
  }
}
