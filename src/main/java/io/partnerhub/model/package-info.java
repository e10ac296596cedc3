/** The words of the hub: systems, record types, values and native ids; depends on nothing. */
package io.partnerhub.model;
