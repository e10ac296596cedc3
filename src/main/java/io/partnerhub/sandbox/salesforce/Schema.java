package io.partnerhub.sandbox.salesforce;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The objects of an org. */
final class Schema {

  private final Map<String, SObjectType> types = new LinkedHashMap<>();

  private Schema(List<SObjectType> types) {
    types.forEach(type -> this.types.put(type.name().toLowerCase(Locale.ROOT), type));
  }

  /** The objects that the sandbox has, from the JSON definitions beside this class. */
  static Schema standard() {
    return new Schema(
        Stream.of("User.json", "Account.json", "Order.json", "Activation__c.json", "Task.json")
            .map(SchemaReader::resource)
            .toList());
  }

  /** An object by its name in any case. */
  Optional<SObjectType> type(String name) {
    return Optional.ofNullable(types.get(name.toLowerCase(Locale.ROOT)));
  }

  Collection<SObjectType> types() {
    return types.values();
  }
}
