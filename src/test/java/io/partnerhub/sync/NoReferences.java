package io.partnerhub.sync;

import io.partnerhub.model.SystemName;
import io.partnerhub.sync.store.Parent;
import io.partnerhub.sync.store.References;
import io.partnerhub.sync.store.Rename;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The references of a type that stands alone. */
final class NoReferences implements References {

  @Override
  public Map<Long, Parent> overdue(SystemName system, Instant dueBefore, int limit) {
    return Map.of();
  }

  @Override
  public List<Long> children(Parent parent, int limit) {
    return List.of();
  }

  @Override
  public Optional<Rename> nextRename() {
    return Optional.empty();
  }

  @Override
  public void followed(Rename rename) {}
}
