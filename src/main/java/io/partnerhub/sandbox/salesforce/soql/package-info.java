/** Reads the subset of SOQL that the simulator answers; knows no data and no schema. */
package io.partnerhub.sandbox.salesforce.soql;
