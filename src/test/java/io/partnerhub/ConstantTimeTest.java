package io.partnerhub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.MessageDigest;
import java.util.Arrays;

/** How long a wrong signature or path is looked at tells nobody how much of it was right. */
@AnalyzeClasses(packages = "io.partnerhub", importOptions = DoNotIncludeTests.class)
class ConstantTimeTest {

  @ArchTest
  static final ArchRule paths_and_signatures_are_compared_in_constant_time =
      classes()
          .that()
          .haveFullyQualifiedName("io.partnerhub.intake.Path")
          .or()
          .haveFullyQualifiedName("io.partnerhub.connector.smartsheet.SmartsheetDoorkeeper")
          .or()
          .haveFullyQualifiedName("io.partnerhub.connector.fulfillment.Signatures")
          .should()
          .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class);

  @ArchTest
  static final ArchRule bytes_from_outside_are_compared_in_no_other_way =
      noClasses()
          .that()
          .resideInAnyPackage("io.partnerhub.intake..", "io.partnerhub.connector..")
          .should()
          .callMethod(Arrays.class, "equals", byte[].class, byte[].class);
}
