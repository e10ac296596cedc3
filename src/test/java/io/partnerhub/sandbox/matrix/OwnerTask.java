package io.partnerhub.sandbox.matrix;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.demo.world.Records;

/**
 * The owner of the account has one task about a dead letter, and the records show what they are to.
 *
 * @param tasks that were there before
 */
record OwnerTask(Stage stage, int tasks, Scene.Aim values) implements Scene.Aim {

  /** The next message. */
  static OwnerTask of(Stage stage, Scene.Aim values) {
    return new OwnerTask(stage, count(stage), values);
  }

  private static int count(Stage stage) {
    return stage.rig().org().records("Task").size();
  }

  @Override
  public boolean isReached(Records records, String key, SystemName system) {
    return count(stage) == tasks + 1 && values.isReached(records, key, system);
  }

  @Override
  public Scene.Aim again(String field, String value) {
    return new OwnerTask(stage, tasks, values.again(field, value));
  }

  @Override
  public String in(String found) {
    return found + (stage.hub().toldPeople() ? ", told" : ", untold");
  }
}
