/**
 * Configuration: every key with its meaning, read from a properties file and the environment, all
 * faults at once; knows of the rest of the hub only how to suggest a name.
 */
package io.partnerhub.config;
