package io.partnerhub.ops.jmx;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a JMX client shows people beside a name. It is required on everything that is exposed: an
 * MBean's class, its operations and their parameters, and the records they give.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface Described {

  /** A sentence. */
  String value();
}
