/**
 * What records mean for one another: derived fields, references that follow a renamed parent, and
 * writes that wait for a parent too long.
 */
package io.partnerhub.sync.kin;
