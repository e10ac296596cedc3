/** What operators look at: health, and later JMX and metrics; knows step and Camel. */
package io.partnerhub.ops;
