/**
 * Writes what is due: claim, read before write, intent, call, settlement, retries; and tells people
 * at copies of no record why they have none.
 */
package io.partnerhub.sync.write;
