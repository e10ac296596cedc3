/** What operators look at and do: health and JMX; knows step and Camel. */
package io.partnerhub.ops;
