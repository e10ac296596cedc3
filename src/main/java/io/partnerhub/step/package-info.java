/**
 * The small beans that routes call: one system each, over all record types; knows sync and Camel.
 */
package io.partnerhub.step;
