/**
 * Outbound Messages of the simulated org: how they are written and delivered; sees nothing else.
 */
package io.partnerhub.sandbox.salesforce.outbound;
