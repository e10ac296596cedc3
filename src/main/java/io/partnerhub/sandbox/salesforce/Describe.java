package io.partnerhub.sandbox.salesforce;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the API says of an object and its fields. */
final class Describe {

  private Describe() {}

  static Map<String, Object> brief(SObjectType type, String version) {
    String url = "/services/data/" + version + "/sobjects/" + type.name();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", type.name());
    json.put("label", type.name());
    json.put("labelPlural", type.name() + "s");
    json.put("keyPrefix", type.keyPrefix());
    json.put("custom", type.name().endsWith("__c"));
    json.put("queryable", true);
    json.put("retrieveable", true);
    json.put("createable", !type.readOnly());
    json.put("updateable", !type.readOnly());
    json.put("deletable", !type.readOnly());
    json.put("undeletable", !type.readOnly());
    json.put(
        "urls",
        Map.of("sobject", url, "describe", url + "/describe", "rowTemplate", url + "/{ID}"));
    return json;
  }

  static Map<String, Object> full(SObjectType type, String version) {
    Map<String, Object> json = brief(type, version);
    json.put("fields", type.fields().stream().map(f -> field(type, f)).toList());
    json.put("childRelationships", List.of());
    json.put("recordTypeInfos", List.of());
    return json;
  }

  private static Map<String, Object> field(SObjectType type, Field field) {
    boolean writable = field.writable() && !type.readOnly();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", field.name());
    json.put("label", field.label());
    json.put("type", field.type().apiName());
    json.put("soapType", field.type().soapType());
    json.put("length", field.length());
    json.put("byteLength", field.length() * 3);
    json.put("digits", 0);
    json.put("precision", field.precision());
    json.put("scale", field.scale());
    json.put("nillable", !field.required() && field.kind() != FieldType.Kind.BOOLEAN);
    json.put("defaultedOnCreate", field.defaulted());
    json.put("createable", writable);
    json.put("updateable", writable);
    json.put("custom", field.isCustom());
    json.put("calculated", field.calculated());
    json.put("autoNumber", false);
    json.put("nameField", field.name().equals("Name"));
    json.put("externalId", field.externalId());
    json.put("idLookup", field.externalId() || field.type() == FieldType.ID);
    json.put("unique", field.unique());
    json.put("caseSensitive", false);
    json.put("filterable", field.isFilterable());
    json.put("sortable", field.isFilterable() && field.type() != FieldType.MULTIPICKLIST);
    json.put("restrictedPicklist", field.restricted());
    json.put("picklistValues", field.options().stream().map(Describe::option).toList());
    json.put(
        "referenceTo", field.referenceTo().isEmpty() ? List.of() : List.of(field.referenceTo()));
    json.put(
        "relationshipName", field.relationshipName().isEmpty() ? null : field.relationshipName());
    return json;
  }

  private static Map<String, Object> option(String value) {
    return Map.of("active", true, "defaultValue", false, "label", value, "value", value);
  }
}
