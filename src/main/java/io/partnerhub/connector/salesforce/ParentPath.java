package io.partnerhub.connector.salesforce;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import java.util.List;
import java.util.Optional;

/**
 * A reference as a mapping writes it: {@code Account.Partner_Code__c}, the parent's external id by
 * way of a lookup.
 *
 * @param relationship the lookup's name in queries: {@code Account}, {@code Partner__r}
 * @param externalId the parent's field
 */
record ParentPath(String relationship, String externalId) {

  /** Those that a mapping names. */
  static List<ParentPath> in(Mapping mapping) {
    return mapping.fieldsIn(SystemName.SALESFORCE).stream()
        .map(field -> of(field.names().get(SystemName.SALESFORCE)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Empty for the name of a field of the object itself. */
  static Optional<ParentPath> of(String name) {
    int dot = name.indexOf('.');
    return dot < 0
        ? Optional.empty()
        : Optional.of(new ParentPath(name.substring(0, dot), name.substring(dot + 1)));
  }

  @Override
  public String toString() {
    return relationship + "." + externalId;
  }
}
