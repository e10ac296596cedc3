package io.partnerhub.sync;

import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static io.partnerhub.sync.Family.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.deadletter.DeadLetter;
import io.partnerhub.deadletter.Filter;
import io.partnerhub.store.PostgresQueue;
import io.partnerhub.store.TestStore;
import io.partnerhub.sync.letter.Forecast;
import io.partnerhub.sync.letter.LastTry;
import io.partnerhub.sync.letter.Mending;
import io.partnerhub.sync.store.Letter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Letters of writes that wait for a parent, on the real store. */
class WaitingLetterTest {

  private static final Outcome.Reason LOCKED =
      new Outcome.Reason(ReasonClass.CONFLICT, "code", "somebody else saves it");

  private static final Outcome.Reason TOO_LONG =
      new Outcome.Reason(ReasonClass.VALUE, "TOO_LONG", "the name is too long");

  private static final Chooser ADA = new Chooser("ada", "now");

  private final Family family = new Family();
  private final Mending mending =
      new Mending(family.store, List.of(family.orders), system -> family.ordersIn(system));
  private final PostgresQueue queue = TestStore.queue();

  @Test
  void it_is_not_replayed_before_its_parent_is_there_and_goes_by_itself_then() {
    family.ordersIn(SMARTSHEET).create(Family.order("O1", "ALFKI"));
    family.rest();
    family.clock.advance(Family.PATIENCE);
    family.escalate(ORDER, SALESFORCE);
    long id = letter("state=open").id();

    assertThat(forecast().verdict()).isEqualTo(Forecast.Verdict.STILL_FAILS);
    assertThat(mending.replay(ORDER, List.of(id), ADA).get(id))
        .contains("waits for partner ALFKI, which no system has");

    family.partnersIn(SALESFORCE).create(Family.partner("ALFKI"));
    family.poll();
    assertThat(forecast().verdict()).isEqualTo(Forecast.Verdict.WOULD_SUCCEED);
    family.rest();

    assertThat(family.ordersIn(SALESFORCE).liveIds()).hasSize(1);
    assertThat(letter("state=superseded").id()).isEqualTo(id);
  }

  @Test
  void it_stays_the_same_letter_while_other_fields_go_and_its_parent_is_missing() {
    FakeSystem orders = family.ordersIn(SALESFORCE);
    FakeSystem tracked = family.ordersIn(SMARTSHEET);
    family.partnersIn(SALESFORCE).create(Family.partner("ALFKI"));
    tracked.create(Family.order("O1", "ALFKI"));
    family.rest();
    family.pass(30);
    tracked.edit("smartsheet1", "partner", "ANATR");
    family.rest();
    family.clock.advance(Family.PATIENCE);
    family.escalate(ORDER, SALESFORCE);
    long id = letter("state=open").id();

    orders.refuses(write -> new Outcome.RetryLater(LOCKED, null));
    tracked.edit("smartsheet1", "name", "n1");
    family.rest();
    orders.refuses(write -> null);
    family.clock.advance(Family.PATIENCE);
    family.rest();

    assertThat(orders.get("salesforce1", "name")).isEqualTo("n1");
    assertThat(letter("state=open").id()).isEqualTo(id);
    family.clock.advance(Family.PATIENCE);
    assertThat(family.escalate(ORDER, SALESFORCE)).isEmpty();

    family.partnersIn(SALESFORCE).create(Family.partner("ANATR"));
    family.rest();

    assertThat(orders.get("salesforce1", "partner")).isEqualTo("ANATR");
    assertThat(letter("state=superseded").id()).isEqualTo(id);
  }

  @Test
  void a_discarded_order_stays_discarded_when_its_partner_goes_and_comes_back() {
    String partner = refusedOrder();
    long id = letter("state=open").id();
    mending.discard(ORDER, id, ADA);

    goes(partner);

    assertThat(family.escalate(ORDER, SALESFORCE)).isEmpty();
    assertThat(letter("state=any").id()).isEqualTo(id);
    family.partnersIn(SALESFORCE).create(Family.partner("ALFKI"));
    family.rest();
    assertThat(family.ordersIn(SALESFORCE).liveIds()).isEmpty();
    assertThat(letter("state=any").state()).isEqualTo(Letter.State.DISCARDED);
  }

  @Test
  void a_refused_order_s_letter_still_says_what_was_refused_when_its_partner_goes() {
    String partner = refusedOrder();
    DeadLetter before = letter("state=open");

    goes(partner);

    assertThat(family.escalate(ORDER, SALESFORCE)).isEmpty();
    assertThat(before.sent()).isNotEmpty();
    assertThat(letter("state=open")).isEqualTo(before);
  }

  @Test
  void put_away_and_restored_it_goes_by_itself_when_its_parent_comes() {
    family.ordersIn(SMARTSHEET).create(Family.order("O1", "ALFKI"));
    family.rest();
    family.clock.advance(Family.PATIENCE);
    family.escalate(ORDER, SALESFORCE);
    long id = letter("state=open").id();
    mending.discard(ORDER, id, ADA);
    mending.restore(ORDER, id, ADA);
    assertThat(letter("state=open").id()).isEqualTo(id);
    assertThat(family.escalate(ORDER, SALESFORCE)).isEmpty();

    family.partnersIn(SALESFORCE).create(Family.partner("ALFKI"));
    family.rest();

    assertThat(family.ordersIn(SALESFORCE).liveIds()).hasSize(1);
    assertThat(letter("state=superseded").id()).isEqualTo(id);
  }

  /** Salesforce refuses an order, and then would take it; gives its partner there. */
  private String refusedOrder() {
    String partner = family.partnersIn(SALESFORCE).create(Family.partner("ALFKI"));
    family.rest();
    family.ordersIn(SALESFORCE).refuses(write -> new Outcome.Rejected(TOO_LONG));
    family.ordersIn(SMARTSHEET).create(Family.order("O1", "ALFKI"));
    family.rest();
    family.ordersIn(SALESFORCE).refuses(write -> null);
    return partner;
  }

  private void goes(String partner) {
    family.pass(30);
    family.partnersIn(SALESFORCE).delete(partner);
    family.rest();
    family.clock.advance(Family.PATIENCE);
  }

  private Forecast forecast() {
    DeadLetter letter = letter("state=open");
    LastTry last = new LastTry(letter.id(), letter.action(), letter.sent(), letter.reason());
    return mending.forecast(ORDER, List.of(last)).get(letter.id());
  }

  private DeadLetter letter(String filter) {
    List<DeadLetter> letters =
        queue.list(
            Filter.parse(filter + " type=order system=salesforce"), 0, 10, family.clock.instant());
    assertThat(letters).hasSize(1);
    return letters.get(0);
  }
}
