package io.partnerhub.connector.salesforce;

import io.partnerhub.mapping.DeleteRule;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.FieldRule;
import io.partnerhub.mapping.Kind;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Placement;
import io.partnerhub.mapping.Side;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small mapping of partners to accounts, with a field of each kind that matters here. */
final class PartnerMapping {

  static final String OBJECT = "Account";

  private PartnerMapping() {}

  static Mapping mapping() {
    return mapping("partner", OBJECT);
  }

  /** The same fields of another type. */
  static Mapping mapping(String type, String object) {
    List<Field> fields =
        List.of(
            field("code", Kind.TEXT, "Partner_Code__c"),
            field("name", Kind.TEXT, "Name"),
            field("phone", Kind.PHONE, "Phone"),
            field("city", Kind.TEXT, "BillingCity"),
            field("status", Kind.PICKLIST, "Partner_Status__c", "Prospect", "Active", "Paused"),
            field("programmes", Kind.MULTI_PICKLIST, "Programmes__c", "Affiliate", "Reseller"),
            field("credit", Kind.MONEY, "Credit_Limit__c"),
            field("onboarded", Kind.DATE, "Onboarded_On__c"),
            field("reviewed", Kind.DATETIME, "Last_Review__c"),
            field("newsletter", Kind.BOOLEAN, "Newsletter__c"),
            field("notes", Kind.TEXT, "Notes__c"));
    Side side = new Side(SystemName.SALESFORCE, new Placement.One(object), new DeleteRule.Ignore());
    return new Mapping(
        new RecordType(type), "v1", "code", fields, Map.of(SystemName.SALESFORCE, side));
  }

  private static Field field(String name, Kind kind, String nativeName, String... choices) {
    List<Field.Choice> options =
        List.of(choices).stream().map(c -> new Field.Choice(c, Set.of(), Map.of())).toList();
    return new Field(
        name,
        kind,
        false,
        32_000,
        false,
        2,
        new FieldRule.Latest(),
        options,
        null,
        Map.of(SystemName.SALESFORCE, nativeName),
        Map.of(),
        1);
  }
}
