/**
 * JMX: what an administrator's MBeans look like on the wire (open types alone, each explained), and
 * the loopback connector by which commands reach a running hub; knows no record and no Camel.
 */
package io.partnerhub.ops.jmx;
