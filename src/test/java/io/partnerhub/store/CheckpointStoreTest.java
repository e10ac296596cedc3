package io.partnerhub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.system.Checkpoint;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointStoreTest {

  private static final RecordType ORDER = new RecordType("order");
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  private final Store store = TestStore.empty(Clock.systemUTC());

  @Test
  void a_checkpoint_is_read_as_it_was_kept_and_replaced_whole() {
    Checkpoint first = new Checkpoint("orders", true, 7, NOON, NOON, true, 2, "bmV4dA");
    Checkpoint second = new Checkpoint("orders", false, 0, null, null, false, 0, null);

    assertThat(kept(first)).isEqualTo(first);
    assertThat(kept(second)).isEqualTo(second);
  }

  private Checkpoint kept(Checkpoint checkpoint) {
    store.inTransaction(
        ORDER,
        tx -> {
          tx.checkpoint(SystemName.FULFILLMENT, checkpoint, NOON);
          return null;
        });
    return store.checkpoints(ORDER, SystemName.FULFILLMENT, List.of("orders")).get(0);
  }
}
