/**
 * The hub's MBeans by HTTP, with the logins and roles of JMX from elsewhere; knows Jolokia, and how
 * Camel's management server takes its handler.
 */
package io.partnerhub.ops.jolokia;
