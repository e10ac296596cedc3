package io.partnerhub.sandbox.salesforce;

import java.util.List;

/** The users of the org. */
final class People {

  private static final String KEY_PREFIX = "005";

  /** Short id of the user that the API client signs in as. */
  static final String HUB = Ids.of(KEY_PREFIX, 1_000_001);

  /** Short id of a person who edits records. */
  static final String SPECIALIST = Ids.of(KEY_PREFIX, 1_000_002);

  /** Short id of the user that the org's automations run as. */
  static final String AUTOMATION = Ids.of(KEY_PREFIX, 1_000_003);

  private People() {}

  static void moveIn(Database database, String hubUsername) {
    add(database, HUB, "Partner Hub", hubUsername);
    add(database, SPECIALIST, "Dana Specialist", "dana@partners.example");
    add(database, AUTOMATION, "Automated Process", "automation@partners.example");
    database.commit();
  }

  private static void add(Database database, String id, String name, String username) {
    SObjectType type = database.schema().type("User").orElseThrow();
    Object[] values = new Object[type.fields().size()];
    values[SObjectType.ID] = id;
    values[SObjectType.IS_DELETED] = false;
    for (int moment :
        List.of(
            SObjectType.CREATED_DATE,
            SObjectType.LAST_MODIFIED_DATE,
            SObjectType.SYSTEM_MODSTAMP)) {
      values[moment] = database.stamp();
    }
    values[SObjectType.CREATED_BY] = HUB;
    values[SObjectType.LAST_MODIFIED_BY] = HUB;
    set(type, values, "Username", username);
    set(type, values, "Name", name);
    set(type, values, "Email", username);
    set(type, values, "IsActive", true);
    database.put(new Row(type, values));
  }

  private static void set(SObjectType type, Object[] values, String field, Object value) {
    values[type.field(field).orElseThrow().ordinal()] = value;
  }
}
