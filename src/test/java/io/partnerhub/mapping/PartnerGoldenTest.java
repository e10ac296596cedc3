package io.partnerhub.mapping;

class PartnerGoldenTest extends GoldenExamples {

  PartnerGoldenTest() {
    super("partner");
  }
}
