package io.partnerhub;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.MappingSet;
import io.partnerhub.sync.read.ChangedMapping;
import io.partnerhub.sync.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** At the start, before anything is read: what another mapping than the last one means. */
final class MappedFields {

  private static final Logger LOG = LoggerFactory.getLogger(MappedFields.class);

  private MappedFields() {}

  /** Gives the mappings with what the store knows of their fields. */
  static MappingSet settle(Store store, MappingSet mappings) {
    return mappings.with(mapping -> settle(store, mapping));
  }

  private static Mapping settle(Store store, Mapping mapping) {
    return new ChangedMapping(
            store, mapping, what -> LOG.info("The mapping of {} changed: {}", mapping.type(), what))
        .settle();
  }
}
