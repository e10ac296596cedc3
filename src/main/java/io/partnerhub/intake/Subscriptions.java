package io.partnerhub.intake;

import io.partnerhub.model.SystemName;
import java.util.List;

/** Keeps the webhooks that the hub made, for all its nodes. */
public interface Subscriptions {

  /** Those of a system, by their places. */
  List<Subscription> of(SystemName system);

  /** Keeps one instead of any other of its place. */
  void keep(Subscription subscription);

  /** Forgets one, by the system's own id. */
  void forget(SystemName system, String id);
}
