package io.partnerhub.connector.fulfillment;

import com.fasterxml.jackson.core.JsonPointer;
import io.partnerhub.connector.fulfillment.Resource.Changes;
import io.partnerhub.connector.fulfillment.Resource.Keep;
import io.partnerhub.connector.fulfillment.Resource.LookUp;
import io.partnerhub.mapping.CheckedYaml;
import io.partnerhub.mapping.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks what the parts of a connector file say of each other. */
final class DefinitionCheck {

  private final CheckedYaml file;
  private final Definition definition;
  private final List<Fault> faults = new ArrayList<>();

  DefinitionCheck(CheckedYaml file, Definition definition) {
    this.file = file;
    this.definition = definition;
  }

  List<Fault> faults() {
    definition.resources().forEach((name, resource) -> check("/resources/" + name, resource));
    return faults;
  }

  private void check(String place, Resource resource) {
    checkKeep(place + "/changes/keep", resource);
    checkLookUp(place + "/byId", resource.byId());
    checkLookUp(place + "/byKey", resource.byKey());
    Map<JsonPointer, String> taken = new HashMap<>();
    for (FieldForm field : resource.fields().values()) {
      String other = taken.putIfAbsent(field.at(), field.name());
      if (other != null) {
        add(
            place + "/fields/" + field.name(),
            "Fields " + other + " and " + field.name() + " are both at " + field.at(),
            "Give each field a place of its own");
      }
    }
  }

  private void checkKeep(String place, Resource resource) {
    Changes changes = resource.changes();
    if (changes.keep() == Keep.CURSOR && changes.page().isNumbered()) {
      add(place, "A page number is no cursor that lasts", "Add page.next, or keep something else");
    }
    if (changes.keep() == Keep.CHANGED && resource.record().changed() == null) {
      add(
          place,
          "No record says when it was changed",
          "Add record.changed, or keep something else");
    }
  }

  private void checkLookUp(String place, LookUp lookUp) {
    if (lookUp.query() == null && !lookUp.path().contains("{id}")) {
      add(place, "This names no record", "Add \"query\", or put {id} into the path");
    }
    if (lookUp.query() == null && lookUp.most() > 1) {
      add(place, "A path takes one value", "Remove \"most\", or add \"query\"");
    }
  }

  private void add(String place, String what, String remedy) {
    faults.add(file.fault(place, what, remedy));
  }
}
