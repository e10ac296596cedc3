package io.partnerhub.ops.jmx;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A public method that is to be an attribute or an operation of the MBean. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Exposed {

  /** How a JMX client may use it. */
  enum As {
    /** Read by its name, without arguments; capitalised, as JMX has it. */
    ATTRIBUTE,
    /** Changes nothing. */
    QUESTION,
    /** Changes something. */
    ACTION
  }

  As value();
}
