package io.partnerhub.sandbox.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every fault in every call of the table: where each record is then, and where it ends. */
class FaultMatrixIT {

  private static final int ORDERS = 40;
  private static final int ACTIVATIONS = 150;

  @TempDir private static Path dir;
  private static Table table;
  private static Stage stage;
  private static int turn;

  @BeforeAll
  static void start() throws IOException {
    table = Table.read();
    stage = new Stage(dir);
    stage.seed(ORDERS, ACTIVATIONS);
    stage.start();
    stage.rest();
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @Test
  void the_table_has_every_case_or_says_why_there_is_none() {
    assertThat(table.faults()).isEmpty();
  }

  @TestFactory
  Stream<DynamicContainer> where_a_record_is_after() {
    return HubCall.ALL.stream()
        .map(call -> dynamicContainer(call.toString(), cases(call).stream().toList()));
  }

  private static List<DynamicTest> cases(HubCall call) {
    return Arrays.stream(Mishap.values())
        .filter(mishap -> !Table.isNoCase(table.cell(call, mishap)))
        .map(mishap -> aCase(call, mishap, table.cell(call, mishap)))
        .toList();
  }

  private static DynamicTest aCase(HubCall call, Mishap mishap, String cell) {
    String name = "after %s in %s a record is %s".formatted(mishap.words(), call, cell);
    return dynamicTest(name, () -> play(call, mishap, cell));
  }

  private static void play(HubCall call, Mishap mishap, String cell) {
    Scene.Open scene = call.scene().begin(stage, ++turn);

    mishap.happen(call, scene);

    String found = scene.where(scene.one());
    List<String> others = scene.others().stream().map(scene::where).toList();
    boolean wasMet = mishap.wasMet(call, stage);
    stage.heal();
    boolean isNextToo =
        call.isMadeOnceAtMostInAPoll() && found.equals("unseen") && !mishap.isForLong();
    if (!isNextToo) { // a hub that still has to make the call needs no other start
      ends(scene, found.startsWith("unseen"));
    }
    assertThat(found).isEqualTo(cell);
    assertThat(wasMet).as("the call was made").isTrue();
    if (mishap.isAboutOne()) {
      assertThat(others).as("what was beside it in the call").allMatch("written"::equals);
    }
  }

  /** What is mended is in every system in the end, once, and nothing is left over. */
  private static void ends(Scene.Open scene, boolean wasUnseen) {
    boolean wasGivenUp = stage.whereabouts().isDead(scene.one());
    Scene.Open last = wasGivenUp ? scene.typedAgain() : scene;
    last.makeTheCall(); // as its schedule does
    if (wasUnseen) {
      assertThat(last.where(last.one())).as("seen by the same call").doesNotStartWith("unseen");
    }
    stage.rest();
    last.keys().forEach(key -> assertThat(last.without(key)).as(key).isEmpty());
    if (wasGivenUp) {
      assertThat(stage.whereabouts().isSuperseded(scene.one())).as("its letter").isTrue();
    }
  }
}
