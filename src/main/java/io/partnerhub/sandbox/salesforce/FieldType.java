package io.partnerhub.sandbox.salesforce;

import java.util.Locale;

/** The types of fields that the org has, with what describe says of them. */
enum FieldType {
  ID(Kind.ID, "tns:ID"),
  REFERENCE(Kind.ID, "tns:ID"),
  STRING(Kind.TEXT, "xsd:string"),
  TEXTAREA(Kind.TEXT, "xsd:string"),
  PHONE(Kind.TEXT, "xsd:string"),
  URL(Kind.TEXT, "xsd:string"),
  EMAIL(Kind.TEXT, "xsd:string"),
  PICKLIST(Kind.TEXT, "xsd:string"),
  MULTIPICKLIST(Kind.TEXT, "xsd:string"),
  CURRENCY(Kind.NUMBER, "xsd:double"),
  DOUBLE(Kind.NUMBER, "xsd:double"),
  PERCENT(Kind.NUMBER, "xsd:double"),
  DATE(Kind.DATE, "xsd:date"),
  DATETIME(Kind.DATETIME, "xsd:dateTime"),
  BOOLEAN(Kind.BOOLEAN, "xsd:boolean");

  /** How a value is held: 15-character id, String, Double, LocalDate, Instant or Boolean. */
  enum Kind {
    ID("ID"),
    TEXT("string"),
    NUMBER("double"),
    DATE("date"),
    DATETIME("dateTime"),
    BOOLEAN("boolean");

    private final String errorName;

    Kind(String errorName) {
      this.errorName = errorName;
    }

    /** How error messages call it. */
    String errorName() {
      return errorName;
    }
  }

  private final Kind kind;
  private final String soapType;

  FieldType(Kind kind, String soapType) {
    this.kind = kind;
    this.soapType = soapType;
  }

  Kind kind() {
    return kind;
  }

  String soapType() {
    return soapType;
  }

  /** How describe calls it. */
  String apiName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
