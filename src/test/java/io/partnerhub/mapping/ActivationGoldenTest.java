package io.partnerhub.mapping;

class ActivationGoldenTest extends GoldenExamples {

  ActivationGoldenTest() {
    super("activation");
  }
}
