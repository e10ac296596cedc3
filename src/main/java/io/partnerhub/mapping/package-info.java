/**
 * Mapping files and what they mean: fields, kinds, rules, names and conversions in each system;
 * sees only the model.
 */
package io.partnerhub.mapping;
