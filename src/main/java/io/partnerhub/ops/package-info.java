/** What operators look at and do: health and JMX, and later metrics; knows step and Camel. */
package io.partnerhub.ops;
