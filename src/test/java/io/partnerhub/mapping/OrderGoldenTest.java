package io.partnerhub.mapping;

class OrderGoldenTest extends GoldenExamples {

  OrderGoldenTest() {
    super("order");
  }
}
