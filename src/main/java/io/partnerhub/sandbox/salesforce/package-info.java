/**
 * A simulated Salesforce org: its REST API, its data and what its users do on command; sees only
 * {@code sandbox.sim}.
 */
package io.partnerhub.sandbox.salesforce;
