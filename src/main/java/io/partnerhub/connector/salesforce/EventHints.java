package io.partnerhub.connector.salesforce;

import io.partnerhub.connector.salesforce.event.ChangeEvent;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.system.Hint;
import io.partnerhub.sync.system.Notice;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes notices of change events: hints at what to read, and edits to judge our writes by. */
final class EventHints {

  private final Set<String> objects;
  private final HubUser hubUser;
  private final EventEdits edits;

  /**
   * @param mappings those that name Salesforce
   */
  EventHints(List<Mapping> mappings, HubUser hubUser) {
    this.objects =
        mappings.stream()
            .flatMap(m -> m.side(SystemName.SALESFORCE).placement().locations().stream())
            .collect(Collectors.toUnmodifiableSet());
    this.hubUser = hubUser;
    this.edits = new EventEdits(mappings, hubUser);
  }

  Set<String> objects() {
    return objects;
  }

  /** One notice for each event; none for an event of an object that no mapping names. */
  List<Notice> notices(List<ChangeEvent> events) {
    return events.stream()
        .map(event -> new Notice(event.uuid(), hints(event), edits.of(event)))
        .filter(notice -> !notice.hints().isEmpty())
        .toList();
  }

  /** Whatever was missed is read from the watermarks on. */
  Notice everything() {
    return new Notice("missed/" + UUID.randomUUID(), everywhere());
  }

  private List<Hint> everywhere() {
    return objects.stream().sorted().map(Hint::somewhereIn).toList();
  }

  private List<Hint> hints(ChangeEvent event) {
    if (event.entity() == null) {
      return everywhere();
    }
    if (!objects.contains(event.entity())) {
      return List.of();
    }
    if (event.isOverflow() || !event.recordIds().stream().allMatch(SalesforceId::isId)) {
      return List.of(Hint.somewhereIn(event.entity())); // such as 001*: every record of it
    }
    boolean own = !event.isGap() && hubUser.is(event.user());
    return event.recordIds().stream()
        .map(id -> new Hint(event.entity(), SalesforceId.widen(id), own))
        .toList();
  }
}
